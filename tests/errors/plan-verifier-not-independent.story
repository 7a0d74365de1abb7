# E0144. Nobody verifies the own work: the verifier supports the activity.
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
                verifier: moitt
== RUN tameel check small
== OUT
plan.yaml:31:27: error E0144: Ministry of Information Technology supports 1.1.1 and cannot verify its targets
  31 |                 verifier: moitt
     |                           ^^^^^
  hint: Nobody from the lead or the supporters of an activity verifies its targets.
1 error, 0 warnings; 1 activity, 1 target, 0 outcomes, 4 institutions
== EXIT 1
