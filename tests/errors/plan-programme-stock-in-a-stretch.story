# E0157. A stock is counted on a day.
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
      - measure: rooms
        period: 2024-Q1
        value: 3
        document: strategy-paper
== RUN tameel check small
== OUT
programmes.yaml:23:17: error E0157: rooms is a stock and is counted on a day; found the stretch 2024-Q1
  23 |         period: 2024-Q1
     |                 ^^^^^^^
  hint: What was counted on a day, or since inception by then, has that day; what was counted in a stretch of time has a period or two days: FY2023-H1, 2022-07-01/2023-03-31.
1 error, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions, 1 programme
== EXIT 1
