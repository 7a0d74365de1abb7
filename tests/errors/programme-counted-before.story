# One thing of one time is counted once, however the time is written.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-04-20
== STORE store.db FROM small
== RUN tameel programme report course --measure hours --period 2024-Q1 --value 40
== OUT
entry 2 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel programme report course --measure hours --period 2024-01-01/2024-03-31 --value 41
== ERR
tameel: E0487 period: hours for 2024-01-01/2024-03-31 was counted by entry 2: 40
== EXIT 1
# Nothing else was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 7 attachments hold
== EXIT 0
