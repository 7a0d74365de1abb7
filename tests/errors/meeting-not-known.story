# What is recorded of a meeting names one that was called.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
# Both seats have a holder, and the council meets on 25 January.
== RUN tameel council appoint moitt --holder m-1 > /dev/null
tameel council appoint pasha --holder p-1 > /dev/null
tameel council schedule --on 2024-01-25 > /dev/null
== EXIT 0
== RUN tameel council prepare 2024-Q2
== ERR
tameel: E0429 meeting: no meeting has the code "2024-Q2"; did you mean 2024-Q1?
== EXIT 1
== RUN tameel council hold 2024-01 --present moitt
== ERR
tameel: E0429 meeting: no meeting has the code "2024-01"; did you mean 2024-Q1?
== EXIT 1
== RUN tameel council cancel first --reason "No room"
== ERR
tameel: E0429 meeting: no meeting has the code "first"
== EXIT 1
== RUN tameel council agenda 2024-Q3
== ERR
tameel: E0429 meeting: no meeting has the code "2024-Q3"; did you mean 2024-Q1?
== EXIT 1
== RUN tameel council decide 2023-Q1 --title "We meet" --consensus
== ERR
tameel: E0429 meeting: no meeting has the code "2023-Q1"; did you mean 2024-Q1?
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
5 entries, 5 checkpoints and 6 attachments hold
== EXIT 0
