# What is no table of figures.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== FILE empty.csv
== RUN tameel load empty.csv
== ERR
tameel: E0013 empty.csv:1: expected a header and rows, found nothing
== EXIT 2
== FILE header.csv
category,measure,period,value,published,source
== RUN tameel load header.csv
== ERR
tameel: E0013 header.csv:2: expected at least one row, found none
== EXIT 2
== FILE open.csv
category,measure,period,value,published,source
ict,receipts,2024-07,"286,2024-08-20,central-bank
== RUN tameel load open.csv
== ERR
tameel: E0013 open.csv:2, column 4: a quoted field is not closed before the file ends
== EXIT 2
== RUN tameel load nowhere.csv
== ERR
tameel: E0016 nowhere.csv: cannot read the file: No such file or directory
== EXIT 1
== RUN printf 'category,measure,period,value,published,source\nict,receipts,2024-07,286,2024-08-20,b\xff\n' > bytes.csv; tameel load bytes.csv
== ERR
tameel: E0014 bytes.csv:2, column 6: expected UTF-8, found another byte sequence at byte 1
== EXIT 2
# No figure was written; that the file was refused is noted, for the council to see.
== RUN tameel verify | head -1
== OUT
6 entries, 6 checkpoints and 6 attachments hold
== EXIT 0
