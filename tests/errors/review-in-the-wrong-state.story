# A review needs a report in the state that it changes.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== DECIDED C1
# P@SHA leads activity 1.1.1, the ministry supports it. With the confirmation, reports are asked.
== RUN tameel confirm 1.1.1 --answer yes
== OUT
entry 3 recorded at 2024-01-10T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== CLOCK 2024-04-20
== FILE minutes.txt
Minutes of the first dialogue
# Nothing has been reported.
== RUN tameel review 1.1.1-1 --period 2024-Q1 --institution tdap --verify --grade B
== ERR
tameel: E0412 period: expected a report that is submitted, found 1.1.1-1 for 2024-Q1: due, and not reported
== EXIT 1
== RUN tameel review 1.1.1-1 --period 2024-Q1 --institution moitt --endorse C1
== ERR
tameel: E0412 period: expected a report that is verified, found 1.1.1-1 for 2024-Q1: due, and not reported
== EXIT 1
== RUN tameel review 1.1.1-1 --period 2024-Q1 --institution pasha --withdraw Mistake
== ERR
tameel: E0412 period: expected a report that is submitted or returned, found 1.1.1-1 for 2024-Q1: due, and not reported
== EXIT 1
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade B
== OUT
entry 4 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# It is not verified yet, so it cannot be endorsed.
== RUN tameel review 1.1.1-1 --period 2024-Q1 --institution moitt --endorse C1
== ERR
tameel: E0412 period: expected a report that is verified, found 1.1.1-1 for 2024-Q1: submitted
== EXIT 1
== RUN tameel review 1.1.1-1 --period 2024-Q1 --institution tdap --return "No list of participants"
== OUT
entry 5 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# What was returned waits for a new report.
== RUN tameel review 1.1.1-1 --period 2024-Q1 --institution tdap --verify --grade B
== ERR
tameel: E0412 period: expected a report that is submitted, found 1.1.1-1 for 2024-Q1: returned
== EXIT 1
