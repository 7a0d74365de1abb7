# E0124. 2023 had no 29 February.
== COPY tests/fixtures/small
== FILE small/plan.yaml
strategy:
  code: small
  title: A small strategy
  country: PAK
  from: 2023-02-29
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
== RUN tameel check small
== OUT
plan.yaml:5:9: error E0124: expected a day such as 2024-06-30, found "2023-02-29"
   5 |   from: 2023-02-29
     |         ^^^^^^^^^^
  hint: A day is YYYY-MM-DD and must exist in the calendar.
1 error, 0 warnings; 1 activity, 1 target, 0 outcomes, 4 institutions
== EXIT 1
