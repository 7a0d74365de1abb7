# E0130. Interim targets ascend.
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
                path:
                  2023: 3
                  2024: 2
                  2025: 5
                verification: Minutes of each dialogue
== RUN tameel check small
== OUT
plan.yaml:32:19: error E0130: the interim target 2 for 2024 goes back behind 3 for 2023
  32 |                   2024: 2
     |                   ^^^^
  hint: Interim targets ascend by date and never turn back.
1 error, 0 warnings; 1 activity, 1 target, 0 outcomes, 4 institutions
== EXIT 1
