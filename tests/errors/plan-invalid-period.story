# E0125. A due date is a day or a period, not a sentence.
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
                due: by the end of 2025
                verification: Minutes of each dialogue
== RUN tameel check small
== OUT
plan.yaml:29:22: error E0125: expected a day or a period such as 2024, 2024-Q1 or FY2024, found "by the end of 2025"
  29 |                 due: by the end of 2025
     |                      ^^^^^^^^^^^^^^^^^^
  hint: A due date or period is 2024, 2024-H1, 2024-Q1, 2024-06, 2024-06-30 or FY2024; an activity may also last 2023-2025.
1 error, 0 warnings; 1 activity, 1 target, 0 outcomes, 4 institutions
== EXIT 1
