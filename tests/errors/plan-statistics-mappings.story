# E0149, E0145. A code is one code of the other list at a time, and a mapping ends after it begins.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-statistics.yaml AS statistics.yaml
== RUN sed -e 's/valid-to: 2023-06-30/valid-to: 2023-07-01/' -e 's/- from: ICT$/- from: ICT\n        valid-from: 2024-01-01\n        valid-to: 2023-12-31/' statistics.yaml > small/statistics.yaml && tameel check small
== OUT
statistics.yaml:96:19: error E0145: 2023-12-31 is before 2024-01-01
  96 |         valid-to: 2023-12-31
     |                   ^^^^^^^^^^
  hint: A period begins before it ends.
statistics.yaml:101:15: error E0149: ICT_CALL is SI from the beginning to 2023-07-01 already
 101 |       - from: ICT_CALL
     |               ^^^^^^^^
  hint: A code is one code of the other list at a time: let one mapping end before the next begins.
2 errors, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions, 1 dataflow
== EXIT 1
