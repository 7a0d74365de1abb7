# The programme says that its parts by sex are complete, so they add up; persons are whole.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-04-20
== STORE store.db FROM small
== RUN tameel programme cohort course 2024-A --title "First course" --seats 30
== OUT
entry 2 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel programme report course --stage admitted --cohort 2024-A --period 2024-03-31 --value 25 --sex female=10 --sex male=14
== ERR
tameel: E0473 sex: expected parts of 25, found 24 together
== EXIT 1
== RUN tameel programme report course --stage admitted --cohort 2024-A --period 2024-03-31 --value 25 --sex female=10.5 --sex male=14.5
== ERR
tameel: E0473 sex.female: expected whole persons, found 10.5
== EXIT 1
== RUN tameel programme report course --stage admitted --cohort 2024-A --period 2024-03-31 --value 25 --sex women=25
== ERR
tameel: E0473 sex.women: expected female, male, other or unknown, found "women"
== EXIT 1
# Whose sex is not known is counted as unknown.
== RUN tameel programme report course --stage admitted --cohort 2024-A --period 2024-03-31 --value 25 --sex female=10 --sex male=14 --sex unknown=1
== OUT
entry 3 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# Nothing else was written.
== RUN tameel verify | head -1
== OUT
4 entries, 4 checkpoints and 7 attachments hold
== EXIT 0
