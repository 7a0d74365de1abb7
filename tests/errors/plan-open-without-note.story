# E0112. A field may be open, but somebody must say why.
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
            lead: open
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
institutions.yaml:31:20: warning W0102: Association of Software Houses sits in the council and neither leads nor supports an activity
  31 |       institution: pasha
     |                    ^^^^^
plan.yaml:20:19: error E0112: "lead" is open, but no note says why
  20 |             lead: open
     |                   ^^^^
  hint: A field that is open needs a note in the same item that says why.
1 error, 1 warning; 1 activity, 1 target, 0 outcomes, 4 institutions
== EXIT 1
