# E0116. Two activities of one code; the message names the place of the first.
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
          - code: 1.1.1
            title: Ask the firms
            kind: project
            priority: 2
            period: 2024-2026
            lead: moitt
            support: []
            targets:
              - id: 1.1.1-2
                statement: Half of the firms see the sector recognized
                measure: survey_share
                value: 50
                unit: percent
                due: 2026
                verification: Report of the survey
                population: firms in the register
                question: Do you see the sector recognized?
== RUN tameel check small
== OUT
plan.yaml:31:19: error E0116: the code "1.1.1" stands twice; the first is at plan.yaml:15:19
  31 |           - code: 1.1.1
     |                   ^^^^^
  hint: A code names one thing; give the second its own.
1 error, 0 warnings; 2 activities, 2 targets, 0 outcomes, 4 institutions
== EXIT 1
