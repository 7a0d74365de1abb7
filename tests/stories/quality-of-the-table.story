# The strategy's own table of published figures: what is likely wrong with it, with the likely cause. Of 1,130 figures
# of 142 sources, 23 findings are right and none is wrong (docs/methods/statistics.md says how that was measured).
== COPY strategies/pakistan-bpo-2023
== CLOCK 2026-11-26
== RUN tameel quality --strategy pakistan-bpo-2023
== OUT
1279 figures in 153 series held against each other, as of 2026-11-26

Printed in another unit
  X0898 286.00 for 2022-07/2022-09 [app_nov23]: printed in another unit: 286.00 for 0.28600;
      look up whether 0.28600 was meant (not used)
      information related services (as labelled); world; receipts; USD million
  X1091 2.135 for 2022-07/2023-04 [seed003]: printed in another unit: 2.135 for 2135; look up
      whether 2135 was meant (not used)
      telecommunications, computer and information services (ICT, total); world; receipts; USD
      million
  X0476 1.46 for 2023-07/2023-12 [br_dec23]: printed in another unit: 1.46 for 1460; look up
      whether 1460 was meant (not used)
      telecommunications, computer and information services (ICT, total); world; receipts; USD
      million

A digit too many, too few or another one
  X0147 0.41 for 2020-07 [pbs_jul21]: a point in the wrong place, or a zero too many or too few:
      0.41 for 0.041; look up whether 0.041 was meant (not used)
      hardware consultancy services; world; receipts; USD million
  X0149 0.52 for 2020-07 [pbs_jul21]: a point in the wrong place, or a zero too many or too few:
      0.52 for 0.052; look up whether 0.052 was meant (not used)
      maintenance and repair of computers; world; receipts; USD million
  X0764 20 for 2022-02 [dt_apr22]: a digit left out: 20 for 201; look up whether 201 was meant
      (not used)
      telecommunications, computer and information services (ICT, total); world; receipts; USD
      million
  X0865 2249 for 2022-04 [pp_may23]: a digit too many: 2249 for 249; look up whether 249 was
      meant (not used)
      telecommunications, computer and information services (ICT, total); world; receipts; USD
      million
  X0162 188.56 for 2021-07/2021-09 [pbs_q1fy22]: one digit wrong: 188.56 for 188.46, as the
      total beside it needs; look up whether 188.46 was meant
      other computer services; world; receipts; USD million
  X1063 30.95 for 2020-07 [tj_aug20]: one digit wrong: 30.95 for 39.95, as the total beside it
      needs; look up whether 39.95 was meant
      telecommunication services; world; receipts; USD million
  X0652 366 for 2025-11 [tj_jan26]: one digit wrong: 366 for 356; look up whether 356 was meant
      telecommunications, computer and information services (ICT, total); world; receipts; USD
      million
  X0987 54.01 for 2017-12 [na_mar19b]: one digit wrong: 54.01 for 94.01? The year's other growth
      is near 8 percent; look up whether 94.01 was meant (to look at)
      telecommunications, computer and information services (ICT, total); world; receipts; USD
      million

Two digits exchanged
  X0391 94.79 for 2023-07/2023-10 [pbs_4mfy24]: two digits exchanged: 94.79 for 94.97, as the
      total beside it needs; look up whether 94.97 was meant
      other telecommunication services; world; receipts; USD million

The figure of another period
  X1015 520.043 for 2017-07/2018-02 [na_may19]: it repeats the figure of 2017-07/2017-12 to the
      last digit; look up the base of the comparison in the source (not used)
      telecommunications, computer and information services (ICT, total); world; receipts; USD
      million
  X1023 0.918 for 2017-07/2018-02 [na_may19]: it repeats the figure of 2017-07/2017-12, as
      another line of the same source does; look up the base of the comparison in the source
      maintenance and repair of computers; world; receipts; USD million

A part of a period called the whole
  X0946 1110 for FY2020 [sam_jul20]: it is the figure of 2019-07/2020-05, called the year; look
      up which months the source counts
      computer services plus call centres (MoITT/PSEB "IT and ITeS", narrower than ICT total);
      world; receipts; USD million
  X1108 1800 for FY2021 [seed004]: as much as 10 of the 12 months, called the year; look up
      which months the source counts
      telecommunications, computer and information services (ICT, total); world; receipts; USD
      million
  X1107 2300 for FY2022 [seed004]: as much as 11 of the 12 months, called the year; look up
      which months the source counts
      telecommunications, computer and information services (ICT, total); world; receipts; USD
      million

A total that is not its parts
  X0451 8.73 for 2023-07/2024-04 [pbs_10mfy24] and 2 parts: its parts sum to 8.757, 0.027 more;
      look up the total and each part in the source
      information services; world; receipts; USD million

A total printed for one part
  X0940 310 for 2024-04 [ary_jun24]: it is the figure of the whole (world), printed for Saudi
      Arabia (as printed); look up what the figure is of; the part's own is not published
      telecommunications, computer and information services (ICT, total); Saudi Arabia (as printed);
      receipts; USD million
  X0942 310 for 2024-04 [316_jun24]: it is the figure of the whole (world), printed for Saudi
      Arabia (as printed); look up what the figure is of; the part's own is not published
      telecommunications, computer and information services (ICT, total); Saudi Arabia (as printed);
      receipts; USD million
  X0938 310 for 2024-04 [rp_jun24]: it is the figure of the whole (world), printed for Saudi
      Arabia (as printed); look up what the figure is of; the part's own is not published
      telecommunications, computer and information services (ICT, total); Saudi Arabia (as printed);
      receipts; USD million

Named by its own text
  X0555 2605 for FY2023 [pp_aug23]: the text that prints it names it as superseded; use the
      other figure of the text (not used)
      telecommunications, computer and information services (ICT, total); world; receipts; USD
      million
  X0724 314.0 for 2025-04 [dun_may25]: the text that prints it prints another figure for the
      same period; use the other figure of the text (not used)
      telecommunications, computer and information services (ICT, total); world; receipts; USD
      million

22 errors likely, 1 figure to look at
111 periods with several values; --kind several_values lists them
== EXIT 0
# What was published later speaks neither for nor against: as of a day, fewer figures are held against each other.
== RUN tameel quality --strategy pakistan-bpo-2023 --as-of 2023-12-31 | sed -n -e 1p -e '/likely/,$p'
== OUT
925 figures in 141 series held against each other, as of 2023-12-31
13 errors likely, 1 figure to look at
79 periods with several values; --kind several_values lists them
== EXIT 0
# Revisions are a note, with the value that is in force.
== RUN tameel quality --strategy pakistan-bpo-2023 --kind several_values | grep -A1 FY2023
== OUT
  X0568 2605 for FY2023 [pp_jul23]: 7 values were published from 2590 to 2605.34; in force is
      X0496 2596 for FY2023 [br_jul24]
      telecommunications, computer and information services (ICT, total); world; receipts; USD
== EXIT 0
== RUN tameel quality --strategy pakistan-bpo-2023 --kind transposed_digits --json
== OUT
{
  "as_of": "2026-11-26",
  "exercise": false,
  "figures": 1279,
  "series": 153,
  "errors_likely": 1,
  "to_look_at": 0,
  "notes": 0,
  "findings": [
    {
      "kind": "transposed_digits",
      "severity": "error likely",
      "figures": [
        {
          "row": "X0391",
          "series": "published-figures:category=other telecommunication services;geography=world;measure=receipts;unit=USD million",
          "time": "2023-07/2023-10",
          "value": "94.79",
          "source": "pbs_4mfy24",
          "entry": 3
        }
      ],
      "expected": "94.97",
      "against": [
        {
          "row": "X0387",
          "series": "published-figures:category=telecommunication services;geography=world;measure=receipts;unit=USD million",
          "time": "2023-07/2023-10",
          "value": "170.77",
          "source": "pbs_4mfy24",
          "entry": 3
        },
        {
          "row": "X0389",
          "series": "published-figures:category=call centre services;geography=world;measure=receipts;unit=USD million",
          "time": "2023-07/2023-10",
          "value": "75.8",
          "source": "pbs_4mfy24",
          "entry": 3
        }
      ],
      "cause": "two digits exchanged: 94.79 for 94.97, as the total beside it needs",
      "suggestion": "look up whether 94.97 was meant",
      "strength": 2,
      "unused": false
    }
  ]
}
== EXIT 0
