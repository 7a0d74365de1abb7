# A cohort in which fewer entered than left: whoever is reported last is refused.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-04-20
== STORE store.db FROM small
== RUN tameel programme cohort course 2024-A --title "First course" --seats 30
== OUT
entry 2 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel programme report course --stage admitted --cohort 2024-A --period 2024-02-01 --value 25
== OUT
entry 3 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel programme report course --stage graduated --cohort 2024-A --period 2024-03-31 --value 20
== OUT
entry 4 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel programme report course --stage dropped-out --cohort 2024-A --period 2024-03-31 --value 6
== ERR
tameel: E0474 value: 25 entered the cohort 2024-A (entry 3), fewer than the 26 who left it (entry 4, this report)
== EXIT 1
# Five can have dropped out. Then the count of those who entered cannot be corrected to less.
== RUN tameel programme report course --stage dropped-out --cohort 2024-A --period 2024-03-31 --value 5
== OUT
entry 5 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel programme report course --stage admitted --cohort 2024-A --period 2024-02-01 --value 24 --corrects 3
== ERR
tameel: E0474 value: 24 entered the cohort 2024-A (this report), fewer than the 25 who left it (entry 4, entry 5)
== EXIT 1
# Nothing else was written.
== RUN tameel verify | head -1
== OUT
6 entries, 6 checkpoints and 7 attachments hold
== EXIT 0
