# E0132. Interim targets must lead somewhere.
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
            lead: pasha
            support:
              - moitt
            targets:
              - id: 1.1.1-1
                statement: Five dialogues held
                measure: count
                value: open
                unit: open
                note: The source gives no number
                due: 2025
                path:
                  2024: 2
                verification: Minutes of each dialogue
== RUN tameel check small
== OUT
plan.yaml:27:24: warning W0101: the value is open: The source gives no number
  27 |                 value: open
     |                        ^^^^
  hint: the council can close it
plan.yaml:28:23: warning W0101: the unit is open: The source gives no number
  28 |                 unit: open
     |                       ^^^^
  hint: the council can close it
plan.yaml:31:17: error E0132: interim targets lead to a value, and this target states none
  31 |                 path:
     |                 ^^^^
  hint: Interim targets lead to a value, so the target needs one.
1 error, 2 warnings; 1 activity, 1 target, 0 outcomes, 4 institutions
== EXIT 1
