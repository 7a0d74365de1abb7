# An issue is answered by the institution that owns it, or by the council's decision.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== RUN tameel issue raise "Firms are not asked" --raised-by firm > /dev/null
== EXIT 0
# Nobody owns it yet.
== RUN tameel issue answer I-1 --text "They will be" --institution moitt
== ERR
tameel: E0449 institution: nobody owns issue I-1 yet; the secretariat assigns it first
== EXIT 1
== RUN tameel issue assign I-1 --owner moitt --constraint recognition > /dev/null
== EXIT 0
== RUN tameel issue answer I-1 --text "They will be" --institution pasha
== ERR
tameel: E0449 institution: issue I-1 is for moitt to answer
== EXIT 1
== RUN tameel issue answer I-1 --text "They will be"
== ERR
tameel: E0449 institution: issue I-1 is for moitt to answer
== EXIT 1
== RUN tameel issue answer I-1 --text "They will be" --decision 2024/9
== ERR
tameel: E0430 decision: no decision has the code "2024/9"
== EXIT 1
# An answer says something.
== RUN tameel issue answer I-1 --text "  " --institution moitt
== ERR
tameel: E0413 text: expected an answer, found none
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
4 entries, 4 checkpoints and 6 attachments hold
== EXIT 0
