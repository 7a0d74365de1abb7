# An obligation is closed with the evidence that it asked for; a mere statement, of grade D, is none.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
# Both seats have a holder, and the council meets on 25 January.
== RUN tameel council appoint moitt --holder m-1 > /dev/null
tameel council appoint pasha --holder p-1 > /dev/null
tameel council schedule --on 2024-01-25 > /dev/null
== EXIT 0
== CLOCK 2024-01-25
== RUN tameel council hold 2024-Q1 --present moitt,pasha > /dev/null
== EXIT 0
# P@SHA owes a list of firms by the end of March.
== RUN tameel council decide 2024-Q1 --title "P@SHA lists the firms" --owner pasha --due 2024-03-31 --proof "The list" --consensus > /dev/null
== EXIT 0
== FILE list.txt
The list of firms
== CLOCK 2024-03-20
== RUN tameel council close 2024-Q1/1
== ERR
tameel: E0438 evidence: expected evidence of grade A, B or C: The list; found none
== EXIT 1
== RUN tameel council close 2024-Q1/1 --note "It was done, believe me"
== ERR
tameel: E0438 evidence: expected evidence of grade A, B or C: The list; found none
== EXIT 1
== RUN tameel council close 2024-Q1/1 --evidence list.txt --grade D
== ERR
tameel: E0438 evidence: expected evidence of grade A, B or C: The list; found a statement
== EXIT 1
== RUN tameel council close 2024-Q1/1 --evidence list.txt
== ERR
tameel: E0808 --grade: each --evidence has its --grade: found 1 file and 0 grades
== EXIT 2
== RUN tameel council close 2024-Q1/1 --evidence nowhere.txt --grade B
== ERR
tameel: E0016 nowhere.txt: cannot read the file: No such file or directory
== EXIT 1
== RUN tameel council obligations | tail -1
== OUT
1 open, 0 overdue, 0 closed in time, 0 closed late
== EXIT 0
# A decision of a meeting outside this record is proved by its signed minutes.
== RUN tameel council decide --code 2023/1 --title "We meet each quarter" --concerns council
== ERR
tameel: E0438 meeting: expected a meeting, or the signed minutes of one that was held outside this record, found neither
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
7 entries, 7 checkpoints and 6 attachments hold
== EXIT 0
