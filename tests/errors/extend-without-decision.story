# A due date is put off by decision of the council only, and to a later day.
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
== RUN tameel council extend 2024-Q1/1 --due 2024-06-30
== ERR
tameel: E0439 decision: expected the code of an adopted decision of the council, found none
== EXIT 1
== RUN tameel council extend 2024-Q1/1 --due 2024-06-30 --decision 2024-Q2/1
== ERR
tameel: E0430 decision: no decision has the code "2024-Q2/1"; did you mean 2024-Q1/1?
== EXIT 1
== RUN tameel council extend 2024-Q1/1 --due 2024-03-15 --decision " "
== ERR
tameel: E0439 decision: expected the code of an adopted decision of the council, found none
tameel: E0447 due: expected a day after 2024-03-31, on which it is due now, found 2024-03-15
== EXIT 1
== RUN tameel council extend 2024-Q1/1
== ERR
tameel: E0439 decision: expected the code of an adopted decision of the council, found none
tameel: E0011 due: expected a day, found none
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
7 entries, 7 checkpoints and 6 attachments hold
== EXIT 0
