# A calendar became coarser: the report for the year speaks for its quarters, and none is added to it.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== DECIDED 2024/5 2025/1
== RUN tameel confirm 1.1.1 --answer yes > /dev/null
== EXIT 0
== FILE minutes.txt
Minutes of the first dialogue
== CLOCK 2024-07-10
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade B > /dev/null; tameel report 1.1.1-1 --period 2024-Q2 --value 1 --evidence minutes.txt --grade B > /dev/null
== EXIT 0
== RUN tameel amend 1.1.1-1 --set frequency=yearly --reason "Too many reports" --decision 2024/5 > /dev/null
== EXIT 0
== CLOCK 2025-01-20
== RUN tameel report 1.1.1-1 --period 2024 --value 3 --evidence minutes.txt --grade B > /dev/null
== EXIT 0
# Three dialogues were held, not five.
== RUN tameel status 1.1.1-1 | grep claimed
== OUT
      claimed: 1 dialogue, evidence of grade B  [journal entry 5]
      claimed: 1 dialogue, evidence of grade B  [journal entry 6]
      claimed: 3 dialogues, evidence of grade B  [journal entry 8]
== EXIT 0
== RUN tameel amend 1.1.1-1 --set frequency=quarterly --reason "Too few reports" --decision 2025/1 > /dev/null
== EXIT 0
== RUN tameel report 1.1.1-1 --period 2024-Q3 --value 1 --evidence minutes.txt --grade B
== ERR
tameel: E0425 period: the report for 2024 speaks of 2024-Q3 too: report 2024 again, or withdraw it
== EXIT 1
