# E0128. An outcome has the unit of its indicator; here millions were taken for billions.
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
    unit: USD billion
    due: FY2024
    origin: outlook
    origin_source: strategy-paper
    scope: IT and ITeS
== RUN tameel check small
== OUT
plan.yaml:37:11: error E0128: the indicator exports is in "USD million"; found the unit "USD billion"
  37 |     unit: USD billion
     |           ^^^^^^^^^^^
  hint: The unit must fit the measure: shares are in percent, an outcome has its indicator's unit.
1 error, 0 warnings; 1 activity, 1 target, 1 outcome, 4 institutions
== EXIT 1
