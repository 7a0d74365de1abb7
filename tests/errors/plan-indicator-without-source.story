# E0138. Who publishes the figures?
== COPY tests/fixtures/small
== FILE small/indicators.yaml
indicators:
  - code: exports
    title: Exports of IT and ITeS
    unit: USD million
    scope: IT and ITeS
    frequency: monthly
    file: data/exports.csv
    series:
      category: ict
      measure: receipts
    rollup: sum
== RUN tameel check small
== OUT
indicators.yaml:2:5: error E0138: an indicator needs the field "source": the document that publishes it
   2 |   - code: exports
     |     ^^^^
  hint: An indicator names the document and the data file that it rests on.
1 error, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions
== EXIT 1
