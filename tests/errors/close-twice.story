# What was closed stays as it was closed: it is not closed again, and not put off any more.
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
== RUN tameel council close 2024-Q1/1 --evidence list.txt --grade B > /dev/null
== EXIT 0
== RUN tameel council close 2024-Q1/1 --evidence list.txt --grade A
== ERR
tameel: E0448 obligation: obligation 2024-Q1/1 was closed on 2024-03-20
== EXIT 1
== RUN tameel council extend 2024-Q1/1 --due 2024-06-30 --decision 2024-Q1/1
== ERR
tameel: E0440 decision: decision 2024-Q1/1 does not reach 2024-Q1/1; it concerns nothing
tameel: E0448 obligation: obligation 2024-Q1/1 was closed on 2024-03-20
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
8 entries, 8 checkpoints and 7 attachments hold
== EXIT 0
