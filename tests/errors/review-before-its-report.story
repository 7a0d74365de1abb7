# What is judged must be there: a review never counts from before its report.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== RUN tameel confirm 1.1.1 --answer yes > /dev/null
== EXIT 0
== FILE minutes.txt
Minutes of the first dialogue
== CLOCK 2024-04-20
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade B > /dev/null
== EXIT 0
== RUN tameel review 1.1.1-1 --period 2024-Q1 --verify --grade B --institution tdap --effective-on 2024-04-19
== ERR
tameel: E0426 effective_on: expected a day from 2024-04-20, on which the report counts, found 2024-04-19
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
4 entries, 4 checkpoints and 7 attachments hold
== EXIT 0
