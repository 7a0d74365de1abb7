# Another calendar would take back that somebody is late.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== DECIDED 2024/5
== RUN tameel confirm 1.1.1 --answer yes > /dev/null
== EXIT 0
== FILE minutes.txt
Minutes of the first dialogue
== CLOCK 2024-06-01
== RUN tameel status | grep 1.1.1-1
== OUT
1.1.1-1              overdue       Five dialogues held: the report for 2024-Q1 was due by 2024-04-30 and has not come
== EXIT 0
== RUN tameel amend 1.1.1-1 --set frequency=yearly --reason "Too many reports" --decision 2024/5
== ERR
tameel: E0412 changes.frequency: the report for 2024-Q1 is overdue; the calendar changes once no report is missing
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
4 entries, 4 checkpoints and 7 attachments hold
== EXIT 0
