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
== RUN tameel adjust --input table.csv --calendar pakistan --start 2010-01 --output adjusted.csv --report report.csv; cut -d, -f1-4,8 report.csv
== OUT
series_id,adjusted,seasonality,mode,influences
receipts,yes,present,multiplicative,working days + leap year
== ERR
1 series adjusted
== EXIT 0
== RUN tameel forecast --input table.csv --horizon 3 --calendar weekdays --start 2010-01; tameel forecast --input table.csv --horizon 3
== OUT
series_id,t,mean,lo80,hi80,lo95,hi95
receipts,145,5129.716971627401,5104.350201751091,5155.08374150371,5087.246517131526,5172.187426123275
receipts,146,5157.282161058323,5128.515417557328,5186.048904559319,5109.129861704854,5205.434460411793
receipts,147,6173.9506928188985,6137.319056349218,6210.582329288579,6112.646558912556,6235.2548267252405
series_id,t,mean,lo80,hi80,lo95,hi95
receipts,145,5303.661262293948,5078.84479754907,5528.477727038827,4927.26105515572,5680.061469432177
receipts,146,5205.128683016129,4977.672454635319,5432.584911396939,4824.392490251565,5585.864875780693
receipts,147,5959.115433517745,5695.700615190616,6222.530251844874,5518.28289498218,6399.947972053311
== ERR
1 series forecast
1 series forecast
== EXIT 0
== FILE strike.csv
t,strike
1,0
== RUN tameel forecast --input table.csv --horizon 3 --regressors strike.csv
== OUT
series_id,t,mean,lo80,hi80,lo95,hi95
== ERR
tameel: E0001 regressors: receipts: expected a value of the regressor strike at t = 2, found none
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
