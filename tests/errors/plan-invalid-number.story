# E0123. Thousands are not grouped.
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
                value: "5,000"
                unit: dialogues
                due: 2025
                verification: Minutes of each dialogue
== RUN tameel check small
== OUT
plan.yaml:27:24: error E0123: expected a number such as 12.5, found "5,000"
  27 |                 value: "5,000"
     |                        ^^^^^^^
  hint: A number is digits with an optional sign and one point; thousands are not grouped.
1 error, 0 warnings; 1 activity, 1 target, 0 outcomes, 4 institutions
== EXIT 1
