# What was answered or withdrawn is settled; whoever is not content reopens it first.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== RUN tameel issue raise "Firms are not asked" --raised-by firm > /dev/null
tameel issue raise "The form is too long" --raised-by member > /dev/null
tameel issue assign I-1 --owner moitt > /dev/null
== EXIT 0
# What is open needs no reopening.
== RUN tameel issue reopen I-1 --reason "No answer yet"
== ERR
tameel: E0448 issue: issue I-1 is open
== EXIT 1
== RUN tameel issue answer I-1 --text "They will be" --institution moitt > /dev/null
tameel issue withdraw I-2 --reason "It was shortened" > /dev/null
== EXIT 0
== RUN tameel issue answer I-1 --text "They will not be" --institution moitt
== ERR
tameel: E0448 issue: issue I-1 is answered
== EXIT 1
== RUN tameel issue assign I-1 --owner pasha
== ERR
tameel: E0448 issue: issue I-1 is answered
== EXIT 1
== RUN tameel issue withdraw I-1 --reason "Too late"
== ERR
tameel: E0448 issue: issue I-1 is answered
== EXIT 1
== RUN tameel issue withdraw I-2 --reason "Once more"
== ERR
tameel: E0448 issue: issue I-2 is withdrawn
== EXIT 1
== RUN tameel issue answer I-2 --text "It is short" --institution moitt
== ERR
tameel: E0448 issue: issue I-2 is withdrawn
tameel: E0449 institution: nobody owns issue I-2 yet; the secretariat assigns it first
== EXIT 1
== RUN tameel issue reopen I-1
== ERR
tameel: E0413 reason: expected a reason, found none
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
7 entries, 7 checkpoints and 6 attachments hold
== EXIT 0
