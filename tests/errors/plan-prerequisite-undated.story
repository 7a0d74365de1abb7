# W0104. An activity waits for another that says nothing about when.
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
            period: open
            note: The year marks cannot be read
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
                note: Not printed
                verification: Minutes of each dialogue
          - code: 1.1.2
            title: Ask the firms
            kind: project
            priority: 2
            period: 2024-2026
            lead: moitt
            support: []
            depends:
              - 1.1.1
            targets:
              - id: 1.1.2-1
                statement: Half of the firms see the sector recognized
                measure: survey_share
                value: 50
                unit: percent
                due: 2026
                verification: Report of the survey
                population: firms in the register
                question: Do you see the sector recognized?
== RUN tameel check small
== OUT
plan.yaml:19:21: warning W0101: the period is open: The year marks cannot be read
  19 |             period: open
     |                     ^^^^
  hint: the council can close it
plan.yaml:30:22: warning W0101: the due date is open: Not printed
  30 |                 due: open
     |                      ^^^^
  hint: the council can close it
plan.yaml:41:17: warning W0104: 1.1.2 waits for 1.1.1, which has neither a period nor a due date, but is itself due on 2026-12-31
  41 |               - 1.1.1
     |                 ^^^^^
0 errors, 3 warnings; 2 activities, 2 targets, 0 outcomes, 4 institutions
== EXIT 0
