# A number is written with digits and one point; thousands are not grouped, and no letter stands for a digit.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== FILE july.csv
category,measure,period,value,published,source
ict,receipts,2024-07,"2,860",2024-08-20,central-bank
ict,receipts,2024-08,29O,2024-09-20,central-bank
== RUN tameel load july.csv
== ERR
tameel: E0003 july.csv:2, column 4 (value): expected a decimal number such as -12.50, found "2,860"
tameel: E0003 july.csv:3, column 4 (value): expected a decimal number such as -12.50, found "29O"
== EXIT 2
# No figure was written; that the file was refused is noted, for the council to see.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
