# How likely an outcome is to be met, from the vintages that were known on each day; a year that is published is known.
== COPY strategies/pakistan-bpo-2023 AS strategy
== CLOCK 2026-11-20
== STORE store.db FROM strategy
== RUN tameel forecast --outcome exports-fy2024 --as-of 2024-05-20
== OUT
IT and ITeS export receipts exceed 3 billion dollars in FY2024
at least 3000 in FY2024; how likely, from what was known on each day

as of         months     to date    the year      80 % lie between     met
2024-05-20        10        2590        3192         3128 and 3251   >99 %

last forecast from 58 monthly figures: ETS(M,A,N), ARIMA(0,1,1)(1,0,0) with drift, theta, CES(none), loess and theta, seasonal naive, log ETS(A,A,N), log ARIMA(0,1,1)(1,0,0) with drift, log theta, log CES(none), log loess and theta
== EXIT 0
== RUN tameel forecast --outcome exports-fy2024 --history | head -18
== OUT
IT and ITeS export receipts exceed 3 billion dollars in FY2024
at least 3000 in FY2024; how likely, from what was known on each day

as of         months     to date    the year      80 % lie between     met
2023-07-31         0           -        2856         2475 and 3224    30 %
2023-08-31         1         214        2745         2411 and 3069    15 %
2023-09-30         2         449        2807         2516 and 3092    19 %
2023-10-31         2         449        2807         2516 and 3092    19 %
2023-11-30         3      654.93        2709         2461 and 2950     7 %
2023-12-31         5        1152        2874         2675 and 3059    20 %
2024-01-31         6        1455        3066         2888 and 3236    68 %
2024-02-29         7    1719.921        3084         2939 and 3223    78 %
2024-03-31         8        2000        3084         2972 and 3196    83 %
2024-04-30         9        2280        3135         3047 and 3220    97 %
2024-05-31        10        2590        3192         3128 and 3251   >99 %
2024-06-30        11        2925        3245         3209 and 3281   >99 %
2024-07-31        12        3223        3223         3223 and 3223     yes
2024-08-31        12        3223        3223         3223 and 3223     yes
== EXIT 0
== RUN tameel forecast --outcome exports-fy2024 --as-of 2024-02-20 --json | python3 -c '
import json, sys
told = json.load(sys.stdin)
day = told["days"][0]
print(told["outcome"], told["bound"], told["value"], told["unit"], told["period"], told["strategy"]["exercise"])
print(day["as_of"], day["months_known"], day["months_ahead"], day["to_date"], len(day["models"]), round(day["probability"], 1))'
== OUT
exports-fy2024 at_least 3000 USD million FY2024 False
2024-02-20 7 5 1719.921 11 0.8
== EXIT 0
# How good such probabilities would have been, over all years that the data allow.
== RUN tameel forecast --outcome exports-fy2024 --track-record
== OUT
published-figures:category=telecommunications, computer and information services (ICT, total);geography=world;measure=receipts;unit=USD million
how good it would have been: each fiscal year as of the end of each of its months, against
0.9, 1.0, 1.1 and 1.2 times the year before

said            on average    happened  claims
0 to 10 %              3 %        20 %      25
10 to 30 %            21 %        22 %       9
30 to 50 %            38 %        47 %      15
50 to 70 %            58 %        38 %      13
70 to 90 %            78 %        73 %      15
90 to 100 %           99 %        99 %      99

Brier score 0.101 (0.042 to 0.157 by drawing years) over 176 claims of 4 fiscal years;
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
2024-03-15         7      1705.5  cannot tell yet: 24 monthly figures are needed, known so far: 7
== EXIT 0
== RUN tameel forecast --outcome market-concentration
== OUT
No single market brings in more than half of the receipts
at most 50 percent by 2027-12-31; how likely, from what was known on each day

as of         months     to date     percent      80 % lie between     met
2026-11-20         0           -  cannot tell yet: the largest share of 1 year is known, 8 are needed
== EXIT 0
== RUN tameel forecast --outcome nothing
== ERR
tameel: E0420 outcome: no outcome is called nothing
== EXIT 1
== RUN tameel forecast
== ERR
tameel: E0808: expected a series, --input FILE, --outcome ID, --target ID, --targets or --published, found none
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

last forecast from 58 monthly figures: ETS(M,A,N), ARIMA(0,1,1)(1,0,0) with drift, theta, CES(none), loess and theta, seasonal naive, log ETS(A,A,N), log ARIMA(0,1,1)(1,0,0) with drift, log theta, log CES(none), log loess and theta
IT and ITeS export receipts exceed 3 billion dollars in FY2024
exactly 3000 in FY2024; how likely, from what was known on each day

as of         months     to date    the year      80 % lie between     met
2024-09-20        12        3223        3223         3223 and 3223      no
== EXIT 0
# Growth on the year before: from the same paths, of which the year before has its part while it is not known whole either.
== COPY strategies/pakistan-bpo-2023 AS growing
== RUN sed -i '/id: exports-fy2024/,/bound:/{s/measure: level/measure: growth/;s/value: 3000/value: 20/;s/unit: USD million/unit: percent/}' growing/plan.yaml && tameel init growing --store growing.db > init.txt
== EXIT 0
== RUN for day in 2023-05-15 2023-08-20 2024-02-20 2024-05-20 2024-09-20; do tameel forecast --store growing.db --outcome exports-fy2024 --as-of $day | sed -n -e 2p -e 4,5p; done | awk '!seen[$0]++'
== OUT
at least 20 percent growth in FY2024; how likely, from what was known on each day
as of         months     to date     percent      80 % lie between     met
2023-05-15         0           -         5.7        -12.3 and 22.3    13 %
2023-08-20         1         7.5         5.9         -7.0 and 18.4     7 %
2024-02-20         7       12.78        18.4         12.8 and 23.7    35 %
2024-05-20        10        21.4        22.5         20.1 and 24.8    91 %
2024-09-20        12       24.15        24.1         24.1 and 24.1     yes
== EXIT 0
# Half a year.
== COPY strategies/pakistan-bpo-2023 AS parts
== RUN sed -i '/id: exports-fy2024/,/unit:/{s/period: FY2024/period: FY2024-H1/;s/value: 3000/value: 1500/}' parts/plan.yaml && tameel init parts --store parts.db > init.txt; for day in 2023-10-31 2023-12-31 2024-02-20; do tameel forecast --store parts.db --outcome exports-fy2024 --as-of $day | sed -n 4,5p; done | awk '!seen[$0]++'
== OUT
as of         months     to date  the period      80 % lie between     met
2023-10-31         2         449        1379         1281 and 1477     6 %
2023-12-31         5        1152        1398         1368 and 1428    <1 %
2024-02-20         6    1454.881        1455         1455 and 1455      no
== EXIT 0
# Where the plan states no period, any year until the due date may reach the value: the best year of each path counts.
== COPY strategies/pakistan-bpo-2023 AS ever
== RUN sed -i '/id: exports-fy2024/,/origin:/{/period: FY2024/d;s/value: 3000/value: 4000/;s/due: FY2024/due: FY2027/}' ever/plan.yaml && tameel init ever --store ever.db > init.txt; for day in 2024-05-20 2025-05-31 2026-11-20; do tameel forecast --store ever.db --outcome exports-fy2024 --as-of $day | sed -n -e 2p -e 4,5p; done | awk '!seen[$0]++'
== OUT
at least 4000 in a year until 2027-06-30; how likely, from what was known on each day
as of         months     to date    the year      80 % lie between     met
2024-05-20        10        2590        5104         3751 and 6603    85 %
2025-05-31        10        3142        4664         3836 and 5660    84 %
2026-11-20         8        2970        5093         4493 and 5774   >99 %
== EXIT 0
== RUN tameel forecast --outcome market-concentration --track-record
== ERR
tameel: E0001 outcome: expected an outcome of a year's level or growth; market-concentration is none
== EXIT 2
