# E0119. An outcome serves an objective that the plan does not have.
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
outcomes:
  - id: exports-fy2024
    statement: Exports of 3 billion dollars
    measure: level
    indicator: exports
    value: 3000
    unit: USD million
    due: FY2024
    origin: outlook
    origin_source: strategy-paper
    scope: IT and ITeS
    objective: 3
== RUN tameel check small
== OUT
plan.yaml:42:16: error E0119: the objective "3" does not exist
  42 |     objective: 3
     |                ^
  hint: The plan has no objective of that code.
1 error, 0 warnings; 1 activity, 1 target, 1 outcome, 4 institutions
== EXIT 1
