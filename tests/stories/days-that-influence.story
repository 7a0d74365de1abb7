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
receipts,145,5122.001547236946,5096.355264787627,5147.647829686265,5078.835707858589,5165.167386615302
receipts,146,5152.786595948261,5103.827890625611,5201.74530127091,5070.383089151279,5235.190102745242
receipts,147,6153.291161966846,6084.499571946587,6222.082751987104,6037.506477334122,6269.07584659957
series_id,t,mean,lo80,hi80,lo95,hi95
receipts,145,5329.259697807539,5109.403712462567,5549.115683152511,4959.215104852382,5699.304290762696
receipts,146,5203.014921264322,4980.785045178543,5425.2447973501,4828.974778988443,5577.0550635402005
receipts,147,5943.186329429143,5689.279511657128,6197.093147201159,5515.83000850134,6370.542650356947
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
