# What follows from the published figures is computed, never typed in, and names its operands.
== CLOCK 2026-11-22
== COPY strategies/pakistan-bpo-2023
== RUN tameel figure 'category=telecommunications, computer and information services (ICT, total)' measure=receipts geography=world 'unit=USD million' --strategy pakistan-bpo-2023 --period FY2024 --as growth-on-period
== OUT
published-figures:category=telecommunications, computer and information services (ICT, total);geography=world;measure=receipts;unit=USD million
24.15 percent for FY2024 = growth of
  3223 USD million for FY2024: published 2024-07-20 by Business Recorder [X0495, br_jul24] https://www.brecorder.com/news/40313559/it-ites-export-remittances-hit-all-time-high-of-3223bn
  2596 USD million for FY2023: published 2024-07-20 by Business Recorder [X0496, br_jul24] https://www.brecorder.com/news/40313559/it-ites-export-remittances-hit-all-time-high-of-3223bn, status R
rounding of the operands may hide 0.043 percent
== EXIT 0
# Five fiscal years in a row are four years of growth.
== RUN tameel figure 'category=telecommunications, computer and information services (ICT, total)' measure=receipts geography=world 'unit=USD million' --strategy pakistan-bpo-2023 --period FY2024 --since FY2020 --as average-growth | sed -E 's#https://[^ ]*##'
== OUT
published-figures:category=telecommunications, computer and information services (ICT, total);geography=world;measure=receipts;unit=USD million
22.31 percent a year for FY2020/FY2024 = average growth of
  3223 USD million for FY2024: published 2024-07-20 by Business Recorder [X0495, br_jul24] 
  1439.97 USD million for FY2020: published 2021-08-29 by Time is of Essence / APP [X0107, pbs_fy21] 
over 4 years
rounding of the operands may hide 0.0048 percent a year
== EXIT 0
# A share and a contribution name the part and the total, as one release printed them; the total was revised since.
== RUN tameel figure 'category=computer services' measure=receipts geography=world 'unit=USD million' --strategy pakistan-bpo-2023 --period FY2023 --as share --of 'category=telecommunications, computer and information services (ICT, total)' | sed -E 's#https://[^ ]*##'
== OUT
published-figures:category=computer services;geography=world;measure=receipts;unit=USD million
81.03 percent for FY2023 = share of
  2110.99 USD million for FY2023: published 2023-08-22 by Daily Times / APP [X0331, pbs_fy23] 
  2605.34 USD million for FY2023: published 2023-08-22 by Daily Times / APP [X0329, pbs_fy23] 
of one release, pbs_fy23 of 2023-08-22; in force now: 2596 USD million for FY2023
rounding of the operands may hide 0.00035 percent
== EXIT 0
== RUN tameel figure 'category=computer services' measure=receipts geography=world 'unit=USD million' --strategy pakistan-bpo-2023 --period FY2023 --as contribution --of 'category=telecommunications, computer and information services (ICT, total)' | sed -E 's#https://[^ ]*##'
== OUT
published-figures:category=computer services;geography=world;measure=receipts;unit=USD million
0.06 percentage points for FY2023 = contribution of
  2110.99 USD million for FY2023: published 2023-08-22 by Daily Times / APP [X0331, pbs_fy23] 
  2109.37 USD million for FY2022: published 2023-08-22 by Daily Times / APP [X0332, pbs_fy23] 
  2619.1 USD million for FY2022: published 2023-08-22 by Daily Times / APP [X0330, pbs_fy23] 
rounding of the operands may hide 0.00038 percentage points
== EXIT 0
== RUN tameel figure 'category=telecommunications, computer and information services (ICT, total)' measure=receipts geography=world 'unit=USD million' --strategy pakistan-bpo-2023 --period FY2024 --since FY2022 --as index | head -2
== OUT
published-figures:category=telecommunications, computer and information services (ICT, total);geography=world;measure=receipts;unit=USD million
123.06 (FY2022 = 100) for FY2024 = index of
== EXIT 0
# As of May 2024 two months of the year were not known; a sum says which.
== RUN tameel figure 'category=telecommunications, computer and information services (ICT, total)' measure=receipts geography=world 'unit=USD million' --strategy pakistan-bpo-2023 --period 2024-06 --as rolling-sum --as-of 2024-05-20
== OUT
published-figures:category=telecommunications, computer and information services (ICT, total);geography=world;measure=receipts;unit=USD million
no value: 2 of 12 months are not known on 2024-05-20: 2024-05, 2024-06
== EXIT 0
# How first figures became the latest ones.
== RUN tameel figure 'category=telecommunications, computer and information services (ICT, total)' measure=receipts geography=world 'unit=USD million' --strategy pakistan-bpo-2023 --as revisions
== OUT
published-figures:category=telecommunications, computer and information services (ICT, total);geography=world;measure=receipts;unit=USD million
FY2018              1060 (2018-09-16)
FY2020              1440 (2021-07-21)
FY2021              2123 (2021-07-21)  2108 (2022-07-20, estimated)  2107 (2023-01-20, estimated)  2108 (2023-02-21)  -15
FY2022              2616 (2022-07-20, estimated)  2615 (2023-01-20, estimated)  2618 (2023-02-21)  2619 (2023-07-18)  +3
FY2023              2605 (2023-07-18)  2593 (2023-08-18)  2605.34 (2023-08-22)  2597 (2024-06-21)  2596 (2024-07-20)  -9
FY2024              3223 (2024-07-20)
FY2025              3810 (2025-08-20)
3 of 7 periods were revised, 1 upward and 2 downward
mean revision -3, mean absolute revision 3.857 (0.16 % of the latest figures)
no bias can be told: t = -1.22 with 7 periods
growth on a year was revised by -0.249 points on average, by 0.306 in absolute terms, over 5 periods
== EXIT 0
# What cannot be answered says why.
== RUN tameel figure 'category=computer servces' --strategy pakistan-bpo-2023
== ERR
tameel: E0015 series: no series has category=computer servces; did you mean computer services?
== EXIT 1
== RUN tameel figure 'category=computer services' --strategy pakistan-bpo-2023 2>&1 | cut -c1-120
== OUT
published-figures:category=computer services;geography=world;measure=receipts;unit=USD million
3240 USD million for FY2025: published 2025-07-20 (date estimated) by Daily8 copy of Business Recorder [X0576, d8_jul25]
rounding of the operands may hide 5 USD million
the date of publication of an operand was estimated
== EXIT 0
== RUN tameel figure 'category=computer services' measure=receipts geography=world 'unit=USD million' --strategy pakistan-bpo-2023 --as growth
== ERR
tameel: E0001 as: expected one of value, growth-on-period, growth-on-year, average-growth, rolling-sum, share, contribution, contributions, index, per-unit, revisions, found "growth"
== EXIT 2
== RUN tameel figure 'category=computer services' measure=receipts geography=world 'unit=USD million' --strategy pakistan-bpo-2023 --as share
== ERR
tameel: E0001 of: expected the words of a second series, found none
== EXIT 2
# Contributions of parts add up to the growth of their total, and what is left is named.
== RUN tameel figure 'category=telecommunications, computer and information services (ICT, total)' measure=receipts geography=world 'unit=USD million' --strategy pakistan-bpo-2023 --period FY2023 --as contributions --part 'category=computer services' --part 'category=telecommunication services' --part 'category=information services' | sed -E 's#https://[^ ]*##'
== OUT
published-figures:category=telecommunications, computer and information services (ICT, total);geography=world;measure=receipts;unit=USD million
-0.53 percent for FY2023 = growth of
  2605.34 USD million for FY2023: published 2023-08-22 by Daily Times / APP [X0329, pbs_fy23] 
  2619.1 USD million for FY2022: published 2023-08-22 by Daily Times / APP [X0330, pbs_fy23] 
published-figures:category=computer services;geography=world;measure=receipts;unit=USD million
  0.06 percentage points for FY2023 = contribution of
    2110.99 USD million for FY2023: published 2023-08-22 by Daily Times / APP [X0331, pbs_fy23] 
    2109.37 USD million for FY2022: published 2023-08-22 by Daily Times / APP [X0332, pbs_fy23] 
    2619.1 USD million for FY2022: published 2023-08-22 by Daily Times / APP [X0330, pbs_fy23] 
published-figures:category=telecommunication services;geography=world;measure=receipts;unit=USD million
  -0.60 percentage points for FY2023 = contribution of
    488.83 USD million for FY2023: published 2023-08-22 by Daily Times / APP [X0349, pbs_fy23] 
    504.5 USD million for FY2022: published 2023-08-22 by Daily Times / APP [X0350, pbs_fy23] 
    2619.1 USD million for FY2022: published 2023-08-22 by Daily Times / APP [X0330, pbs_fy23] 
published-figures:category=information services;geography=world;measure=receipts;unit=USD million
  0.01 percentage points for FY2023 = contribution of
    5.52 USD million for FY2023: published 2023-08-22 by Daily Times / APP [X0343, pbs_fy23] 
    5.23 USD million for FY2022: published 2023-08-22 by Daily Times / APP [X0344, pbs_fy23] 
    2619.1 USD million for FY2022: published 2023-08-22 by Daily Times / APP [X0330, pbs_fy23] 
0.00 percentage points are left, of which rounding may explain 0.025
of one release, pbs_fy23 of 2023-08-22; in force now: 2596 USD million for FY2023
== EXIT 0
# What a strategy declares in its statistics.yaml is asked for by its id, and is JSON for programs.
== RUN tameel figure --declared COMPUTER_SHARE --period FY2023 --strategy pakistan-bpo-2023 | sed -E 's#https://[^ ]*##'
== OUT
Share of computer services in ICT services exports
published-figures:category=computer services;geography=world;measure=receipts;unit=USD million
81.03 percent for FY2023 = share of
  2110.99 USD million for FY2023: published 2023-08-22 by Daily Times / APP [X0331, pbs_fy23] 
  2605.34 USD million for FY2023: published 2023-08-22 by Daily Times / APP [X0329, pbs_fy23] 
of one release, pbs_fy23 of 2023-08-22; in force now: 2596 USD million for FY2023
rounding of the operands may hide 0.00035 percent
== EXIT 0
== RUN tameel figure --declared COMPUTER_SHARE --period FY2023 --strategy pakistan-bpo-2023 --json | grep -E '"(value|unit|reason|declared|name|name_ur)"' | head -8
== OUT
  "declared": "COMPUTER_SHARE",
  "name": "Share of computer services in ICT services exports",
  "name_ur": "آئی سی ٹی خدمات کی برآمدات میں کمپیوٹر خدمات کا حصہ",
    "value": "81.03",
    "unit": "percent",
    "reason": "of one release, pbs_fy23 of 2023-08-22; in force now: 2596 USD million for FY2023",
      "value": "81.03",
      "unit": "percent",
== EXIT 0
== RUN tameel figure --declared COMPUTER_SHRE --strategy pakistan-bpo-2023
== ERR
tameel: E0015 declared: statistics.yaml declares no figure "COMPUTER_SHRE"; did you mean COMPUTER_SHARE?
== EXIT 1
# A number of companies is a state; a part and its whole are of the same month.
== RUN tameel figure 'category=companies registered with PSEB' 'measure=number of companies' geography=Punjab --as share --of geography=Pakistan --period FY2025 --strategy pakistan-bpo-2023 | sed -E 's#https://[^ ]*##'
== OUT
published-figures:category=companies registered with PSEB;geography=Punjab;measure=number of companies;unit=companies
51.88 percent for FY2025 = share of
  10745 companies for 2025-05 (point in time): published 2025-06-20 (date estimated) by CW Pakistan [X0708, cw_pseb] 
  20711 companies for 2025-05 (point in time): published 2025-06-20 (date estimated) by CW Pakistan [X0707, cw_pseb] 
rounding of the operands may hide 0.0037 percent
the date of publication of an operand was estimated
== EXIT 0
