# Every series of a table is adjusted for the season, or it is said why not; what is wrong with one does not stop the others.
== RUN python3 -c '
import math
season = (3, 1, -2, -1, 2, 4, -3, -5, 1, 2, -2, 0)
print("series_id,t,value")
for t in range(1, 85):
    value = (100 + t / 2) * (1 + season[t % 12] / 50) * (1 + (t * 7919 % 13 - 6) / 1000)
    print(f"visits,{t},{value * (1.3 if t == 40 else 1):.4f}")
for t in range(1, 85):
    print(f"balance,{t},{season[t % 12] + (t * 7919 % 13 - 6) / 20:.4f}")
for t in range(1, 85):
    print(f"noise,{t},{100 + t * 7919 % 13}")
for t in range(1, 31):
    print(f"young,{t},{100 + season[t % 12]}")
for t in range(1, 61):
    print(f"flat,{t},7")
for t in range(1, 61):
    if t != 30:
        print(f"gap,{t},{100 + season[t % 12]}")
print("broken,1,many")
print("back,5,1")
print("back,4,2")' > table.csv
== EXIT 0
== RUN tameel adjust --input table.csv --output out.csv --report report.csv
== ERR
tameel: E1001 table.csv:403, column 3: broken: expected a number, found "many"
tameel: E1001 table.csv:405, column 2: back: expected a t after 5, found 4
2 series adjusted, 4 left as found, 2 not
== EXIT 1
== RUN cut -d, -f1-8,15- report.csv
== OUT
series_id,adjusted,seasonality,mode,model,seasonal_filter,trend_terms,outliers,reason
visits,yes,present,multiplicative,(0 1 1)(0 1 1),3x5,9,AO40,
balance,yes,present,additive,(0 1 1)(0 1 1),3x5,23,,
noise,no,not-identifiable,multiplicative,(0 1 1)(0 1 1),3x5,23,,"no season can be identified: F 0.12 between the periods, 0.08 between the years"
young,no,,,,,,,three years are needed: 30 of 36 values
flat,no,,,,,,,it never changes
gap,no,,,,,,,a value is missing within the series
== EXIT 0
== RUN python3 -c '
import csv
for row in csv.DictReader(open("out.csv")):
    if row["t"] in ("39", "40", "41"):
        print(row["series_id"], row["t"], *(f"{float(row[name]):.2f}" for name in ("seasonal", "adjusted", "trend", "irregular")))'
== OUT
visits 39 0.98 118.83 119.45 0.99
visits 40 1.04 155.45 119.80 1.30
visits 41 1.08 120.33 120.30 1.00
balance 39 -1.03 -0.27 -0.01 -0.26
balance 40 1.94 -0.14 -0.01 -0.13
balance 41 3.93 -0.03 -0.01 -0.03
== EXIT 0
# However many threads, the same bytes; without --output and --report both are printed.
== RUN tameel adjust --input table.csv --threads 3 2> errors.txt | cmp - out.csv && echo the same
== OUT
the same
== EXIT 0
== RUN head -2 errors.txt | cut -d, -f1-4
== OUT
series_id,adjusted,seasonality,mode
visits,yes,present,multiplicative
== EXIT 0
# How far published values would have been revised, and what was published when so many values were known.
== RUN tameel adjust --input table.csv --output out.csv --report report.csv --revisions current --vintages vintages.csv 2> errors.txt; head -3 report.csv | rev | cut -d, -f1-2 | rev
== OUT
revised_after_one,revised_after_year
0.036,0.248
0.476,4.683
== EXIT 0
== RUN head -2 vintages.csv | cut -d, -f1-3; tail -n +2 vintages.csv | cut -d, -f1,2 | uniq -c | head -2
== OUT
series_id,known_to,t
visits,60,1
     60 visits,60
     61 visits,61
== EXIT 0
== RUN tameel adjust --input table.csv --mode additive --output out.csv --report report.csv 2> errors.txt; head -2 report.csv | cut -d, -f1-4
== OUT
series_id,adjusted,seasonality,mode
visits,yes,present,additive
== EXIT 0
== RUN tameel adjust --input table.csv --frequency 52 --output out.csv --report report.csv; cut -d, -f1,2,15- report.csv | head -2; cat out.csv; tameel adjust --input table.csv --frequency 52 --output - --report report.csv
== OUT
series_id,adjusted,reason
visits,no,"only months and quarters are adjusted, not a frequency of 52"
series_id,t,seasonal,adjusted,trend,irregular
series_id,t,seasonal,adjusted,trend,irregular
== ERR
tameel: E1001 table.csv:403, column 3: broken: expected a number, found "many"
tameel: E1001 table.csv:405, column 2: back: expected a t after 5, found 4
0 series adjusted, 6 left as found, 2 not
tameel: E1001 table.csv:403, column 3: broken: expected a number, found "many"
tameel: E1001 table.csv:405, column 2: back: expected a t after 5, found 4
0 series adjusted, 6 left as found, 2 not
== EXIT 1
# Influences that are known, such as working days, are estimated and taken out with the season.
== RUN python3 -c '
import math
season = (3, 1, -2, -1, 2, 4, -3, -5, 1, 2, -2, 0)
print("series_id,t,value")
for t in range(1, 85):
    print(f"shop,{t},{(100 + t / 2) * (1 + season[t % 12] / 50) * (1 + (t * 7919 % 13 - 6) / 1000) * math.exp(0.02 * (t * 5 % 7 - 3)):.4f}")' > shop.csv
== EXIT 0
== RUN python3 -c '
print("series_id,t,value")
for t in range(1, 97):
    print(f"days,{t},{t * 5 % 7 - 3}")' > days.csv
== EXIT 0
== RUN tameel adjust --input shop.csv --influences days.csv --output out.csv --report report.csv; cut -d, -f1,2,4,9 report.csv
== OUT
series_id,adjusted,mode,influences
shop,yes,multiplicative,days 0.02001 (t 111.3)
== ERR
1 series adjusted
== EXIT 0
== RUN head -90 days.csv > few.csv; tameel adjust --input shop.csv --influences few.csv --output out.csv --report report.csv
== ERR
tameel: E0001 influences: shop: expected a value of days for each t from 1 to 96, found none at 90
0 series adjusted, 1 not
== EXIT 1
== RUN tameel adjust --input table.csv --frequency 0
== ERR
tameel: E1001: expected a frequency of 1 to 366, found 0
== EXIT 2
== RUN tameel adjust --input table.csv --mode relative
== ERR
tameel: E0001 mode: expected auto, multiplicative or additive, found "relative"
== EXIT 2
== RUN tameel adjust --input table.csv --method seats
== ERR
tameel: E0808 --method: expected one of x11, found "seats"
== EXIT 2
== RUN tameel adjust --input table.csv --revisions never
== ERR
tameel: E0808 --revisions: expected one of concurrent, partial, current, found "never"
== EXIT 2
== RUN tameel adjust --input table.csv --vintages vintages.csv
== ERR
tameel: E0808 --vintages: expected --revisions beside it, found none
== EXIT 2
== FILE wrong.csv
id,t,value
a,1,2
== RUN tameel adjust --input wrong.csv
== ERR
tameel: E0013 wrong.csv:1: expected the columns series_id, t, value; missing: series_id; found: id, t, value
== EXIT 2
== RUN tameel adjust --input nothing.csv
== ERR
tameel: E0016 nothing.csv: cannot read the file: No such file or directory
== EXIT 1
== RUN tameel adjust --input table.csv --output nowhere/out.csv
== ERR
tameel: E0017 nowhere/out.csv: cannot be written
== EXIT 1
