# W0105. Two activities promise the same.
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
                due: 2025
                verification: Minutes of each dialogue
          - code: 1.1.2
            title: Activity 2
            kind: project
            priority: 1
            period: 2024
            lead: pasha
            support: []
            targets:
              - id: 1.1.2-1
                statement: Five dialogues held
                measure: milestone
                due: 2024
                verification: A report
== RUN tameel check small
== OUT
plan.yaml:40:28: warning W0105: 1.1.2-1 promises the same as 1.1.1-1
  40 |                 statement: Five dialogues held
     |                            ^^^^^^^^^^^^^^^^^^^
0 errors, 1 warning; 2 activities, 2 targets, 0 outcomes, 4 institutions
== EXIT 0
