# W0103. One institution leads more than a third of the plan.
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
          - code: 1.1.2
            title: Activity 2
            kind: project
            priority: 1
            period: 2024
            lead: pasha
            support: []
            targets:
              - id: 1.1.2-1
                statement: Activity 2 done
                measure: milestone
                due: 2024
                verification: A report
          - code: 1.1.3
            title: Activity 3
            kind: project
            priority: 1
            period: 2024
            lead: pasha
            support: []
            targets:
              - id: 1.1.3-1
                statement: Activity 3 done
                measure: milestone
                due: 2024
                verification: A report
          - code: 1.1.4
            title: Activity 4
            kind: project
            priority: 1
            period: 2024
            lead: pasha
            support: []
            targets:
              - id: 1.1.4-1
                statement: Activity 4 done
                measure: milestone
                due: 2024
                verification: A report
== RUN tameel check small
== OUT
institutions.yaml:2:11: warning W0103: Association of Software Houses leads 4 of 4 activities
   2 |   - code: pasha
     |           ^^^^^
0 errors, 1 warning; 4 activities, 4 targets, 0 outcomes, 4 institutions
== EXIT 0
