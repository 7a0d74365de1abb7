# E0156. Parts by sex are no more than the whole, and all of it where they are complete.
== COPY tests/fixtures/small
== FILE small/programmes.yaml
programmes:
  - code: course
    title: A course for agents
    kind: training
    owner: pasha
    sex: complete
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
        value: 30
        document: strategy-paper
        sex:
          female: 12
          male: 17
      - stage: applied
        period: 2024-03-31
        value: 60
        document: strategy-paper
        sex:
          female: 32
          male: 29
== RUN tameel check small
== OUT
programmes.yaml:27:9: error E0156: expected parts of 30, found 29 together
  27 |         sex:
     |         ^^^
  hint: Parts by sex are not negative and add up to the whole, or to at most that where the programme does not say that they are complete.
programmes.yaml:34:9: error E0156: expected parts of 60, found 61 together
  34 |         sex:
     |         ^^^
  hint: Parts by sex are not negative and add up to the whole, or to at most that where the programme does not say that they are complete.
2 errors, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions, 1 programme
== EXIT 1
