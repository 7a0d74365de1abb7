# All faults of a file are found in one pass, each with its line and column, and nothing of it is loaded.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== FILE year.csv
category,measure,period,value,published,source
ict,receipts,2023-07,286,2024-01-05,central-bank
ict,receipts,2024-08,29O,2024-09-20,central-bank
ict,receipts,August,290,20-09-2024,central-bank
ict,receipts,2023-07,286,2024-01-05,central-bank
ict,receipts,2024-09,,2024-10-20,
ict,receipts,2024-10,301
== RUN tameel load year.csv
== ERR
tameel: E0003 year.csv:3, column 4 (value): expected a decimal number such as -12.50, found "29O"
tameel: E0005 year.csv:4, column 3 (period): expected a period such as 2024, 2024-H1, 2024-Q3, 2024-04, 2024-W05, 2024-04-20 or FY2024-Q1, found "August"
tameel: E0004 year.csv:4, column 5 (published): expected a date as YYYY-MM-DD, found "20-09-2024"
tameel: E0306 year.csv:5: the same series, period (2023-07), source (central-bank), day and value (286) stand at line 2 already
tameel: E0303 year.csv:6, column 4 (value): expected a value in the column value, found none
tameel: E0303 year.csv:6, column 6 (source): expected a value in the column source, found none
tameel: E0303 year.csv:7: expected 6 fields, found 4
== EXIT 2
# The first figure, which was right, has not been loaded either.
== RUN tameel status exports-fy2024 | grep 2023-07:
== OUT
    published for 2023-07: 210.5  [central-bank, 2023-08-20]
== EXIT 0
# No figure was written; that the file was refused is noted, for the council to see.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
