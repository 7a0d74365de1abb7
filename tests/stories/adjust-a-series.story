# A stored series is adjusted for the season and for working days, Ramadan and the Eids, from what was known on a day; or it is said why not.
== COPY strategies/pakistan-bpo-2023 AS strategy
== CLOCK 2026-11-20
== STORE store.db FROM strategy
== RUN tameel adjust "category=telecommunications, computer and information services (ICT, total)" measure=receipts geography=world | head -12
== OUT
published-figures:category=telecommunications, computer and information services (ICT, total);geography=world;measure=receipts;unit=USD million
as of 2026-11-20, from 72 months; additive, model (0 1 1)(0 1 1), filter 3x5, trend of 13 terms; season present, M7 0.936, Q 0.78
8 figures before 2020-03 are left out, for there are gaps among them

month        published    seasonal    adjusted       trend   irregular
2020-03        135.160      22.065     113.095     117.383      -4.288
2020-04            118      -5.830     123.830     123.139       0.691
2020-05         131.73       1.066     130.664     129.767       0.897
2020-06            143       7.565     135.435     137.047      -1.612
2020-07         163.02     -16.627     179.647     144.305      35.341
2020-08         124.06       7.785     116.275     150.461     -34.185
2020-09            158      -6.542     164.542     155.773       8.769
== EXIT 0
== RUN tameel adjust "category=telecommunications, computer and information services (ICT, total)" measure=receipts geography=world --calendar pakistan | head -14
== OUT
published-figures:category=telecommunications, computer and information services (ICT, total);geography=world;measure=receipts;unit=USD million
as of 2026-11-20, from 72 months; additive, model (0 1 1)(0 1 1), filter 3x9, trend of 13 terms; season present, M7 0.646, Q 0.44
8 figures before 2020-03 are left out, for there are gaps among them
influences: weekdays 2.802 (t 6.0); Ramadan 15.6 (t 2.0); Eid al-Fitr -3.475 (t -0.5)
outlier: AO 2022-05, -56.4

month        published    seasonal    adjusted       trend   irregular
2020-03        135.160      11.241     123.919     119.059       4.860
2020-04            118      -1.944     119.944     122.935      -2.991
2020-05         131.73       8.512     123.218     127.387      -4.169
2020-06            143       7.617     135.383     132.941       2.442
2020-07         163.02       0.471     162.549     139.176      23.372
2020-08         124.06     -18.562     142.622     145.759      -3.137
2020-09            158      -6.590     164.590     153.151      11.439
== EXIT 0
== RUN tameel adjust "category=telecommunications, computer and information services (ICT, total)" measure=receipts geography=world --every quarter | tail -3
== OUT
2025-Q2            985      1.0130      972.34     1011.62      0.9612
2025-Q3           1057      0.9561     1105.57     1070.08      1.0332
2025-Q4           1179      1.0519     1120.83     1128.41      0.9933
== EXIT 0
== RUN tameel adjust "category=telecommunications, computer and information services (ICT, total)" measure=receipts geography=world --model auto | head -2 | tail -1; tameel adjust "category=telecommunications, computer and information services (ICT, total)" measure=receipts geography=world --model "(1 0 0)(0 1 1) with a mean" | head -2 | tail -1
== OUT
as of 2026-11-20, from 72 months; additive, model (0 1 1)(1 0 1) with a mean, filter 3x5, trend of 13 terms; season present, M7 0.937, Q 0.78
as of 2026-11-20, from 72 months; additive, model (1 0 0)(0 1 1) with a mean, filter 3x5, trend of 13 terms; season present, M7 0.708, Q 0.74
== EXIT 0
== RUN tameel adjust "category=telecommunications, computer and information services (ICT, total)" measure=receipts geography=world --model "(0 1 1)"
== ERR
tameel: E0001 model: expected airline, auto or a model such as (0 1 1)(0 1 1), p and q up to 5, d, P and Q up to 2, D up to 1, found "(0 1 1)"
== EXIT 2
== RUN tameel adjust "category=call centre services" measure=receipts geography=world
== OUT
published-figures:category=call centre services;geography=world;measure=receipts;unit=USD million
as of 2026-11-20: not adjusted: three years are needed: 1 of 12 values
== EXIT 0
== RUN tameel adjust "category=call centre services" measure=receipts geography=world --as-of 2023-02-01 --json | head -29
== OUT
{
  "strategy": {
    "code": "pakistan-bpo-2023",
    "title": "Pakistan Business Process Outsourcing Export Strategy 2023-2027",
    "exercise": false
  },
  "as_of": "2023-02-01",
  "today": "2026-11-20",
  "recorded_by": null,
  "entries": 7,
  "series": "published-figures:category=call centre services;geography=world;measure=receipts;unit=USD million",
  "unit": "USD million",
  "every": "quarter",
  "known": 1,
  "left_out": 0,
  "adjusted": false,
  "reason": "three years are needed: 1 of 12 values",
  "mode": null,
  "model": null,
  "seasonality": null,
  "influences": [],
  "seasonal_filter": null,
  "trend_terms": null,
  "m": null,
  "q": null,
  "left_in_adjusted": null,
  "outliers": [],
  "periods": [
    {
== EXIT 0
== RUN tameel adjust "category=call centre services" measure=receipts geography=world --every year
== ERR
tameel: E0001 every: expected month or quarter, found year
== EXIT 2
== RUN tameel adjust
== ERR
tameel: E0808: expected a series or --input FILE, found none
== EXIT 2
== RUN tameel forecast "category=telecommunications, computer and information services (ICT, total)" measure=receipts geography=world --horizon 3 --calendar pakistan --as-of 2026-03-01
== OUT
published-figures:category=telecommunications, computer and information services (ICT, total);geography=world;measure=receipts;unit=USD million
as of 2026-03-01, from 71 months between 2020-03 and 2026-01

8 figures before 2020-03 are left out, for there are gaps among them

month         forecast        80 % lie between        95 % lie between
2026-02        384.094     353.891 and 414.296     333.260 and 434.928
2026-03        418.766     383.937 and 453.595     360.144 and 477.388
2026-04        401.850     364.583 and 439.117     339.125 and 464.575

combination of ETS(A,A,A), ARIMA(0,1,1)(0,0,2) with drift, theta, CES(partial), loess and theta, seasonal naive, log ETS(A,Ad,A), log ARIMA(0,1,1)(2,0,0) with drift, log theta, log CES(partial), log loess and theta, weekdays, Ramadan, Eid al-Fitr
nothing below 0 was ever published, so nothing below 0 is said
== EXIT 0
