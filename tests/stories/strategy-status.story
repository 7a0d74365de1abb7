# Where the targets of the strategy stand as of a day. Nobody has been asked to report, and most targets
# have no due date; the outcomes are measured by published statistics.
== COPY strategies/pakistan-bpo-2023 AS strategy
== CLOCK 2026-11-22
== RUN tameel status --strategy strategy --as-of 2024-05-20 | tail -8
== OUT
3.3.1-2              cannot judge  At least half of the small and start-up firms report that infrastructure is easier to afford: the plan states no baseline, no due date and no question

exports-fy2022       missed        IT and ITeS export receipts reach 3.5 billion dollars in FY2022: FY2022: 2619.1 USD million, against at least 3500 USD million
exports-2023         missed        IT and ITeS export receipts reach 5 billion dollars by 2023: FY2023: 2605.34 USD million, against at least 5000 USD million
exports-fy2024       on track      IT and ITeS export receipts exceed 3 billion dollars in FY2024: July 2023 to April 2024: 2590 USD million in 10 of 12 months, against at least 3000 USD million
market-concentration off track     No single market brings in more than half of the receipts: United States, July 2022 to March 2023: 54.54 percent, against at most 50 percent

47 targets: 6 not asked, 41 cannot judge
== EXIT 0
== RUN tameel status --strategy strategy | tail -8
== OUT
3.3.1-2              cannot judge  At least half of the small and start-up firms report that infrastructure is easier to afford: the plan states no baseline, no due date and no question

exports-fy2022       missed        IT and ITeS export receipts reach 3.5 billion dollars in FY2022: FY2022: 2619.1 USD million, against at least 3500 USD million
exports-2023         missed        IT and ITeS export receipts reach 5 billion dollars by 2023: FY2023: 2596 USD million, against at least 5000 USD million
exports-fy2024       met           IT and ITeS export receipts exceed 3 billion dollars in FY2024: FY2024: 3223 USD million, against at least 3000 USD million
market-concentration off track     No single market brings in more than half of the receipts: United States, July 2022 to March 2023: 54.54 percent, against at most 50 percent

47 targets: 6 not asked, 41 cannot judge
== EXIT 0
# One line a target.
== RUN tameel status --strategy strategy | grep -c '^[123]\.'
== OUT
47
== EXIT 0
# The same as JSON.
== RUN tameel status --strategy strategy --as-of 2024-05-20 --json | python3 -c '
import json, sys
board = json.load(sys.stdin)
print(board["as_of"], len(board["targets"]), "targets", len(board["objectives"]), "objectives")
print({t["id"]: (t["status"], t["actual"], t["expected"]) for t in board["outcomes"]})'
== OUT
2024-05-20 47 targets 11 objectives
{'exports-fy2022': ('missed', 2619.1, None), 'exports-2023': ('missed', 2605.34, None), 'exports-fy2024': ('on_track', 2590, 2500), 'market-concentration': ('off_track', 54.54, None)}
== EXIT 0
