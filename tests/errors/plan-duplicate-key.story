# E0103. A key that stands twice: which of the two is meant? The message names the place of the first.
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
                due: 2026
                verification: Minutes of each dialogue
== RUN tameel check small
== OUT
plan.yaml:30:17: error E0103: the key "due" stands twice in this item; the first is on line 29, column 17
  30 |                 due: 2026
     |                 ^^^
  hint: A key may stand once in an item; delete one of the two, or give it its own item.
1 error, 0 warnings; 1 activity, 1 target, 0 outcomes, 4 institutions
== EXIT 1
