# An agenda has at most 120 items: nobody reads more.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
# Both seats have a holder, and the council meets on 25 January.
== RUN tameel council appoint moitt --holder m-1 > /dev/null
tameel council appoint pasha --holder p-1 > /dev/null
tameel council schedule --on 2024-01-25 > /dev/null
== EXIT 0
== RUN for number in $(seq 121); do points+=(--add "Point $number"); done; tameel council prepare 2024-Q1 "${points[@]}"
== ERR
tameel: E0445 meeting: expected at most 120 items, found 124; leave out some of: added (121), overload (1), working_plan (2)
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
5 entries, 5 checkpoints and 6 attachments hold
== EXIT 0
