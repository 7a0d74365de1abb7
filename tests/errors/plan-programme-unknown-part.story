# E0152. A figure names a stage or a measure of its programme.
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
      - stage: admited
        period: 2024-03-31
        value: 3
        document: strategy-paper
== RUN tameel check small
== OUT
programmes.yaml:22:16: error E0152: the programme course has no stage "admited"; did you mean "admitted"?
  22 |       - stage: admited
     |                ^^^^^^^
  hint: A figure names a stage or a measure of its programme.
1 error, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions, 1 programme
== EXIT 1
