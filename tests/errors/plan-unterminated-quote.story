# E0102. A quote that is never closed would swallow the following lines; here it ends on its own line,
# and everything below it is still checked: the wrong kind is found too.
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
            title: "Hold dialogues
            kind: projekt
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
plan.yaml:16:20: error E0102: the text that begins with " is not closed on its line
  16 |             title: "Hold dialogues
     |                    ^^^^^^^^^^^^^^^
  hint: A quoted text must be closed on the line on which it begins.
plan.yaml:17:19: error E0122: expected one of reform, project; found "projekt"; did you mean "project"?
  17 |             kind: projekt
     |                   ^^^^^^^
  hint: The field takes one word of a fixed list.
2 errors, 0 warnings; 1 activity, 1 target, 0 outcomes, 4 institutions
== EXIT 1
