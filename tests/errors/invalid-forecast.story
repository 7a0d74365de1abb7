# E1001. A forecast needs a value, and a horizon, a frequency and levels within their bounds.
== FILE table.csv
series_id,t,value
nothing,1,NA
nothing,2,
endless,1,inf
fine,1,3
== RUN tameel forecast --input table.csv --horizon 1 --output out.csv; cut -d, -f1-3 out.csv
== OUT
series_id,t,mean
fine,2,3
== ERR
tameel: E1001 table.csv:2: nothing: expected at least one value, found none
tameel: E1001 table.csv:4: endless: expected values of at most 1e300, found inf at period 1
1 series forecast, 1 by a simpler method, 2 not
== EXIT 0
== RUN tameel forecast --input table.csv --horizon 10001
== ERR
tameel: E1001: expected a horizon of 1 to 10000 periods, found 10001
== EXIT 2
== RUN tameel forecast --input table.csv --frequency 400
== ERR
tameel: E1001: expected a frequency of 1 to 366, found 400
== EXIT 2
== RUN tameel forecast --input table.csv --levels 0
== ERR
tameel: E1001: expected levels between 0 and 100, found 0
== EXIT 2
