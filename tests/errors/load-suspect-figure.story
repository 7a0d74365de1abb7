# A figure that is a thousand times smaller than another of its own file is kept, and answers pass over it.
== COPY tests/fixtures/small
== CLOCK 2024-02-10
== STORE store.db FROM small
== FILE january.csv
category,measure,period,value,published,source
software,receipts,2023-07/2023-12,1460.2,2024-01-20,central-bank
software,receipts,2023-07/2024-01,1719.9,2024-02-09,central-bank
software,receipts,2023-07/2023-12,1.46,2024-01-22,the-news
== RUN tameel load january.csv
== OUT
3 rows, 3 observations in 1 series from 2 sources
dates of publication: 0 are only a month, 0 are unknown and estimated
warning W0301 january.csv:4: 1.46 for 2023-07/2023-12 is kept but not used: about 1000 times smaller than the other figures published for the same months: unit slip?
1 period with several values; tameel quality --kind several_values lists them
entry 2 recorded at 2024-02-10T09:00:00.000000Z
leaf hash <any>
== EXIT 0
