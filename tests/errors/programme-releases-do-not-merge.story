# Releases of one process are merged by the schema of a release; each has its process, its identifier and its date.
== FILE schema.json
{"properties": {"ocid": {"type": "string"}, "title": {"type": "string"}}}
== FILE releases.json
[{"ocid": "ocds-a-1", "id": "1", "date": "2024-01-01T00:00:00Z", "title": "A"},
 {"ocid": "ocds-a-2", "id": "2", "date": "2024-02-01T00:00:00Z", "title": "B"},
 {"ocid": "ocds-a-1", "title": "C"},
 "release"]
== RUN tameel programme merge releases.json --schema schema.json
== ERR
tameel: E0488 releases[1].ocid: expected releases of one process, ocds-a-1; found ocds-a-2
tameel: E0488 releases[2].id: a release needs the text "id", found none
tameel: E0488 releases[2].date: a release needs the text "date", found none
tameel: E0488 releases[3]: expected a release, found a string
== EXIT 1
== FILE empty.json
{"releases": []}
== RUN tameel programme merge empty.json --schema schema.json
== ERR
tameel: E0488 releases: expected a list of releases, or a package that holds one; found an empty list
== EXIT 1
== RUN tameel programme merge releases.json --schema releases.json
== ERR
tameel: E0488 schema: expected a schema with "properties", found an array
== EXIT 1
== FILE broken.json
[{"ocid": "ocds-a-1",}]
== RUN tameel programme merge broken.json --schema schema.json
== ERR
tameel: E0007 broken.json:1:22: expected JSON: The JSON document has an improper structure: missing or superfluous commas, braces, missing keys, etc.
== EXIT 2
