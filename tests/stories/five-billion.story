# The government expected 5 billion dollars by 2023. It was missed, whenever one asks after the year.
== COPY strategies/pakistan-bpo-2023 AS strategy
== CLOCK 2026-11-22
== RUN tameel status exports-2023 --strategy strategy
== OUT
exports-2023  IT and ITeS export receipts reach 5 billion dollars by 2023
missed, as of 2026-11-22

why: FY2023: 2596 USD million, against at least 5000 USD million

status: missed  [docs/methods/status.md]
  value: 5000 USD million  [the plan in force]
  origin: expectation  [bpo-strategy]
  scope: IT and ITeS (not BPO alone)  [the plan in force]
  due: FY2023  [the plan in force]
  published for FY2023: 2596 USD million  [Business Recorder, 2024-07-20, row X0496]
== EXIT 0
# As of the year itself it was open.
== RUN tameel status exports-2023 --strategy strategy --as-of 2023-03-31 | sed -n '/^why/p;2p'
== OUT
off track, as of 2023-03-31
why: July 2022 to February 2023: 1718 USD million in 8 of 12 months, against at least 5000 USD million
why: the day of publication of a figure is estimated
why: 3333.3 would be expected if every month had an equal share: a ratio of 0.52
== EXIT 0
