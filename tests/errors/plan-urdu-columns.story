# E0107. Columns count characters, not bytes, and the caret stands below the right word though the
# line begins in Urdu.
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
            support: [وزارت تجارت, psha]
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
plan.yaml:21:23: error E0107: the institution "وزارت تجارت" is not known
  21 |             support: [وزارت تجارت, psha]
     |                       ^^^^^^^^^^^
  hint: institutions.yaml lists the codes and aliases; add the institution there or correct the name.
plan.yaml:21:36: error E0107: the institution "psha" is not known; did you mean "pasha"?
  21 |             support: [وزارت تجارت, psha]
     |                                    ^^^^
  hint: institutions.yaml lists the codes and aliases; add the institution there or correct the name.
2 errors, 0 warnings; 1 activity, 1 target, 0 outcomes, 4 institutions
== EXIT 1
