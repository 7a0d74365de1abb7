# Every decision, meeting and group has a code of its own.
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
== FILE minutes.txt
Signed minutes of the founding meeting
== RUN tameel council decide --code 2023/1 --title "The council is founded" --concerns council --minutes minutes.txt > /dev/null
== EXIT 0
== RUN tameel council decide --code 2023/1 --title "The council is dissolved" --concerns council --minutes minutes.txt
== ERR
tameel: E0444 code: decision 2023/1 is recorded already
== EXIT 1
# The decisions of a meeting are numbered, so that no code is chosen for them.
== RUN tameel council decide 2024-Q1 --code 2024/1 --title "The council is dissolved" --consensus
== ERR
tameel: E0001 code: expected no code: a decision of a meeting is numbered
== EXIT 2
# A working group is formed once, and is not called as the council is.
== RUN tameel council group tax --title "Working group on tax" --members moitt,pasha --chair pasha --decision 2023/1 > /dev/null
== EXIT 0
== RUN tameel council group tax --title "Another group on tax" --members pasha --chair pasha --decision 2023/1
== ERR
tameel: E0444 group: a body has the code "tax" already
== EXIT 1
== RUN tameel council group council --title "A second council" --members pasha --chair pasha --decision 2023/1
== ERR
tameel: E0444 group: a body has the code "council" already
== EXIT 1
# A meeting of the group does not take the code of one of the council.
== RUN tameel council schedule 2024-Q1 --body tax --on 2024-02-20
== ERR
tameel: E0444 meeting: 2024-Q1 is a meeting of council
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
8 entries, 8 checkpoints and 7 attachments hold
== EXIT 0
