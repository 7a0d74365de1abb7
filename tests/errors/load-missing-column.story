# A table of figures lacks a column that says when a figure was published.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== FILE july.csv
category,measure,period,value,source
ict,receipts,2024-07,286,central-bank
== RUN tameel load july.csv
== ERR
tameel: E0013 july.csv:1: expected the columns period, value, published, source; missing: published; found: category, measure, period, value, source
== EXIT 2
# No figure was written; that the file was refused is noted, for the council to see.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
