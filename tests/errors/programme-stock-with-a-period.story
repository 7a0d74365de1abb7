# A stock is what there is on a day; only a flow happens in a period.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-04-20
== STORE store.db FROM small
== RUN tameel programme report course --measure rooms --period 2024-Q1 --value 3
== ERR
tameel: E0477 period: rooms is a stock: expected the day on which it was counted, found 2024-Q1
== EXIT 1
# Nothing else was written.
== RUN tameel verify | head -1
== OUT
2 entries, 2 checkpoints and 7 attachments hold
== EXIT 0
