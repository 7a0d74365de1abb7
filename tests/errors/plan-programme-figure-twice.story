# E0158. One thing of one time has one figure, however the time is written.
== COPY tests/fixtures/small
== FILE small/programmes.yaml
programmes:
  - code: course
    title: A course for agents
    kind: training
    owner: pasha
    unit: persons
    stages:
      - code: applied
        title: Applied
      - code: admitted
        title: Admitted
    measures:
      - code: exports
        title: Exports of those trained
        unit: USD
        nature: flow
      - code: rooms
        title: Rooms
        unit: rooms
        nature: stock
    figures:
      - measure: exports
        period: 2024-Q1
        value: 3
        document: strategy-paper
      - measure: exports
        period: 2024-01-01/2024-03-31
        value: 4
        document: strategy-paper
== RUN tameel check small
== OUT
programmes.yaml:26:9: error E0158: the measure exports for 2024-01-01/2024-03-31 stands twice; the first is on line 22
  26 |       - measure: exports
     |         ^^^^^^^
  hint: A programme has one figure of a thing for one cohort and time.
1 error, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions, 1 programme
== EXIT 1
