# What may be wrong with published figures is found and told with its likely cause; nothing is mended.
== CLOCK 2026-11-22
== COPY strategies/pakistan-bpo-2023
== RUN tameel quality --strategy pakistan-bpo-2023 | grep -v look.up
== OUT
Printed in another unit (3)
  X0898 286.00 for 2022-07/2022-09 [app_nov23]
      printed in another unit: 286.00 for 0.28600
      not used in derived answers
  X1091 2.135 for 2022-07/2023-04 [seed003]
      printed in another unit: 2.135 for 2135
      not used in derived answers
  X0476 1.46 for 2023-07/2023-12 [br_dec23]
      printed in another unit: 1.46 for 1460
      not used in derived answers
A digit too many, too few or another one (8)
  X0147 0.41 for 2020-07 [pbs_jul21]
      a point in the wrong place, or a zero too many or too few: 0.41 for 0.041
      not used in derived answers
  X0149 0.52 for 2020-07 [pbs_jul21]
      a point in the wrong place, or a zero too many or too few: 0.52 for 0.052
      not used in derived answers
  X0764 20 for 2022-02 [dt_apr22]
      a digit left out: 20 for 201
      not used in derived answers
  X0865 2249 for 2022-04 [pp_may23]
      a digit too many: 2249 for 249
      not used in derived answers
  X0162 188.56 for 2021-07/2021-09 [pbs_q1fy22]
      one digit wrong: 188.56 for 188.46, as the total beside it needs
  X1063 30.95 for 2020-07 [tj_aug20]
      one digit wrong: 30.95 for 39.95, as the total beside it needs
  X0652 366 for 2025-11 [tj_jan26]
      one digit wrong: 366 for 356
  X0987 54.01 for 2017-12 [na_mar19b]
      one digit wrong: 54.01 for 94.01? The year's other growth is near 8 percent
Two digits exchanged (1)
  X0391 94.79 for 2023-07/2023-10 [pbs_4mfy24]
      two digits exchanged: 94.79 for 94.97, as the total beside it needs
The figure of another period (2)
  X1015 520.043 for 2017-07/2018-02 [na_may19]
      it repeats the figure of 2017-07/2017-12 to the last digit
      not used in derived answers
  X1023 0.918 for 2017-07/2018-02 [na_may19]
      it repeats the figure of 2017-07/2017-12, as another line of the same source does
A part of a period called the whole (3)
  X0946 1110 for FY2020 [sam_jul20]
      it is the figure of 2019-07/2020-05, called the year
  X1108 1800 for FY2021 [seed004]
      as much as 10 of the 12 months, called the year
  X1107 2300 for FY2022 [seed004]
      as much as 11 of the 12 months, called the year
A total that is not its parts (1)
  X0451 8.73 for 2023-07/2024-04 [pbs_10mfy24]
      its parts sum to 8.757, 0.027 more
A total printed for one part (3)
  X0940 310 for 2024-04 [ary_jun24]
      it is the figure of the whole (world), printed for Saudi Arabia (as printed)
  X0942 310 for 2024-04 [316_jun24]
      it is the figure of the whole (world), printed for Saudi Arabia (as printed)
  X0938 310 for 2024-04 [rp_jun24]
      it is the figure of the whole (world), printed for Saudi Arabia (as printed)
Named by its own text (2)
  X0555 2605 for FY2023 [pp_aug23]
      the text that prints it names it as superseded
      use the other figure of the text
      not used in derived answers
  X0724 314.0 for 2025-04 [dun_may25]
      the text that prints it prints another figure for the same period
      use the other figure of the text
      not used in derived answers
1279 figures were reviewed: 23 findings in 8 kinds; nothing was mended
== EXIT 0
# As of June 2023 less was known, and less could be found.
== RUN tameel quality --strategy pakistan-bpo-2023 --as-of 2023-06-30 | tail -1
== OUT
829 figures were reviewed: 12 findings in 3 kinds; nothing was mended
== EXIT 0
== RUN tameel quality --strategy pakistan-bpo-2023 --kind several_values | tail -1
== OUT
1279 figures were reviewed: 111 findings in 1 kind; nothing was mended
== EXIT 0
== RUN tameel quality --strategy pakistan-bpo-2023 --kind typo
== ERR
tameel: E0001 kind: expected one of unit_slip, digit_slip, transposed_digits, label_swap, carried_over, period_mislabelled, total_not_parts, total_for_a_part, figures_disagree, implausible_change, named_by_its_text, several_values, found "typo"
== EXIT 2
# A load says at once what is odd in it: here a total that is far from what its parts and its neighbours say.
== STORE store.db FROM pakistan-bpo-2023
== FILE august.csv
category,measure,geography,unit,period,value,published,source
computer services,receipts,world,USD million,2023-07,187.37,2023-08-20,made-up
"telecommunications, computer and information services (ICT, total)",receipts,world,USD million,2023-07,241.7,2023-08-20,made-up
telecommunication services,receipts,world,USD million,2023-07,26.79,2023-08-20,made-up
information services,receipts,world,USD million,2023-07,0.54,2023-08-20,made-up
== RUN tameel load august.csv
== OUT
4 rows, 4 observations in 4 series from 1 source
dates of publication: 0 are only a month, 0 are unknown and estimated
to look at (tameel quality tells more; nothing was mended):
Two digits exchanged
  warning W0302 august.csv:3: 241.7 for 2023-07 [made-up]: two digits exchanged: 241.7 for 214.7, as the total beside it needs
A digit too many, too few or another one
  warning W0302 august.csv:5: 0.54 for 2023-07 [made-up]: one digit wrong: 0.54 for 0.24? The year's other growth is near -21 percent
  warning W0302 august.csv:4: 26.79 for 2023-07 [made-up]: one digit wrong: 26.79 for 36.79? The year's other growth is near 3 percent
4 periods with several values; tameel quality --kind several_values lists them
entry 7 recorded at 2026-11-22T09:00:00.000000Z
leaf hash <any>
== EXIT 0
