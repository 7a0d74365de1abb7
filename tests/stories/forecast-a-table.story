# Every series of a table is forecast; one that is wrong is reported and does not stop the others.
== RUN python3 -c '
print("series_id,t,value")
for t in range(1, 49):
    print(f"visits,{t},{100 + t + 10 * (t % 12)}")
for t in range(1, 13):
    print(f"flat,{t},7")
print("broken,1,5")
print("broken,2,many")
print("back,5,1")
print("back,4,2")
print("short,1,3")
for t in (1, 2, 3, 7, 8, 9, 10):
    print(f"gaps,{t},{t * t}")
print("visits,1,3")' > table.csv
== EXIT 0
== RUN tameel forecast --input table.csv --horizon 2 --output out.csv
== ERR
tameel: E1001 table.csv:63, column 3: broken: expected a number, found "many"
tameel: E1001 table.csv:65, column 2: back: expected a t after 5, found 4
tameel: E1001 table.csv:74, column 1: visits: expected the rows of visits together, found some further up
4 series forecast, 2 by a simpler method, 3 not
== EXIT 1
== RUN python3 -c '
import csv
for row in csv.DictReader(open("out.csv")):
    print(row["series_id"], row["t"], *(f"{float(row[name]):.0f}" for name in ("mean", "lo80", "hi80", "lo95", "hi95")))'
== OUT
visits 49 159 158 160 157 161
visits 50 169 166 172 165 174
flat 13 7 7 7 7 7
flat 14 7 7 7 7 7
short 2 3 -1 7 -3 9
short 3 3 -1 7 -3 9
gaps 11 100 60 140 32 167
gaps 12 100 43 157 4 195
== EXIT 0
# However many threads, the same bytes.
== RUN tameel forecast --input table.csv --horizon 2 --threads 3 2> errors.txt | cmp - out.csv && echo the same
== OUT
the same
== EXIT 0
== RUN tameel forecast --input table.csv --horizon 1 --levels 50 --method theta --frequency 12 2> errors.txt | head -2 | cut -c1-40 | sed 's/[.][0-9].*//'
== OUT
series_id,t,mean,lo50,hi50
visits,49,158
== EXIT 0
== RUN tameel forecast --input table.csv --horizon 0
== ERR
tameel: E1001: expected a horizon of 1 to 10000 periods, found 0
== EXIT 2
== RUN tameel forecast --input table.csv --horizon 1 --method magic
== ERR
tameel: E0001 method: expected one of combination, ets, arima, theta, ces, seasonal-naive, mstl, found "magic"
== EXIT 2
== RUN tameel forecast --input table.csv --levels 80,x
== ERR
tameel: E0001 levels: expected levels such as 80,95, found "80,x"
== EXIT 2
== FILE wrong.csv
id,t,value
a,1,2
== RUN tameel forecast --input wrong.csv
== ERR
tameel: E0013 wrong.csv:1: expected the columns series_id, t, value; missing: series_id; found: id, t, value
== EXIT 2
== RUN tameel forecast --input nothing.csv
== ERR
tameel: E0016 nothing.csv: cannot read the file: No such file or directory
== EXIT 1
