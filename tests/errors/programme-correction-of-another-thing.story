# E0466: a correction keeps what its entry is about: the stage, measure or line of money and the cohort of a count, the
# task, the cohort.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-04-20
== STORE store.db FROM small
== RUN tameel programme cohort course 2024-A --title "First course" --seats 30 > entries
== EXIT 0
== RUN tameel programme cohort course 2024-B --title "Second course" --seats 30 > entries
== EXIT 0
== RUN tameel programme report course --stage admitted --cohort 2024-A --period 2024-03-31 --value 25 > entries
== EXIT 0
== RUN tameel programme task course teaching --title "Teaching" > entries
== EXIT 0
== RUN tameel programme report course --stage applied --cohort 2024-A --period 2024-03-31 --value 60 --corrects 4
== ERR
tameel: E0466 corrects: entry 4 is about the stage admitted of cohort 2024-A: expected the same in its place, found the stage applied of cohort 2024-A
== EXIT 1
== RUN tameel programme report course --stage admitted --cohort 2024-B --period 2024-03-31 --value 25 --corrects 4
== ERR
tameel: E0466 corrects: entry 4 is about the stage admitted of cohort 2024-A: expected the same in its place, found the stage admitted of cohort 2024-B
== EXIT 1
== RUN tameel programme report course --measure hours --period 2024-Q1 --value 25 --corrects 4
== ERR
tameel: E0466 corrects: entry 4 is about the stage admitted of cohort 2024-A: expected the same in its place, found the measure hours
== EXIT 1
== RUN tameel programme task course placement --title "Placement" --corrects 5
== ERR
tameel: E0466 corrects: entry 5 is about the task teaching: expected the same in its place, found the task placement
== EXIT 1
== RUN tameel programme cohort course 2024-C --title "Third course" --corrects 3
== ERR
tameel: E0466 corrects: entry 3 is about the cohort 2024-B: expected the same in its place, found the cohort 2024-C
== EXIT 1
# Nothing was written; a day may be corrected.
== RUN tameel programme report course --stage admitted --cohort 2024-A --period 2024-03-30 --value 25 --corrects 4 > entries
== EXIT 0
== RUN tameel verify | head -1
== OUT
7 entries, 7 checkpoints and 7 attachments hold
== EXIT 0
