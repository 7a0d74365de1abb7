# Minutes, decisions and papers belong to an item that stands on the agenda.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
# Both seats have a holder, and the council meets on 25 January.
== RUN tameel council appoint moitt --holder m-1 > /dev/null
tameel council appoint pasha --holder p-1 > /dev/null
tameel council schedule --on 2024-01-25 > /dev/null
== EXIT 0
== FILE rules.txt
Rules of procedure
== RUN tameel council prepare 2024-Q1 --add "Rules of procedure" --paper added:2=rules.txt --leave-out weather --first working_plan:1.1.3
== ERR
tameel: E0431 leave_out[0]: no item of the agenda is "weather"
tameel: E0431 first[0]: no item of the agenda is "working_plan:1.1.3"; did you mean working_plan:1.1.1?
tameel: E0431 papers[0].item: no item of the agenda is "added:2"; did you mean added:1?
== EXIT 1
== RUN tameel council prepare 2024-Q1 --add "Rules of procedure" --paper rules.txt
== ERR
tameel: E0808 --paper: expected ITEM=FILE, found "rules.txt"
== EXIT 2
# An agenda that was never prepared has no item.
== CLOCK 2024-01-25
== RUN tameel council prepare 2024-Q1 --add "Rules of procedure" > /dev/null
tameel council schedule extra --on 2024-01-25 > /dev/null
tameel council hold 2024-Q1 --present moitt,pasha > /dev/null
tameel council hold extra --present moitt,pasha > /dev/null
== EXIT 0
== RUN tameel council minute 2024-Q1 added:2 --type information --text "They were read out"
== ERR
tameel: E0431 item: no item of the agenda is "added:2"; did you mean added:1?
== EXIT 1
== RUN tameel council decide 2024-Q1 --item working_plan:1.1.3 --title "We adopt the rules" --consensus
== ERR
tameel: E0431 item: no item of the agenda is "working_plan:1.1.3"; did you mean working_plan:1.1.1?
== EXIT 1
== RUN tameel council minute extra added:1 --type information --text "They were read out"
== ERR
tameel: E0431 item: meeting extra has no agenda
== EXIT 1
== RUN tameel council agenda extra
== ERR
tameel: E0431 meeting: meeting extra has no agenda yet; prepare it first
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
9 entries, 9 checkpoints and 6 attachments hold
== EXIT 0
