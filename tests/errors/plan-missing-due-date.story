# E0111. What is merely missing is an error; what the source leaves open is written down as open.
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
                verification: Minutes of each dialogue
== RUN tameel check small
== OUT
plan.yaml:24:17: error E0111: the field "due" is missing: say by when, or write open and say why in the note
  24 |               - id: 1.1.1-1
     |                 ^^
  hint: A required field is absent; where the source leaves it open, write open and say why in a note.
1 error, 0 warnings; 1 activity, 1 target, 0 outcomes, 4 institutions
== EXIT 1
