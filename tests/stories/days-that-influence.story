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
receipts,145,5129.7165787086915,5104.349811009402,5155.0833464079815,5087.246127857706,5172.187029559678
receipts,146,5157.281719335684,5128.514978575191,5186.048460096177,5109.129424569508,5205.43401410186
receipts,147,6173.95148037346,6137.3198381322745,6210.5831226146465,6112.647336808331,6235.255623938589
series_id,t,mean,lo80,hi80,lo95,hi95
receipts,145,5303.038955026968,5078.244844798776,5527.83306525516,4926.676175061703,5679.401734992233
receipts,146,5205.347270118283,4977.884223471758,5432.810316764808,4824.59966434231,5586.094875894256
receipts,147,5959.115414387472,5695.696708351498,6222.5341204234455,5518.276369655443,6399.954459119501
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
