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
receipts,145,5129.206722924347,5104.543609412471,5153.869836436222,5087.695677472531,5170.717768376161
receipts,146,5156.350591549684,5108.665156631545,5204.036026467824,5076.0901550349145,5236.611028064455
receipts,147,6176.445156166139,6110.098509191046,6242.791803141232,6064.775610598322,6288.114701733956
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
