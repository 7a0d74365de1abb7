# E0126. Due after the strategy has ended.
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
                due: 2029
                verification: Minutes of each dialogue
== RUN tameel check small
== OUT
plan.yaml:29:22: error E0126: 2029 (until 2029-12-31) lies outside the horizon from 2023-01-01 to 2027-12-31
  29 |                 due: 2029
     |                      ^^^^
  hint: What the plan promises is due between the strategy's first and last day.
1 error, 0 warnings; 1 activity, 1 target, 0 outcomes, 4 institutions
== EXIT 1
