# E0159. Nobody reaches a stage without having passed those before it.
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
        period: 2024-03-31
        value: 31
        document: strategy-paper
      - stage: applied
        period: 2024-03-31
        value: 30
        document: strategy-paper
== RUN tameel check small
== OUT
programmes.yaml:24:16: error E0159: 31 persons of the stage admitted for 2024-03-31, more than the 30 of the stage applied for 2024-03-31
  24 |         value: 31
     |                ^^
  hint: Nobody reaches a stage without having passed those before it.
1 error, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions, 1 programme
== EXIT 1
