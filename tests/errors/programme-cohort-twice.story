# A cohort is opened once; its seats are corrected by an entry that names the first one.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-04-20
== STORE store.db FROM small
== RUN tameel programme cohort course 2024-A --title "First course" --seats 30
== OUT
entry 2 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel programme cohort course 2024-A --title "First course" --seats 25
== ERR
tameel: E0478 cohort: course has the cohort 2024-A already (entry 2)
== EXIT 1
== RUN tameel programme cohort course 2024-B --title "Second course" --seats 0
== ERR
tameel: E0485 seats: expected at least 1 seat, found 0
== EXIT 1
== RUN tameel programme cohort course "spring term" --title "Second course"
== ERR
tameel: E0001 cohort: expected a code of letters, digits and hyphens, found "spring term"
== EXIT 2
== RUN tameel programme cohort course 2024-A --title "First course" --seats 25 --corrects 2
== OUT
entry 3 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# Nothing else was written.
== RUN tameel verify | head -1
== OUT
4 entries, 4 checkpoints and 7 attachments hold
== EXIT 0
