# Whoever owes something does not say itself that it was done.
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
== RUN tameel council close 2024-Q1/1 --evidence list.txt --grade B --institution pasha
== ERR
tameel: E0443 institution: pasha owes it; somebody else says that it was done
== EXIT 1
== RUN tameel council close 2024-Q1/1 --evidence list.txt --grade A --institution P@SHA
== ERR
tameel: E0443 institution: pasha owes it; somebody else says that it was done
== EXIT 1
== RUN tameel council close 2024-Q1/1 --evidence list.txt --grade D --institution pasha
== ERR
tameel: E0438 evidence: expected evidence of grade A, B or C: The list; found a statement
tameel: E0443 institution: pasha owes it; somebody else says that it was done
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
7 entries, 7 checkpoints and 6 attachments hold
== EXIT 0
# Another member says so, and it is closed.
== RUN tameel council close 2024-Q1/1 --evidence list.txt --grade B --institution moitt > /dev/null; tameel council obligations | tail -1
== OUT
0 open, 0 overdue, 1 closed in time, 0 closed late
== EXIT 0
