# E0116, E0149. A name and the words of a table stand for one thing; what the program brings is not declared again.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-statistics.yaml AS statistics.yaml
== RUN sed -e 's/- contact centres/- ict/' -e 's/id: CL_UNIT$/id: CL_OBS_STATUS/' -e 's/id: CLASS/id: SERVICE/' -e 's/        - call centres$/        - ict/' statistics.yaml > small/statistics.yaml && tameel check small
== OUT
statistics.yaml:32:13: error E0116: "ict" is printed for ICT already
  32 |           - ict
     |             ^^^
  hint: A code names one thing; give the second its own.
statistics.yaml:33:13: error E0116: "ict" is printed for ICT already
  33 |           - ict
     |             ^^^
  hint: A code names one thing; give the second its own.
statistics.yaml:43:9: error E0116: the list "CL_OBS_STATUS" is built in
  43 |   - id: CL_OBS_STATUS
     |         ^^^^^^^^^^^^^
  hint: A code names one thing; give the second its own.
statistics.yaml:63:13: error E0116: the dimension of DSD_TRADE "SERVICE" stands twice; the first is on line 58
  63 |       - id: SERVICE
     |             ^^^^^^^
  hint: A code names one thing; give the second its own.
statistics.yaml:86:11: error E0149: "ict" is listed twice
  86 |         - ict
     |           ^^^
  hint: A list names each thing once.
5 errors, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions, 1 dataflow
== EXIT 1
