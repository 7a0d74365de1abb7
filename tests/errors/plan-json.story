# The same findings for machines.
== COPY tests/fixtures/small
== FILE small/plan.yaml
strategy:
  code: small
  title: A small strategy
  country: PAK
  from: 2023-01-01
  until: 2027-12-31
  utc_offset: "+05:00"
objectives:
  - code: 1
    title: Be known
    objectives:
      - code: 1.1
        title: Be known at home
        activities:
          - code: 1.1.1
            title: Hold dialogues
            kind: project
            priority: 1
            period: 2023-2025
            lead: psha
            support:
              - moitt
            targets:
              - id: 1.1.1-1
                statement: Five dialogues held
                measure: count
                value: 5
                unit: dialogues
                due: 2025
                verification: Minutes of each dialogue
== RUN tameel check small --json
== OUT
{
  "errors": 1,
  "warnings": 0,
  "activities": 1,
  "targets": 1,
  "outcomes": 0,
  "institutions": 4,
  "diagnostics": [
    {
      "code": "E0107",
      "severity": "error",
      "file": "plan.yaml",
      "line": 20,
      "column": 19,
      "message": "the institution \"psha\" is not known; did you mean \"pasha\"?",
      "hint": "institutions.yaml lists the codes and aliases; add the institution there or correct the name."
    }
  ]
}
== EXIT 1
