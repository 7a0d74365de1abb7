# On 20 May 2024 the central bank published April's 310 million. What had been published by that day for
# FY2024 (July 2023 to June 2024) was July to March, and April: about 2.590 billion dollars, derived, with
# its derivation. Later figures are not seen. Today the year is known, and the outlook is met.
== COPY strategies/pakistan-bpo-2023 AS strategy
== CLOCK 2026-11-22
== RUN tameel status exports-fy2024 --strategy strategy --as-of 2024-05-20
== OUT
exports-fy2024  IT and ITeS export receipts exceed 3 billion dollars in FY2024
on track, as of 2024-05-20

why: July 2023 to April 2024: 2590 USD million in 10 of 12 months, against at least 3000 USD million
why: 2500.0 would be expected if every month had an equal share: a ratio of 1.04

status: on track  [docs/methods/status.md]
  value: 3000 USD million  [the plan in force]
  origin: outlook  [april-2024-news]
  scope: IT and ITeS (not BPO alone)  [the plan in force]
  due: FY2024  [the plan in force]
  expected by then: 2500.0  [the value times the months published, over the months of the period]
  ratio of achieved to expected: 1.036  [achieved / expected]
  sum over 2023-07/2024-04: 2590 USD million
    published for 2023-07/2024-03: 2280 USD million  [Profit, 2024-04-22, row X0638]
    published for 2024-04: 310 USD million  [Boundless Technologies blog, 2024-05-20, row X0843]
== EXIT 0
# A day earlier April was not known.
== RUN tameel status exports-fy2024 --strategy strategy --as-of 2024-05-19 | sed -n '/^why/p'
== OUT
why: July 2023 to March 2024: 2280 USD million in 9 of 12 months, against at least 3000 USD million
why: 2250.0 would be expected if every month had an equal share: a ratio of 1.01
== EXIT 0
== RUN tameel status exports-fy2024 --strategy strategy
== OUT
exports-fy2024  IT and ITeS export receipts exceed 3 billion dollars in FY2024
met, as of 2026-11-22

why: FY2024: 3223 USD million, against at least 3000 USD million

status: met  [docs/methods/status.md]
  value: 3000 USD million  [the plan in force]
  origin: outlook  [april-2024-news]
  scope: IT and ITeS (not BPO alone)  [the plan in force]
  due: FY2024  [the plan in force]
  published for FY2024: 3223 USD million  [Business Recorder, 2024-07-20, row X0495]
== EXIT 0
