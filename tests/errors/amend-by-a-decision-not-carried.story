# A decision that was not carried changes nothing, and one that was carried changes nothing that lies before it.
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
== RUN tameel council decide 2024-Q1 --title "One dialogue fewer" --concerns 1.1.1 --for pasha --against moitt > /dev/null
tameel council decide 2024-Q1 --title "A year more" --concerns 1.1.1 --consensus > /dev/null
tameel council decisions | tail -2
== OUT
2024-Q1/1  2024-01-25  not carried  1 : 1, 0 abstained  One dialogue fewer; concerns 1.1.1
2024-Q1/2  2024-01-25  adopted      2 : 0, 0 abstained  A year more; concerns 1.1.1
== EXIT 0
== RUN tameel amend 1.1.1-1 --set due=2026 --reason "The hall is smaller" --decision 2024-Q1/1
== ERR
tameel: E0439 decision: expected an adopted decision; 2024-Q1/1 was not carried
== EXIT 1
== RUN tameel adopt 1.1.1 --year 2024 --decision 2024-Q1/1
== ERR
tameel: E0439 decision: expected an adopted decision; 2024-Q1/1 was not carried
== EXIT 1
# The second was taken on 25 January: it does not reach back to the 20th.
== RUN tameel amend 1.1.1-1 --set due=2026 --reason "The hall is smaller" --decision 2024-Q1/2 --effective-on 2024-01-20
== ERR
tameel: E0439 decision: decision 2024-Q1/2 was taken on 2024-01-25; what rests on it counts from then, found 2024-01-20
== EXIT 1
== RUN tameel adopt 1.1.1 --year 2024 --decision 2024-Q1/2 --effective-on 2024-01-24
== ERR
tameel: E0439 decision: decision 2024-Q1/2 was taken on 2024-01-25; what rests on it counts from then, found 2024-01-24
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
8 entries, 8 checkpoints and 6 attachments hold
== EXIT 0
