# A month's figures are loaded: all of the file or nothing. A figure counts from the day of its publication,
# and loading the same file again is the same entry.
== COPY tests/fixtures/small
== CLOCK 2024-01-22
== STORE store.db FROM small
== RUN tameel status exports-fy2024 | grep -e ^why: -e 'for 2023-12'
== OUT
why: July 2023 to December 2023: 1440.5 USD million in 6 of 12 months, against at least 3000 USD million
why: 1500.0 would be expected if every month had an equal share: a ratio of 0.96
    published for 2023-12: 303  [central-bank, 2024-01-20]
== EXIT 0
# The bank publishes a revision on 24 January; it is loaded a day later.
== CLOCK 2024-01-25
== FILE revision.csv
category,measure,period,value,published,source
ict,receipts,2023-12,310,2024-01-24,central-bank
== RUN tameel load revision.csv
== OUT
1 row, 1 observation in 1 series from 1 source
dates of publication: 0 are only a month, 0 are unknown and estimated
1 period with several values; tameel quality --kind several_values lists them
entry 2 recorded at 2024-01-25T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel status exports-fy2024 | grep -e ^why: -e 'for 2023-12'
== OUT
why: July 2023 to December 2023: 1447.5 USD million in 6 of 12 months, against at least 3000 USD million
why: 1500.0 would be expected if every month had an equal share: a ratio of 0.96
    published for 2023-12: 310  [central-bank, 2024-01-24]
== EXIT 0
# As of 23 January it had not been published.
== RUN tameel status exports-fy2024 --as-of 2024-01-23 | grep -e ^why: -e 'for 2023-12'
== OUT
why: July 2023 to December 2023: 1440.5 USD million in 6 of 12 months, against at least 3000 USD million
why: 1500.0 would be expected if every month had an equal share: a ratio of 0.96
    published for 2023-12: 303  [central-bank, 2024-01-20]
== EXIT 0
# As of 24 January it had been, but this record did not know it then.
== RUN tameel status exports-fy2024 --as-of 2024-01-24 | grep -e ^why: -e 'for 2023-12'
== OUT
why: July 2023 to December 2023: 1447.5 USD million in 6 of 12 months, against at least 3000 USD million
why: 1500.0 would be expected if every month had an equal share: a ratio of 0.96
    published for 2023-12: 310  [central-bank, 2024-01-24]
== EXIT 0
== RUN tameel status exports-fy2024 --as-of 2024-01-24 --recorded-by 2024-01-24 | grep -e ^why: -e 'for 2023-12'
== OUT
why: July 2023 to December 2023: 1440.5 USD million in 6 of 12 months, against at least 3000 USD million
why: 1500.0 would be expected if every month had an equal share: a ratio of 0.96
    published for 2023-12: 303  [central-bank, 2024-01-20]
== EXIT 0
== CLOCK 2024-01-26
# The same file again is the same entry.
== RUN tameel load revision.csv
== OUT
1 row, 1 observation in 1 series from 1 source
dates of publication: 0 are only a month, 0 are unknown and estimated
1 period with several values; tameel quality --kind several_values lists them
entry 2 recorded at 2024-01-25T09:00:00.000000Z (this request had been made before)
leaf hash <any>
== EXIT 0
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 7 attachments hold
== EXIT 0
