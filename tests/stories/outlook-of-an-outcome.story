# How likely an outcome is to be met, from the vintages that were known on each day; a year that is published is known.
== COPY strategies/pakistan-bpo-2023 AS strategy
== CLOCK 2026-11-20
== STORE store.db FROM strategy
== RUN tameel forecast --outcome exports-fy2024 --as-of 2024-05-20
== OUT
IT and ITeS export receipts exceed 3 billion dollars in FY2024
at least 3000 in FY2024; how likely, from what was known on each day

as of         months     to date    the year      80 % lie between     met
2024-05-20        10        2590        3190         3120 and 3257   >99 %

last forecast from 58 monthly figures: ETS(M,A,N), ARIMA(0,1,1)(1,0,0) with drift, theta, CES(none), seasonal naive, log ETS(A,A,N), log ARIMA(0,1,1)(1,0,0) with drift, log theta, log CES(none)
== EXIT 0
== RUN tameel forecast --outcome exports-fy2024 --history | head -18
== OUT
IT and ITeS export receipts exceed 3 billion dollars in FY2024
at least 3000 in FY2024; how likely, from what was known on each day

as of         months     to date    the year      80 % lie between     met
2023-07-31         0           -        2881         2485 and 3261    34 %
2023-08-31         1         214        2775         2426 and 3115    19 %
2023-09-30         2         449        2827         2523 and 3123    22 %
2023-10-31         2         449        2827         2523 and 3123    22 %
2023-11-30         3      654.93        2729         2471 and 2980     9 %
2023-12-31         5        1152        2890         2681 and 3083    24 %
2024-01-31         6        1455        3089         2899 and 3270    72 %
2024-02-29         7    1719.921        3081         2929 and 3227    76 %
2024-03-31         8        2000        3081         2963 and 3201    81 %
2024-04-30         9        2280        3137         3040 and 3230    96 %
2024-05-31        10        2590        3190         3120 and 3257   >99 %
2024-06-30        11        2925        3242         3201 and 3282   >99 %
2024-07-31        12        3223        3223         3223 and 3223     yes
2024-08-31        12        3223        3223         3223 and 3223     yes
== EXIT 0
== RUN tameel forecast --outcome exports-fy2024 --as-of 2024-02-20 --json | python3 -c '
import json, sys
told = json.load(sys.stdin)
day = told["days"][0]
print(told["outcome"], told["bound"], told["value"], told["exercise"])
print(day["as_of"], day["months_known"], day["months_ahead"], day["to_date"], len(day["models"]), round(day["probability"], 1))'
== OUT
exports-fy2024 at_least 3000 False
2024-02-20 7 5 1719.921 9 0.8
== EXIT 0
# How good such probabilities would have been, over all years that the data allow.
== RUN tameel forecast --outcome exports-fy2024 --track-record
== OUT
published-figures:category=telecommunications, computer and information services (ICT, total);geography=world;measure=receipts;unit=USD million
how good it would have been: each fiscal year as of the end of each of its months, against
0.9, 1.0, 1.1 and 1.2 times the year before

said            on average    happened  claims
0 to 10 %              3 %        24 %      21
10 to 30 %            19 %        18 %      11
30 to 50 %            40 %        40 %      15
50 to 70 %            59 %        36 %      14
70 to 90 %            80 %        81 %      16
90 to 100 %           99 %        98 %      99

Brier score 0.104 (0.047 to 0.151 by drawing years) over 176 claims of 4 fiscal years;
always saying how often each was reached would have 0.161
== EXIT 0
== RUN tameel forecast --outcome exports-fy2024 --track-record --json | python3 -c '
import json, sys
told = json.load(sys.stdin)
print(told["years"], len(told["claims"]), sorted({claim["year"] for claim in told["claims"]}))
print(told["brier"] < told["climatology"])'
== OUT
4 176 ['FY2022', 'FY2023', 'FY2024', 'FY2025']
True
== EXIT 0
# With little known nothing is said.
== COPY tests/fixtures/small
== RUN tameel init small --store small.db > init.txt && tameel forecast --store small.db --outcome exports-fy2024 --as-of 2024-03-15 | tail -1
== OUT
2024-03-15         7      1705.5  cannot tell yet: 7 monthly figures are known, 24 are needed
== EXIT 0
== RUN tameel forecast --outcome market-concentration
== ERR
tameel: E0001 outcome: expected an outcome that a level of a fiscal year decides, with a value and a statistic; market-concentration is none
== EXIT 2
== RUN tameel forecast --outcome nothing
== ERR
tameel: E0420 outcome: no outcome is called nothing
== EXIT 1
== RUN tameel forecast
== ERR
tameel: E0808: expected a series, --input FILE, --outcome ID or --published, found none
== EXIT 2
# An exact value has no probability; once the year is known, it was met or not.
== COPY strategies/pakistan-bpo-2023 AS exact
== RUN sed -i '/id: exports-fy2024/,/bound:/s/at_least/exactly/' exact/plan.yaml && tameel init exact --store exact.db > init.txt
== EXIT 0
== RUN for day in 2024-05-20 2024-09-20; do tameel forecast --store exact.db --outcome exports-fy2024 --as-of $day; done
== OUT
IT and ITeS export receipts exceed 3 billion dollars in FY2024
exactly 3000 in FY2024; how likely, from what was known on each day

as of         months     to date    the year      80 % lie between     met
2024-05-20        10        2590  cannot tell yet: what must be met exactly is met by chance

last forecast from 58 monthly figures: ETS(M,A,N), ARIMA(0,1,1)(1,0,0) with drift, theta, CES(none), seasonal naive, log ETS(A,A,N), log ARIMA(0,1,1)(1,0,0) with drift, log theta, log CES(none)
IT and ITeS export receipts exceed 3 billion dollars in FY2024
exactly 3000 in FY2024; how likely, from what was known on each day

as of         months     to date    the year      80 % lie between     met
2024-09-20        12        3223        3223         3223 and 3223      no
== EXIT 0
