# A stored series is forecast from what was known on a day; what is published is an entry of the journal, and a dataflow of SDMX.
== COPY strategies/pakistan-bpo-2023 AS strategy
== CLOCK 2024-05-20
== STORE store.db FROM strategy
== RUN tameel forecast "category=telecommunications, computer and information services (ICT, total)" measure=receipts geography=world --horizon 4
== OUT
published-figures:category=telecommunications, computer and information services (ICT, total);geography=world;measure=receipts;unit=USD million
as of 2024-05-20, from 58 months between 2017-12 and 2024-04

month         forecast        80 % lie between        95 % lie between
2024-05        297.959     263.233 and 332.685     239.512 and 356.406
2024-06        304.707     266.203 and 343.211     239.900 and 369.514
2024-07        305.004     263.348 and 346.661     234.891 and 375.117
2024-08        308.960     262.280 and 355.640     230.392 and 387.528

combination of ETS(M,A,N), ARIMA(0,1,1)(1,0,0) with drift, theta, CES(none), loess and theta, seasonal naive, log ETS(A,A,N), log ARIMA(0,1,1)(1,0,0) with drift, log theta, log CES(none), log loess and theta
nothing below 0 was ever published, so nothing below 0 is said
== EXIT 0
== RUN tameel forecast "category=telecommunications, computer and information services (ICT, total)" measure=receipts geography=world --every year
== OUT
published-figures:category=telecommunications, computer and information services (ICT, total);geography=world;measure=receipts;unit=USD million
as of 2024-05-20, from 5 years between FY2018 and FY2023

year          forecast        80 % lie between        95 % lie between
FY2024         3192.01     3130.42 and 3254.18     3093.98 and 3293.43
FY2025         3909.31     3333.68 and 4479.05     2968.79 and 4821.36
FY2026         4446.40     3400.44 and 5491.63     2686.55 and 6092.38

combination of ETS(M,A,N), ARIMA(0,1,1)(1,0,0) with drift, theta, CES(none), loess and theta, seasonal naive, log ETS(A,A,N), log ARIMA(0,1,1)(1,0,0) with drift, log theta, log CES(none), log loess and theta
each year is what is published of it and the sum of months to come, drawn together 4,000 times
nothing below 0 was ever published, so nothing below 0 is said
== EXIT 0
== RUN tameel forecast "category=call centre services" measure=receipts geography=world --as-of 2023-08-01
== OUT
published-figures:category=call centre services;geography=world;measure=receipts;unit=USD million
as of 2023-08-01: cannot tell yet: 24 months are needed, known so far: 4
== EXIT 0
== RUN tameel forecast "category=computer services" measure=receipts geography=world --as-of 2021-01-01
== ERR
tameel: E0424 as_of: no plan was in force on 2021-01-01: pakistan-bpo-2023 counts from 2023-01-01
== EXIT 1
== RUN tameel forecast "category=telecommunications, computer and information services (ICT, total)" measure=receipts geography=world --horizon 4 --publish
== OUT
entry 7 recorded at 2024-05-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel forecast "category=telecommunications, computer and information services (ICT, total)" measure=receipts geography=world --horizon 4 --publish
== OUT
entry 7 recorded at 2024-05-20T09:00:00.000000Z (this request had been made before)
leaf hash <any>
== EXIT 0
== RUN tameel forecast --published
== OUT
published-figures:category=telecommunications, computer and information services (ICT, total);geography=world;measure=receipts;unit=USD million
entry  published   of            forecast        80 % lie between        95 % lie between        came
7      2024-05-20  2024-05        297.959     263.233 and 332.685     239.512 and 356.406           -
7      2024-05-20  2024-06        304.707     266.203 and 343.211     239.900 and 369.514           -
7      2024-05-20  2024-07        305.004     263.348 and 346.661     234.891 and 375.117           -
7      2024-05-20  2024-08        308.960     262.280 and 355.640     230.392 and 387.528           -
== EXIT 0
== RUN tameel figure "category=telecommunications, computer and information services (ICT, total)" measure=receipts geography=world
== OUT
published-figures:category=telecommunications, computer and information services (ICT, total);geography=world;measure=receipts;unit=USD million
2605.34 USD million for FY2023: published 2023-08-22 by Daily Times / APP [X0329, pbs_fy23] https://dailytimes.com.pk/1124988/pakistan-earns-2605m-from-it-services-export-during-fy-2023/
rounding of the operands may hide 0.005 USD million
== EXIT 0
== RUN tameel export sdmx FORECAST --format csv-2.0 | head -6
== OUT
STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,SERVICE,FLOW,UNIT_MEASURE,TRANSFORMATION,QUANTILE,TIME_PERIOD,OBS_VALUE,UNIT_MULT,REPORTING_YEAR_START_DAY,OBS_STATUS,SOURCE,PUBLISHED,DATE_BASIS,ROW,COMMENT
dataflow,MOITT:FORECAST(1.0),I,M,PK,W0,ICT,C,USD,N,MEAN,2024-05,297.959,6,,F,"combination of ETS(M,A,N), ARIMA(0,1,1)(1,0,0) with drift, theta, CES(none), loess and theta, seasonal naive, log ETS(A,A,N), log ARIMA(0,1,1)(1,0,0) with drift, log theta, log CES(none), log loess and theta, by Ministry of Information Technology and Telecommunication",2024-05-20,S,,
dataflow,MOITT:FORECAST(1.0),I,M,PK,W0,ICT,C,USD,N,MEAN,2024-06,304.707,6,,F,"combination of ETS(M,A,N), ARIMA(0,1,1)(1,0,0) with drift, theta, CES(none), loess and theta, seasonal naive, log ETS(A,A,N), log ARIMA(0,1,1)(1,0,0) with drift, log theta, log CES(none), log loess and theta, by Ministry of Information Technology and Telecommunication",2024-05-20,S,,
dataflow,MOITT:FORECAST(1.0),I,M,PK,W0,ICT,C,USD,N,MEAN,2024-07,305.004,6,,F,"combination of ETS(M,A,N), ARIMA(0,1,1)(1,0,0) with drift, theta, CES(none), loess and theta, seasonal naive, log ETS(A,A,N), log ARIMA(0,1,1)(1,0,0) with drift, log theta, log CES(none), log loess and theta, by Ministry of Information Technology and Telecommunication",2024-05-20,S,,
dataflow,MOITT:FORECAST(1.0),I,M,PK,W0,ICT,C,USD,N,MEAN,2024-08,308.960,6,,F,"combination of ETS(M,A,N), ARIMA(0,1,1)(1,0,0) with drift, theta, CES(none), loess and theta, seasonal naive, log ETS(A,A,N), log ARIMA(0,1,1)(1,0,0) with drift, log theta, log CES(none), log loess and theta, by Ministry of Information Technology and Telecommunication",2024-05-20,S,,
dataflow,MOITT:FORECAST(1.0),I,M,PK,W0,ICT,C,USD,N,Q025,2024-05,239.512,6,,F,"combination of ETS(M,A,N), ARIMA(0,1,1)(1,0,0) with drift, theta, CES(none), loess and theta, seasonal naive, log ETS(A,A,N), log ARIMA(0,1,1)(1,0,0) with drift, log theta, log CES(none), log loess and theta, by Ministry of Information Technology and Telecommunication",2024-05-20,S,,
== EXIT 0
== RUN tameel verify
== OUT
8 entries, 3 checkpoints and 14 attachments hold
key tameel.invalid/strategy+<any>

tameel.invalid/strategy
8
<any>

— tameel.invalid/strategy <any>
== EXIT 0
== CLOCK 2026-11-20
== RUN tameel forecast --published
== OUT
published-figures:category=telecommunications, computer and information services (ICT, total);geography=world;measure=receipts;unit=USD million
entry  published   of            forecast        80 % lie between        95 % lie between        came
7      2024-05-20  2024-05        297.959     263.233 and 332.685     239.512 and 356.406         332
7      2024-05-20  2024-06        304.707     266.203 and 343.211     239.900 and 369.514         298
7      2024-05-20  2024-07        305.004     263.348 and 346.661     234.891 and 375.117         286
7      2024-05-20  2024-08        308.960     262.280 and 355.640     230.392 and 387.528         298
80 % of months: 4 of 4 came inside, mean quantile loss 4.04
95 % of months: 4 of 4 came inside, mean quantile loss 1.7
== EXIT 0
# A forecast of first figures has quantiles of its own in the dataflow.
== RUN tameel forecast "category=telecommunications, computer and information services (ICT, total)" measure=receipts geography=world --horizon 1 --levels 80 --release first --publish | head -1; tameel export sdmx FORECAST --format csv-2.0 | cut -d, -f4-13 | tail -3
== OUT
entry 8 recorded at 2026-11-20T09:00:00.000000Z
M,PK,W0,ICT,C,USD,N,FIRST_MEAN,2026-03,393.701
M,PK,W0,ICT,C,USD,N,FIRST_Q100,2026-03,354.213
M,PK,W0,ICT,C,USD,N,FIRST_Q900,2026-03,433.189
== EXIT 0
== RUN tameel forecast "category=telecommunications, computer and information services (ICT, total)" measure=receipts geography=world --as-of 2024-06-20 --publish
== ERR
tameel: E0001 as_of: expected today, 2026-11-20, for what is published now, found 2024-06-20
== EXIT 2
== RUN tameel forecast "category=nothing" --horizon 4
== ERR
tameel: E0015 series: no series has category=nothing
== EXIT 1
== RUN tameel forecast "category=telecommunications, computer and information services (ICT, total)" measure=receipts geography=world --horizon 0
== ERR
tameel: E1001: expected a horizon of 1 to 10000 periods, found 0
== EXIT 2
== RUN tameel forecast "category=telecommunications, computer and information services (ICT, total)" measure=receipts geography=world --every week
== ERR
tameel: E0001 every: expected one of year, half, quarter, month; found "week"
== EXIT 2
