# E0310. A month's figure is not published before the month is over; it would be half a month's, and could meet
# a target that is not met. A forecast says that it is one.
== COPY tests/fixtures/small
== CLOCK 2024-05-26
== STORE store.db FROM small
== FILE early.csv
category,measure,period,value,status,published,source
ict,receipts,2024-05,900,,2024-05-25,central-bank
ict,receipts,2023-07/2024-06,3100,P,2024-05-25,central-bank
ict,receipts,2024-06,300,,,central-bank
ict,receipts,2024-04,310,,2024-05-20,central-bank
ict,receipts,FY2025,4000,F,2024-05-25,central-bank
== RUN tameel load early.csv
== ERR
tameel: E0310 early.csv:2, column 6 (published): expected a day from 2024-05-31 on for a figure of 2024-05, found 2024-05-25
tameel: E0310 early.csv:3, column 6 (published): expected a day from 2024-06-30 on for a figure of 2023-07/2024-06, found 2024-05-25
tameel: E0310 early.csv:4, column 6 (published): expected a day from 2024-06-30 on for a figure of 2024-06, found none, before that day
== EXIT 2
# No figure was written; that the file was refused is noted, for the council to see.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
# The forecast alone is taken, and meets no target.
== FILE forecast.csv
category,measure,period,value,status,published,source
ict,receipts,FY2024,4000,F,2024-05-25,central-bank
== RUN tameel load forecast.csv
== OUT
1 row, 1 observation in 1 series from 1 source
dates of publication: 0 are only a month, 0 are unknown and estimated
entry 3 recorded at 2024-05-26T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel status exports-fy2024 | head -4
== OUT
exports-fy2024  Exports of 3 billion dollars
on track, as of 2024-05-26

why: July 2023 to April 2024: 2578.5 USD million in 10 of 12 months, against at least 3000 USD million
== EXIT 0
