# E0452: the counting level is declared before the first money is recorded.
== COPY tests/fixtures/small
== CLOCK 2024-03-08
== STORE store.db FROM small
== RUN tameel fund level branch
== ERR
tameel: E0001 level: expected objective, activity or step, found "branch"
== EXIT 2
== RUN tameel fund level objective > entries
== EXIT 0
== RUN tameel fund level activity > entries
== EXIT 0
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage pledge --amount 60 --currency PKR > entries
== EXIT 0
== RUN tameel fund level objective
== ERR
tameel: E0452 level: the counting level is fixed since entry 4 recorded money
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
5 entries, 5 checkpoints and 6 attachments hold
== EXIT 0
