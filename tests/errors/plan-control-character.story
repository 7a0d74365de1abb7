# E0106. A control character, as word processors leave them; sed writes one into the file.
== COPY tests/fixtures/small
== RUN sed -i 's/Software/Soft\x01ware/' small/institutions.yaml && tameel check small
== OUT
institutions.yaml:3:30: error E0106: expected printable UTF-8, found the control character 01
   3 |     name: Association of Soft?ware Houses
     |                              ^
  hint: A file is UTF-8 text without control characters.
1 error, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions
== EXIT 1
