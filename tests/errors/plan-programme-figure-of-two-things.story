# E0153. A figure is of one thing.
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
      - stage: admitted
        measure: rooms
        period: 2024-03-31
        value: 3
        document: strategy-paper
      - period: 2024-03-31
        value: 3
        document: strategy-paper
== RUN tameel check small
== OUT
programmes.yaml:22:9: error E0153: a figure names one stage, measure, target or money; found several
  22 |       - stage: admitted
     |         ^^^^^
  hint: A figure is of one thing: a stage, a measure, the target of a measure, or a line of money.
programmes.yaml:27:9: error E0153: a figure names a stage, a measure, a target or money; found none
  27 |       - period: 2024-03-31
     |         ^^^^^^
  hint: A figure is of one thing: a stage, a measure, the target of a measure, or a line of money.
2 errors, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions, 1 programme
== EXIT 1
