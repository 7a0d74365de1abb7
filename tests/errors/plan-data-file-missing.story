# E0139. The data file is not in the folder.
== COPY tests/fixtures/small
== FILE small/indicators.yaml
indicators:
  - code: exports
    title: Exports of IT and ITeS
    unit: USD million
    scope: IT and ITeS
    frequency: monthly
    source: central-bank
    file: data/imports.csv
    series:
      category: ict
      measure: receipts
    rollup: sum
== RUN tameel check small
== OUT
indicators.yaml:8:11: error E0139: the data file "data/imports.csv" is not there, is empty, or is no UTF-8 text
   8 |     file: data/imports.csv
     |           ^^^^^^^^^^^^^^^^
  hint: The indicator's data file is not in the strategy's folder, or cannot be read.
1 error, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions
== EXIT 1
