# Nobody is asked before the lead has confirmed the activity or the council has adopted a working plan.
# A report for a period that is not asked is refused, and says which periods are.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== CLOCK 2024-04-20
== FILE minutes.txt
Minutes of the first dialogue
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade B
== ERR
tameel: E0405 period: nobody has been asked for 1.1.1-1 yet: its lead has not confirmed activity 1.1.1 and no working plan holds it
== EXIT 1
# From January 2024 on quarters are asked until the target is due, so the quarter before is not.
== RUN tameel confirm 1.1.1 --answer yes --effective-on 2024-01-10
== OUT
entry 2 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel report 1.1.1-1 --period 2023-Q4 --value 1 --evidence minutes.txt --grade B
== ERR
tameel: E0405 period: expected a quarter from 2024-Q1 to 2025-Q4, found 2023-Q4
== EXIT 1
# After the due date nothing is asked any more.
== RUN tameel report 1.1.1-1 --period 2026-Q1 --value 1 --evidence minutes.txt --grade B
== ERR
tameel: E0405 period: expected a quarter from 2024-Q1 to 2025-Q4, found 2026-Q1
== EXIT 1
# Half-years, months and quarters of the fiscal year are other periods than those that are asked.
== RUN tameel report 1.1.1-1 --period 2024-H1 --value 1 --evidence minutes.txt --grade B
== ERR
tameel: E0405 period: expected a quarter from 2024-Q1 to 2025-Q4, found 2024-H1
== EXIT 1
== RUN tameel report 1.1.1-1 --period 2024-03 --value 1 --evidence minutes.txt --grade B
== ERR
tameel: E0405 period: expected a quarter from 2024-Q1 to 2025-Q4, found 2024-03
== EXIT 1
== RUN tameel report 1.1.1-1 --period FY2024-Q3 --value 1 --evidence minutes.txt --grade B
== ERR
tameel: E0405 period: expected a quarter from 2024-Q1 to 2025-Q4, found FY2024-Q3
== EXIT 1
# What is no period at all.
== RUN tameel report 1.1.1-1 --period Q1/2024 --value 1 --evidence minutes.txt --grade B
== ERR
tameel: E0005 period: expected a period such as 2024, 2024-H1, 2024-Q3, 2024-04, 2024-W05, 2024-04-20 or FY2024-Q1, found "Q1/2024"
== EXIT 2
# Nothing was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
