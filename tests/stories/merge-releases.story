# OCDS releases become one record: compiled is the state after the last, versioned is every value with the
# release that brought it. The schema says what is left out and which lists are replaced as a whole; this one is a
# small one of the same form as that of OCDS.
== FILE schema.json
{"properties": {
  "ocid": {"type": "string"},
  "id": {"type": "string", "omitWhenMerged": true},
  "date": {"type": "string", "omitWhenMerged": true},
  "tag": {"type": "array", "omitWhenMerged": true},
  "tender": {"type": "object", "properties": {
    "status": {"type": "string"},
    "items": {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "string"}, "quantity": {"type": "integer"}}}},
    "methods": {"type": "array", "items": {"type": "string"}}}}}}
== FILE releases.json
{"releases": [
  {"ocid": "ocds-a-1", "id": "2", "date": "2024-02-01T00:00:00Z", "tag": ["tenderUpdate"],
   "tender": {"status": null, "methods": ["email"], "items": [{"id": "fibre", "quantity": 12}, {"id": "nodes", "quantity": 3}]}},
  {"ocid": "ocds-a-1", "id": "1", "date": "2024-01-01T00:00:00Z", "tag": ["tender"],
   "tender": {"status": "active", "methods": ["paper", "email"], "items": [{"id": "fibre", "quantity": 10}]}}]}
== RUN tameel programme merge releases.json --schema schema.json
== OUT
{
  "tag": [
    "compiled"
  ],
  "id": "ocds-a-1-2024-02-01T00:00:00Z",
  "date": "2024-02-01T00:00:00Z",
  "ocid": "ocds-a-1",
  "tender": {
    "methods": [
      "email"
    ],
    "items": [
      {
        "id": "fibre",
        "quantity": 12
      },
      {
        "id": "nodes",
        "quantity": 3
      }
    ]
  }
}
== EXIT 0
== RUN tameel programme merge releases.json --schema schema.json --versioned
== OUT
{
  "ocid": "ocds-a-1",
  "tender": {
    "status": [
      {
        "releaseID": "1",
        "releaseDate": "2024-01-01T00:00:00Z",
        "releaseTag": [
          "tender"
        ],
        "value": "active"
      },
      {
        "releaseID": "2",
        "releaseDate": "2024-02-01T00:00:00Z",
        "releaseTag": [
          "tenderUpdate"
        ],
        "value": null
      }
    ],
    "methods": [
      {
        "releaseID": "1",
        "releaseDate": "2024-01-01T00:00:00Z",
        "releaseTag": [
          "tender"
        ],
        "value": [
          "paper",
          "email"
        ]
      },
      {
        "releaseID": "2",
        "releaseDate": "2024-02-01T00:00:00Z",
        "releaseTag": [
          "tenderUpdate"
        ],
        "value": [
          "email"
        ]
      }
    ],
    "items": [
      {
        "id": "fibre",
        "quantity": [
          {
            "releaseID": "1",
            "releaseDate": "2024-01-01T00:00:00Z",
            "releaseTag": [
              "tender"
            ],
            "value": 10
          },
          {
            "releaseID": "2",
            "releaseDate": "2024-02-01T00:00:00Z",
            "releaseTag": [
              "tenderUpdate"
            ],
            "value": 12
          }
        ]
      },
      {
        "id": "nodes",
        "quantity": [
          {
            "releaseID": "2",
            "releaseDate": "2024-02-01T00:00:00Z",
            "releaseTag": [
              "tenderUpdate"
            ],
            "value": 3
          }
        ]
      }
    ]
  }
}
== EXIT 0
