# E0139. A data file lies inside the strategy's folder.
== COPY tests/fixtures/small
== FILE small/indicators.yaml
indicators:
  - code: exports
    title: Exports of IT and ITeS
    unit: USD million
    scope: IT and ITeS
    frequency: monthly
    source: central-bank
    file: ../../etc/passwd
    series:
      category: ict
      measure: receipts
    rollup: sum
== RUN tameel check small
== OUT
indicators.yaml:8:11: error E0139: expected a path inside the strategy's folder, found "../../etc/passwd"
   8 |     file: ../../etc/passwd
     |           ^^^^^^^^^^^^^^^^
  hint: The indicator's data file is not in the strategy's folder, or cannot be read.
1 error, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions
== EXIT 1
