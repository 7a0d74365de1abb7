# The same figure twice in a file is a mistake of the file; two sources may say the same.
== COPY tests/fixtures/small
== CLOCK 2024-09-20
== STORE store.db FROM small
== FILE july.csv
category,measure,period,value,published,source
ict,receipts,2024-07,286,2024-08-20,central-bank
ict,receipts,2024-07,286.0,2024-08-20,central-bank
ict,receipts,2024-07,286,2024-08-20,statistics-office
== RUN tameel load july.csv
== ERR
tameel: E0306 july.csv:3: the same series, period (2024-07), source (central-bank), day and value (286.0) stand at line 2 already
== EXIT 2
# No figure was written; that the file was refused is noted, for the council to see.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
