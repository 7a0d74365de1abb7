# A strategy without a fault: no diagnostics, the counts, and exit code 0.
== COPY tests/fixtures/small
== RUN tameel check small
== OUT
0 errors, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions
== EXIT 0
