# E0106. A byte that is not UTF-8, as older systems write for é; the file must be saved as UTF-8.
== COPY tests/fixtures/small
== RUN sed -i 's/Software/Softw\xe9re/' small/institutions.yaml && tameel check small
== OUT
institutions.yaml:3:31: error E0106: expected printable UTF-8, found the byte E9
   3 |     name: Association of Softw?re Houses
     |                               ^
  hint: A file is UTF-8 text without control characters.
1 error, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions
== EXIT 1
