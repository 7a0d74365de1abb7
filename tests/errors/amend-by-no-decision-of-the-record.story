# Adoption, amendment and whatever else needs the council name a decision that the record holds.
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
== RUN tameel council decide 2024-Q1 --title "One dialogue fewer" --concerns 1.1.1 --consensus > /dev/null
== EXIT 0
== RUN tameel amend 1.1.1-1 --set due=2026 --reason "The hall is smaller" --decision 2024-Q1/2
== ERR
tameel: E0430 decision: no decision has the code "2024-Q1/2"; did you mean 2024-Q1/1?
== EXIT 1
== RUN tameel amend 1.1.1-1 --set due=2026 --reason "The hall is smaller" --decision "the minutes of January"
== ERR
tameel: E0430 decision: no decision has the code "the minutes of January"
== EXIT 1
== RUN tameel adopt 1.1.1 --year 2024 --decision 2024/1
== ERR
tameel: E0430 decision: no decision has the code "2024/1"
== EXIT 1
== RUN tameel council group tax --title "Working group on tax" --members moitt,pasha --chair pasha --decision 2024/1
== ERR
tameel: E0430 decision: no decision has the code "2024/1"
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
7 entries, 7 checkpoints and 6 attachments hold
== EXIT 0
