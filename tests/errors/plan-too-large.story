# E0109. A file of more than 4 MB is no plan.
== COPY tests/fixtures/small
== RUN head -c 5000000 /dev/zero | tr '\0' '#' > small/plan.yaml && tameel check small
== OUT
plan.yaml:1:1: error E0109: the file has 5000000 bytes; 4194304 are allowed
  hint: A file of a strategy has at most 4 MB and 24 levels.
1 error, 0 warnings; 0 activities, 0 targets, 0 outcomes, 4 institutions
== EXIT 1
