# A correction names an entry of the same kind and programme that still stands.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-04-20
== STORE store.db FROM small
== RUN tameel programme cohort course 2024-A --title "First course" --seats 30
== OUT
entry 2 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel programme report course --stage admitted --cohort 2024-A --period 2024-03-31 --value 25
== OUT
entry 3 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel programme report course --stage admitted --cohort 2024-A --period 2024-03-31 --value 24 --corrects 2
== ERR
tameel: E0483 corrects: entry 2 is no programme.reported of course
== EXIT 1
== RUN tameel programme report course --stage admitted --cohort 2024-A --period 2024-03-31 --value 24 --corrects 99
== ERR
tameel: E0483 corrects: entry 99 is no programme.reported of course
== EXIT 1
== RUN tameel programme report course --stage admitted --cohort 2024-A --period 2024-03-31 --value 24 --corrects 3
== OUT
entry 4 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel programme report course --stage admitted --cohort 2024-A --period 2024-03-31 --value 23 --corrects 3
== ERR
tameel: E0483 corrects: entry 3 has been corrected already
== EXIT 1
# Nothing else was written.
== RUN tameel verify | head -1
== OUT
5 entries, 5 checkpoints and 7 attachments hold
== EXIT 0
