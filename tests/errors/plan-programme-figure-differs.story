# E0154. A figure is the one of sources.yaml that it names, to the digit, in its unit, as exact as it was printed.
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
        period: 2024-03-31
        value: 1.721
        scale: billion
        figure: F1
      - measure: exports
        period: 2024-06-30
        value: 1.72
        scale: billion
        figure: F1
        qualifier: about
      - measure: rooms
        period: 2024-06-30
        value: 1.72
        scale: billion
        figure: F1
== RUN tameel check small
== OUT
programmes.yaml:24:16: error E0154: expected 1.72 USD billion as F1 has it, found 1.721 USD billion
  24 |         value: 1.721
     |                ^^^^^
  hint: A figure of a programme is the one of sources.yaml that it names: the same value, scale, unit and bound.
programmes.yaml:32:20: error E0154: expected exact as F1 has it, found about
  32 |         qualifier: about
     |                    ^^^^^
  hint: A figure of a programme is the one of sources.yaml that it names: the same value, scale, unit and bound.
programmes.yaml:35:16: error E0154: expected 1.72 USD billion as F1 has it, found 1.72 rooms billion
  35 |         value: 1.72
     |                ^^^^
  hint: A figure of a programme is the one of sources.yaml that it names: the same value, scale, unit and bound.
3 errors, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions, 1 programme
== EXIT 1
