# Days influence monthly figures: how often each weekday comes, leap days, Easter, Ramadan and the Eids. AICc says which; they are taken out before a series is forecast or adjusted.
== FILE make.py
# Receipts fall on working days alone; the noise is of a small generator.
import calendar, datetime, math
state = 7
print("series_id,t,value")
for t in range(144):
    year, month = 2010 + t // 12, t % 12 + 1
    days = [datetime.date(year, month, day + 1).weekday() for day in range(calendar.monthrange(year, month)[1])]
    working = sum(day < 5 for day in days)
    state = (1103515245 * state + 12345) % 2**31
    print(f"receipts,{t + 1},{(100 + t) * working * (1 + 0.1 * math.sin(t * math.pi / 6)) * (1 + 0.01 * (state / 2**31 - 0.5)):.3f}")
== RUN python3 make.py > table.csv
== EXIT 0
== RUN tameel adjust --input table.csv --calendar pakistan --start 2010-01 --output adjusted.csv --report report.csv; cut -d, -f1-4,9 report.csv
== OUT
series_id,adjusted,seasonality,mode,influences
receipts,yes,present,multiplicative,weekdays 0.01298 (t 137.4); leap year 0.03281 (t 16.2)
== ERR
1 series adjusted
== EXIT 0
== RUN tameel forecast --input table.csv --horizon 3 --calendar weekdays --start 2010-01; tameel forecast --input table.csv --horizon 3
== OUT
series_id,t,mean,lo80,hi80,lo95,hi95
receipts,145,5122.001547258795,5096.355264805712,5147.647829711878,5078.835707874103,5165.167386643488
receipts,146,5152.786595957376,5103.827890633045,5201.745301281709,5070.383089157564,5235.190102757189
receipts,147,6153.291161979185,6084.499571957455,6222.082752000914,6037.506477343984,6269.075846614385
series_id,t,mean,lo80,hi80,lo95,hi95
receipts,145,5329.259697627495,5109.40371241906,5549.115682835931,4959.215104902146,5699.304290352845
receipts,146,5203.014921091407,4980.785045078905,5425.244797103909,4828.974778938862,5577.055063243952
receipts,147,5943.1863292532835,5689.279511563035,6197.093146943532,5515.830008463104,6370.542650043463
== ERR
1 series forecast
1 series forecast
== EXIT 0
== FILE strike.csv
series_id,t,value
strike,1,0
== RUN tameel forecast --input table.csv --horizon 3 --influences strike.csv
== OUT
series_id,t,mean,lo80,hi80,lo95,hi95
== ERR
tameel: E0001 influences: receipts: expected a value of strike for each t from 1 to 147, found none at 2
0 series forecast, 1 not
== EXIT 1
== RUN tameel forecast --input table.csv --calendar western
== ERR
tameel: E0001 start: expected the period of t = 1, such as 2015-01, for a calendar of days, found none
== EXIT 2
== RUN tameel forecast --input table.csv --calendar western --start 2010-Q1
== ERR
tameel: E0001 start: expected a month or quarter that comes 12 times a year, found 2010-Q1
== EXIT 2
== RUN tameel adjust --input table.csv --calendar moon --start 2010-01
== ERR
tameel: E0001 calendar: expected one of none, weekdays, western, pakistan, found "moon"
== EXIT 2
