# W0101. What the source leaves open is a warning with its reason, and says who can close it.
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
                value: 5
                unit: dialogues
                due: open
                note: The printed table has no date here
                verification: Minutes of each dialogue
== RUN tameel check small
== OUT
plan.yaml:29:22: warning W0101: the due date is open: The printed table has no date here
  29 |                 due: open
     |                      ^^^^
  hint: the council can close it
0 errors, 1 warning; 1 activity, 1 target, 0 outcomes, 4 institutions
== EXIT 0
