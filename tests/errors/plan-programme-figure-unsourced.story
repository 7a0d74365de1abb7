# E0155. A figure says where it was printed.
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
        value: 3
== RUN tameel check small
== OUT
programmes.yaml:22:9: error E0155: a figure of a programme needs the field "figure", or "document"
  22 |       - stage: admitted
     |         ^^^^^
  hint: A figure of a programme names the figure of sources.yaml that it is, or else the document in which it stands.
1 error, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions, 1 programme
== EXIT 1
