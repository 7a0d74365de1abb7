# A meeting without quorum may talk and take notes; it decides nothing.
== COPY tests/fixtures/small
== RUN sed -i 's/quorum: Half of the seats/quorum: All seats/' small/institutions.yaml
== EXIT 0
== CLOCK 2024-01-10
== STORE store.db FROM small
# Both seats have a holder, and the council meets on 25 January.
== RUN tameel council appoint moitt --holder m-1 > /dev/null
tameel council appoint pasha --holder p-1 > /dev/null
tameel council schedule --on 2024-01-25 > /dev/null
== EXIT 0
== RUN tameel council prepare 2024-Q1 --add "Rules of procedure" > /dev/null
== EXIT 0
== CLOCK 2024-01-25
== RUN tameel council hold 2024-Q1 --present moitt > /dev/null; tameel council meetings | grep Q1
== OUT
2024-Q1  2024-01-25  -     council  held, 1 present, 2 needed: no quorum  -
== EXIT 0
== RUN tameel council decide 2024-Q1 --item added:1 --title "We adopt the rules" --for moitt
== ERR
tameel: E0432 meeting: expected 2 of 2 seats for a decision (all seats), found 1 present
== EXIT 1
== RUN tameel council decide 2024-Q1 --item added:1 --title "We adopt the rules" --consensus
== ERR
tameel: E0432 meeting: expected 2 of 2 seats for a decision (all seats), found 1 present
== EXIT 1
# Nobody at all is no quorum either.
== RUN tameel council schedule extra --on 2024-01-25 > /dev/null; tameel council hold extra > /dev/null
== EXIT 0
== RUN tameel council decide extra --title "We adopt the rules" --consensus
== ERR
tameel: E0432 meeting: expected 2 of 2 seats for a decision (all seats), found 0 present
== EXIT 1
# Notes are taken all the same.
== RUN tameel council minute 2024-Q1 added:1 --type action --text "P@SHA reads the rules until March"
== OUT
entry 9 recorded at 2024-01-25T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# But for the note, nothing was written.
== RUN tameel verify | head -1
== OUT
10 entries, 10 checkpoints and 6 attachments hold
== EXIT 0
