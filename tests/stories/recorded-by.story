# Two clocks: as of is the day by which a figure had been published, recorded by is the record's own time.
# This record begins in May 2024, so it can say what was published in 2023, but not that it knew it then.
== COPY strategies/pakistan-bpo-2023 AS strategy
== CLOCK 2024-05-25
== STORE store.db FROM strategy
== RUN tameel status --as-of 2023-12-31 | tail -3 | head -1
== OUT
market-concentration off track     No single market brings in more than half of the receipts: United States, July 2022 to March 2023: 54.54 percent, against at most 50 percent
== EXIT 0
== RUN tameel status --as-of 2023-12-31 --recorded-by 2024-05-25 | tail -3 | head -1
== OUT
market-concentration off track     No single market brings in more than half of the receipts: United States, July 2022 to March 2023: 54.54 percent, against at most 50 percent
== EXIT 0
== RUN tameel status --recorded-by 2024-05-24
== ERR
tameel: E0802 recorded_by: this record did not exist on 2024-05-24T18:59:59.999999Z: its first entry was recorded at 2024-05-25T09:00:00.000000Z
== EXIT 1
