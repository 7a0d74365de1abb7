# E0122. A word that is not in the list; the allowed words are printed.
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
                measure: counts
                value: 5
                unit: dialogues
                due: 2025
                verification: Minutes of each dialogue
== RUN tameel check small
== OUT
plan.yaml:26:26: error E0122: expected one of milestone, count, count_per_year, share, each, survey_share, level, growth, concentration; found "counts"; did you mean "count"?
  26 |                 measure: counts
     |                          ^^^^^^
  hint: The field takes one word of a fixed list.
1 error, 0 warnings; 1 activity, 1 target, 0 outcomes, 4 institutions
== EXIT 1
