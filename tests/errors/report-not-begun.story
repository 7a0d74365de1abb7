# A period that has not begun cannot be reported.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
# P@SHA leads activity 1.1.1, the ministry supports it. With the confirmation, reports are asked.
== RUN tameel confirm 1.1.1 --answer yes
== OUT
entry 2 recorded at 2024-01-10T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== CLOCK 2024-04-20
== FILE minutes.txt
Minutes of the first dialogue
== RUN tameel report 1.1.1-1 --period 2024-Q3 --value 1 --evidence minutes.txt --grade B
== ERR
tameel: E0406 period: 2024-Q3 begins on 2024-07-01, after today
== EXIT 1
# Nor does a report count from a day to come.
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade B --effective-on 2024-04-21
== ERR
tameel: E0418 effective_on: expected a day up to 2024-04-20, found 2024-04-21
== EXIT 1
# It does not count from a day before its period either.
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade B --effective-on 2023-12-31
== ERR
tameel: E0406 effective_on: 2024-Q1 begins on 2024-01-01, after the day from which the report counts, 2023-12-31
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
