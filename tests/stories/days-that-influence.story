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
receipts,yes,present,multiplicative,weekdays 0.01298 (t 137.4); leap year 0.03281 (t 16.2)
== ERR
1 series adjusted
== EXIT 0
== RUN tameel forecast --input table.csv --horizon 3 --calendar weekdays --start 2010-01; tameel forecast --input table.csv --horizon 3
== OUT
series_id,t,mean,lo80,hi80,lo95,hi95
receipts,145,5129.716579573614,5104.349811884524,5155.083347262703,5087.246128739704,5172.187030407523
receipts,146,5157.281719124238,5128.514978442798,5186.048459805678,5109.129424490388,5205.434013758088
receipts,147,6173.951480182222,6137.319838102227,6210.583122262217,6112.64733688685,6235.255623477595
series_id,t,mean,lo80,hi80,lo95,hi95
receipts,145,5303.046274212317,5078.24922264177,5527.843325782865,4926.678569688377,5679.413978736257
receipts,146,5205.353208191409,4977.888328914173,5432.818087468645,4824.602534797351,5586.103881585467
receipts,147,5959.115406877993,5695.694808028645,6222.536005727342,5518.273194466446,6399.957619289541
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
