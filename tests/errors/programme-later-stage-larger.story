# Nobody reaches a stage without having passed the one before it; both counts are named.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-04-20
== STORE store.db FROM small
== RUN tameel programme cohort course 2024-A --title "First course" --seats 30
== OUT
entry 2 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel programme report course --stage applied --cohort 2024-A --period 2024-02-01 --value 40
== OUT
entry 3 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel programme report course --stage admitted --cohort 2024-A --period 2024-02-15 --value 41
== ERR
tameel: E0475 value: 41 persons at admitted (this report), more than the 40 at applied (entry 3)
== EXIT 1
# More than 40 may be 60, so nothing can be said against 41.
== RUN tameel programme report course --stage applied --cohort 2024-A --period 2024-02-01 --value 40 --qualifier at_least --corrects 3
== OUT
entry 4 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel programme report course --stage admitted --cohort 2024-A --period 2024-02-15 --value 41
== OUT
entry 5 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# Nothing else was written.
== RUN tameel verify | head -1
== OUT
6 entries, 6 checkpoints and 7 attachments hold
== EXIT 0
