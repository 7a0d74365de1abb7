# A month's figures are loaded: all of the file or nothing. A figure counts from the day of its publication,
# a later one beside it stays visible, and loading the same file again is the same entry.
== COPY tests/fixtures/small
== CLOCK 2024-01-25
== STORE store.db FROM small
== FILE revision.csv
category,measure,period,value,published,source
ict,receipts,2023-12,310,2024-01-24,central-bank
== RUN tameel status exports-fy2024 | grep -e ^why: -e 'for 2023-12'
== OUT
why: 2023-07/2023-12: 1440.5 USD million in 6 of 12 months, against at least 3000 USD million
why: 1500.0 would be expected if every month had an equal share: a ratio of 0.96
    published for 2023-12: 303   [central-bank, 2024-01-20, row ]
== EXIT 0
== RUN tameel load revision.csv
== OUT
1 rows, 1 observations in 1 series from 1 sources
0 dates of publication are only a month, 0 are unknown and estimated
entry 2 recorded at 2024-01-25T09:00:00.000000Z
== EXIT 0
== RUN tameel status exports-fy2024 | grep -e ^why: -e 'for 2023-12'
== OUT
why: 2023-07/2023-12: 1447.5 USD million in 6 of 12 months, against at least 3000 USD million
why: 1500.0 would be expected if every month had an equal share: a ratio of 0.96
    published for 2023-12: 310   [central-bank, 2024-01-24, row ]
== EXIT 0
== RUN tameel status exports-fy2024 --as-of 2024-01-23 | grep -e ^why: -e 'for 2023-12'
== OUT
why: 2023-07/2023-12: 1440.5 USD million in 6 of 12 months, against at least 3000 USD million
why: 1500.0 would be expected if every month had an equal share: a ratio of 0.96
    published for 2023-12: 303   [central-bank, 2024-01-20, row ]
== EXIT 0
== CLOCK 2024-01-26
== RUN tameel load revision.csv
== ERR
tameel: E0203 load-<any>: the request was made before, with other content, as entry 2
== EXIT 1
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 7 attachments hold
== EXIT 0
