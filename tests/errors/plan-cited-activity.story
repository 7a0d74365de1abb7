# W0106. The source cites an activity that it does not contain; that is its fault, not the plan's.
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
constraints:
  - code: recognition
    level: market access
    title: The sector is not known
    ease: 2
    urgency: 5
    activities:
      - 1.1.1
    cited:
      - 1.1.4
== RUN tameel check small
== OUT
plan.yaml:40:9: warning W0106: the source cites the activity 1.1.4, which it does not contain
  40 |       - 1.1.4
     |         ^^^^^
0 errors, 1 warning; 1 activity, 1 target, 0 outcomes, 4 institutions
== EXIT 0
