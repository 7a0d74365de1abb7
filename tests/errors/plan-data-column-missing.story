# E0140. The indicator names a column that the file does not have.
== COPY tests/fixtures/small
== FILE small/indicators.yaml
indicators:
  - code: exports
    title: Exports of IT and ITeS
    unit: USD million
    scope: IT and ITeS
    frequency: monthly
    source: central-bank
    file: data/exports.csv
    series:
      category: ict
      mesure: receipts
    rollup: sum
== RUN tameel check small
== OUT
indicators.yaml:11:7: error E0140: the file data/exports.csv has no column "mesure"; did you mean "measure"?
  11 |       mesure: receipts
     |       ^^^^^^
  hint: The data file lacks a column or a series that the indicator names.
1 error, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions
== EXIT 1
