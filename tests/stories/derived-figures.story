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
of one release, Daily Times / APP [pbs_fy23] of 2023-08-22; in force now: 2596 USD million for FY2023
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
tameel: E0001 as: expected one of value, growth-on-period, growth-on-year, average-growth, rolling-sum, share, contribution, contributions, index, per-unit, revisions, monthly-flow, fiscal-year-to-date, per-head, concentration, balance, found "growth"
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
of one release, Daily Times / APP [pbs_fy23] of 2023-08-22; in force now: 2596 USD million for FY2023
== EXIT 0
# What a strategy declares in its statistics.yaml is asked for by its id, and is JSON for programs.
== RUN tameel figure --declared COMPUTER_SHARE --period FY2023 --strategy pakistan-bpo-2023 | sed -E 's#https://[^ ]*##'
== OUT
Share of computer services in ICT services exports
published-figures:category=computer services;geography=world;measure=receipts;unit=USD million
81.03 percent for FY2023 = share of
  2110.99 USD million for FY2023: published 2023-08-22 by Daily Times / APP [X0331, pbs_fy23] 
  2605.34 USD million for FY2023: published 2023-08-22 by Daily Times / APP [X0329, pbs_fy23] 
of one release, Daily Times / APP [pbs_fy23] of 2023-08-22; in force now: 2596 USD million for FY2023
rounding of the operands may hide 0.00035 percent
== EXIT 0
== RUN tameel figure --declared COMPUTER_SHARE --period FY2023 --strategy pakistan-bpo-2023 --json | grep -E '"(value|unit|reason|declared|name|name_ur)"' | head -8
== OUT
  "declared": "COMPUTER_SHARE",
  "name": "Share of computer services in ICT services exports",
  "name_ur": "آئی سی ٹی خدمات کی برآمدات میں کمپیوٹر خدمات کا حصہ",
    "value": "81.03",
    "unit": "percent",
    "reason": "of one release, Daily Times / APP [pbs_fy23] of 2023-08-22; in force now: 2596 USD million for FY2023",
              "value": "2596",
              "unit": "USD million",
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
# A month from the sums to date of July to that month and to the month before; what is published for the month itself is told.
== RUN tameel figure --declared ICT_MONTHLY_FLOW --period 2023-09 --strategy pakistan-bpo-2023 | sed -E 's#https://[^ ]*##'
== OUT
ICT services exports of a month, from sums to date
published-figures:category=telecommunications, computer and information services (ICT, total);geography=world;measure=receipts;unit=USD million
205.93 USD million for 2023-09 = difference of
  654.93 USD million for 2023-07/2023-09: published 2023-11-20 by APP [X0879, app_nov23] 
  449 USD million for 2023-07/2023-08: published 2024-09-20 by PhoneWorld [X0483, pw_sep24] 
no release has all of these figures; they are of APP [app_nov23], PhoneWorld [pw_sep24]
rounding of the operands may hide 0.51 USD million
== EXIT 0
== RUN tameel figure --declared ICT_MONTHLY_FLOW --period 2024-04 --as-of 2024-04-25 --strategy pakistan-bpo-2023
== OUT
ICT services exports of a month, from sums to date
published-figures:category=telecommunications, computer and information services (ICT, total);geography=world;measure=receipts;unit=USD million
no value: no sum to date is published for 2023-07/2024-04 by 2024-04-25
== EXIT 0
# The year to date, and the month on the month before.
== RUN tameel figure --declared ICT_YEAR_TO_DATE --period 2024-04 --strategy pakistan-bpo-2023 | sed -E 's#https://[^ ]*##'
== OUT
ICT services exports of the fiscal year to date
published-figures:category=telecommunications, computer and information services (ICT, total);geography=world;measure=receipts;unit=USD million
2593 USD million for 2023-07/2024-04: published 2024-06-24 by The Nation / APP [X0439, pbs_10mfy24] 
rounding of the operands may hide 0.5 USD million
== EXIT 0
== RUN tameel figure --declared ICT_MONTH_GROWTH --period 2024-04 --strategy pakistan-bpo-2023 | sed -E 's#https://[^ ]*##'
== OUT
Growth of ICT services exports on the month before
published-figures:category=telecommunications, computer and information services (ICT, total);geography=world;measure=receipts;unit=USD million
1.3 percent for 2024-04 = growth of
  310 USD million for 2024-04: published 2024-05-20 by Boundless Technologies blog [X0843, bt_may24] 
  306 USD million for 2024-03: published 2024-04-22 by Profit [X0636, pr_apr24] 
rounding of the operands may hide 0.33 percent
== EXIT 0
# What each freelancer earned in half a year, in the money itself.
== RUN tameel figure --declared FREELANCE_RECEIPTS_A_HEAD --strategy pakistan-bpo-2023 | sed -E 's#https://[^ ]*##'
== OUT
Receipts from freelance work for each freelancer, in half a year
published-figures:category=freelancers, all;geography=world;measure=receipts;unit=USD million
240 USD a head for FY2026-H1 = ratio of
  557 USD million for 2025-07/2025-12: published 2026-02-22 by Arab News PK [X0915, an_feb26] 
  2320000 persons for 2024-12 (point in time): published 2025-01-20 (date estimated) by Raised by Numbers [X0686, rbn_dec24] 
divided by the figure of 2024-12 (point in time)
rounding of the operands may hide 0.73 USD a head
the date of publication of an operand was estimated
== EXIT 0
== RUN tameel figure --declared FREELANCE_RECEIPTS_A_HEAD --period FY2022 --strategy pakistan-bpo-2023
== OUT
Receipts from freelance work for each freelancer, in half a year
published-figures:category=freelancers, all;geography=world;measure=receipts;unit=USD million
no value: no figure of published-figures:category=freelancers, all;geography=world;measure=number of freelancers;unit=persons in the year before the end of FY2022 is known on 2026-11-22
== EXIT 0
# Of the markets only the largest are published: the index lies between two bounds.
== RUN tameel figure --declared MARKET_CONCENTRATION --strategy pakistan-bpo-2023 | sed -E 's#https://[^ ]*##'
== OUT
Concentration of ICT services exports by market
published-figures:category=telecommunications, computer and information services (ICT, total);measure=share of export receipts;unit=percent
HHI 0.3173 to 0.3234 for 2022-07/2023-03
as concentrated as 3.09 to 3.15 of one size
rounding of the shares may hide 8.1e-05
the largest is United States, 54.54 percent
  54.54 percent for United States, 2022-07/2023-03: published 2023-06-30 by Pakistan Economic Survey 2022-23, chapter 15 [X1100, seed000] seed 000_4939837388c207b0.txt
  7.99 percent for United Kingdom, 2022-07/2023-03: published 2023-06-30 by Pakistan Economic Survey 2022-23, chapter 15 [X1101, seed000] seed 000_4939837388c207b0.txt
  6.91 percent for United Arab Emirates, 2022-07/2023-03: published 2023-06-30 by Pakistan Economic Survey 2022-23, chapter 15 [X1102, seed000] seed 000_4939837388c207b0.txt
  6.73 percent for Ireland, 2022-07/2023-03: published 2023-06-30 by Pakistan Economic Survey 2022-23, chapter 15 [X1103, seed000] seed 000_4939837388c207b0.txt
  4.95 percent for Singapore, 2022-07/2023-03: published 2023-06-30 by Pakistan Economic Survey 2022-23, chapter 15 [X1104, seed000] seed 000_4939837388c207b0.txt
  2.95 percent for all other destinations, 2022-07/2023-03: published 2023-06-30 by Pakistan Economic Survey 2022-23, chapter 15 [X1106, seed000] seed 000_4939837388c207b0.txt
  97.05 percent for top 20 destinations, 2022-07/2023-03: published 2023-06-30 by Pakistan Economic Survey 2022-23, chapter 15 [X1105, seed000] seed 000_4939837388c207b0.txt
== EXIT 0
== RUN tameel figure 'category=telecommunications, computer and information services (ICT, total)' measure=receipts 'unit=USD million' --as concentration --by geography --period FY2020 --strategy pakistan-bpo-2023 | head -3
== OUT
published-figures:category=telecommunications, computer and information services (ICT, total);measure=receipts;unit=USD million
HHI 0.3466 to 0.3849 for FY2020
as concentrated as 2.60 to 2.88 of one size
== EXIT 0
# A total beside the sum of its parts, as one release printed them; a state has no flow.
== RUN tameel figure --declared ICT_BALANCE --period 2023-07/2024-04 --strategy pakistan-bpo-2023 | sed -E 's#https://[^ ]*##'
== OUT
ICT services exports beside the sum of their parts
published-figures:category=telecommunications, computer and information services (ICT, total);geography=world;measure=receipts;unit=USD million
2593 USD million for 2023-07/2024-04: published 2024-06-24 by The Nation / APP [X0439, pbs_10mfy24] 
2592.32 USD million for 2023-07/2024-04 = sum of
  2153 USD million for 2023-07/2024-04: published 2024-06-24 by The Nation / APP [X0441, pbs_10mfy24] 
  430.59 USD million for 2023-07/2024-04: published 2024-06-24 by The Nation / APP [X0457, pbs_10mfy24] 
  8.73 USD million for 2023-07/2024-04: published 2024-06-24 by The Nation / APP [X0451, pbs_10mfy24] 
sum less total: -0.68 USD million; rounding of a coarser figure explains it (up to 2)
of one release, The Nation / APP [pbs_10mfy24] of 2024-06-24
== EXIT 0
== RUN tameel figure 'category=freelancers, all' 'measure=number of freelancers' --as monthly-flow --period 2024-12 --strategy pakistan-bpo-2023
== OUT
published-figures:category=freelancers, all;geography=world;measure=number of freelancers;unit=persons
no value: published-figures:category=freelancers, all;geography=world;measure=number of freelancers;unit=persons counts a state, which has no flow
== EXIT 0
# For other languages a reason is a key with its parameters.
== RUN tameel figure --declared COMPUTER_SHARE --period FY2023 --strategy pakistan-bpo-2023 --json | sed -n '/"messages"/,/^    \]/p'
== OUT
    "messages": [
      {
        "key": "one_release",
        "text": "of one release, Daily Times / APP [pbs_fy23] of 2023-08-22",
        "parameters": {
          "source": {
            "key": "pbs_fy23",
            "publisher": "Daily Times / APP",
            "address": "https://dailytimes.com.pk/1124988/pakistan-earns-2605m-from-it-services-export-during-fy-2023/"
          },
          "day": "2023-08-22"
        }
      },
      {
        "key": "in_force_now",
        "text": "in force now: 2596 USD million for FY2023",
        "parameters": {
          "figures": [
            {
              "value": "2596",
              "unit": "USD million",
              "time": "FY2023"
            }
          ]
        }
      }
    ],
== EXIT 0
