# E0113. A title cannot be open; only the fields that depend on the source can.
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
            title: open
            kind: project
            priority: 1
            period: 2023-2025
            lead: pasha
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
== RUN tameel check small
== OUT
plan.yaml:16:20: error E0113: "title" must be stated and cannot be open
  16 |             title: open
     |                    ^^^^
  hint: This field must be stated; only the fields named in docs/formats/plan-language.md may be open.
1 error, 0 warnings; 1 activity, 1 target, 0 outcomes, 4 institutions
== EXIT 1
