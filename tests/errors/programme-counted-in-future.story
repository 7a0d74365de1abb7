# What is counted lies in the past: a quarter that is not over cannot be counted yet.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-04-20
== STORE store.db FROM small
== RUN tameel programme report course --measure hours --period 2024-Q2 --value 40
== ERR
tameel: E0486 period: expected a time until today, 2024-04-20; 2024-Q2 ends on 2024-06-30
== EXIT 1
== RUN tameel programme report course --measure rooms --period 2024-04-21 --value 4
== ERR
tameel: E0486 period: expected a time until today, 2024-04-20; 2024-04-21 ends on 2024-04-21
== EXIT 1
# Nothing else was written.
== RUN tameel verify | head -1
== OUT
2 entries, 2 checkpoints and 7 attachments hold
== EXIT 0
