# A report names a stage or a measure of its programme, or a line of money.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-04-20
== STORE store.db FROM small
== RUN tameel programme report course --stage admited --period 2024-03-31 --value 3
== ERR
tameel: E0471 stage: course has no stage "admited"; did you mean admitted?
== EXIT 1
== RUN tameel programme report course --measure room --period 2024-03-31 --value 3
== ERR
tameel: E0471 measure: course has no measure "room"; did you mean rooms?
== EXIT 1
== RUN tameel programme report course --money spent --currency PKR --period 2024-03-31 --value 3
== ERR
tameel: E0471 money: expected one of approved, released, disbursed, found "spent"
== EXIT 1
# Nothing else was written.
== RUN tameel verify | head -1
== OUT
2 entries, 2 checkpoints and 7 attachments hold
== EXIT 0
