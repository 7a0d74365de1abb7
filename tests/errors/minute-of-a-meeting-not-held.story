# Minutes and decisions belong to a meeting that was held and not cancelled; nothing more is planned for one that is over.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
# Both seats have a holder, and the council meets on 25 January.
== RUN tameel council appoint moitt --holder m-1 > /dev/null
tameel council appoint pasha --holder p-1 > /dev/null
tameel council schedule --on 2024-01-25 > /dev/null
== EXIT 0
== RUN tameel council prepare 2024-Q1 --add "Rules of procedure" > /dev/null
== EXIT 0
== RUN tameel council minute 2024-Q1 added:1 --type information --text "They were read out"
== ERR
tameel: E0442 meeting: meeting 2024-Q1 has not been held; minutes belong to a meeting that was held
== EXIT 1
== RUN tameel council decide 2024-Q1 --title "We adopt the rules" --consensus
== ERR
tameel: E0442 meeting: meeting 2024-Q1 has not been held; minutes belong to a meeting that was held
== EXIT 1
# The hall is flooded, and the meeting does not take place.
== RUN tameel council cancel 2024-Q1 --reason "The hall is flooded" > /dev/null
== EXIT 0
== CLOCK 2024-01-25
== RUN tameel council hold 2024-Q1 --present moitt,pasha
== ERR
tameel: E0442 meeting: meeting 2024-Q1 was cancelled on 2024-01-10
== EXIT 1
== RUN tameel council minute 2024-Q1 added:1 --type information --text "They were read out"
== ERR
tameel: E0442 meeting: meeting 2024-Q1 was cancelled; minutes belong to a meeting that was held
== EXIT 1
== RUN tameel council decide 2024-Q1 --title "We adopt the rules" --consensus
== ERR
tameel: E0442 meeting: meeting 2024-Q1 was cancelled; minutes belong to a meeting that was held
== EXIT 1
== RUN tameel council prepare 2024-Q1 --add "The weather"
== ERR
tameel: E0442 meeting: meeting 2024-Q1 was cancelled on 2024-01-10
== EXIT 1
== RUN tameel council cancel 2024-Q1 --reason "It rains"
== ERR
tameel: E0442 meeting: meeting 2024-Q1 was cancelled on 2024-01-10
== EXIT 1
# It is called again for another day, and held. Now it is over.
== RUN tameel council schedule --on 2024-02-08 > /dev/null
== EXIT 0
== CLOCK 2024-02-08
== RUN tameel council hold 2024-Q1 --present moitt,pasha > /dev/null
== EXIT 0
== RUN tameel council hold 2024-Q1 --present moitt
== OUT
entry 9 recorded at 2024-02-08T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel council cancel 2024-Q1 --reason "It rains"
== ERR
tameel: E0442 meeting: meeting 2024-Q1 was held on 2024-02-08
== EXIT 1
== RUN tameel council schedule 2024-Q1 --on 2024-02-20
== ERR
tameel: E0442 meeting: meeting 2024-Q1 was held on 2024-02-08
== EXIT 1
== RUN tameel council prepare 2024-Q1 --add "The weather"
== ERR
tameel: E0442 meeting: meeting 2024-Q1 was held on 2024-02-08
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
10 entries, 10 checkpoints and 6 attachments hold
== EXIT 0
