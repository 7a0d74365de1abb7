# A cohort is opened before anybody is counted in it.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-04-20
== STORE store.db FROM small
== RUN tameel programme cohort course 2024-A --title "First course" --seats 30
== OUT
entry 2 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel programme report course --stage admitted --cohort 2024-B --period 2024-03-31 --value 25
== ERR
tameel: E0472 cohort: course has no cohort "2024-B"; did you mean 2024-A?
== EXIT 1
# Nothing else was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 7 attachments hold
== EXIT 0
