# E0110. A misspelled key would otherwise be overlooked in silence.
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
                verificaton: Minutes of each dialogue
== RUN tameel check small
== OUT
plan.yaml:30:17: error E0110: a target has no key "verificaton"; did you mean "verification"?
  30 |                 verificaton: Minutes of each dialogue
     |                 ^^^^^^^^^^^
  hint: Only the keys of docs/formats/plan-language.md are allowed, so that a misspelled one is not overlooked.
1 error, 0 warnings; 1 activity, 1 target, 0 outcomes, 4 institutions
== EXIT 1
