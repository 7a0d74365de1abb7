# Series and their sums are forecast so that they add up, in the table's own regions and goods.
== RUN python3 -c '
import math
print("series_id,t,value")
for region, size, odd in (("EU", 100, 13), ("NA", 60, 29)):
    for goods, share in (("01", 1), ("02", 2)):
        for t in range(1, 61):
            own, common = (t * t * (odd + share) + 7 * t) % 23 - 11, (t * t * t + 5 * t) % 17 - 8
            wave = size * share * (1 + 0.2 * math.sin(t * math.pi / 6) + 0.005 * t + 0.006 * own + 0.006 * common)
            print(f"{region}{goods},{t},{wave:.3f}")' > table.csv
== EXIT 0
== FILE structure.csv
series_id,region,goods
EU01,EU,01
EU02,EU,02
NA01,NA,01
NA02,NA,02
== RUN tameel forecast --input table.csv --horizon 3 --hierarchy structure.csv --output out.csv
== ERR
4 series and 5 sums forecast, made to add up by mint, correlations shrunk by 3 %
== EXIT 0
== RUN python3 -c '
import csv
for row in csv.DictReader(open("out.csv")):
    print(row["series_id"], row["t"], *(f"{float(row[name]):.0f}" for name in ("mean", "lo80", "hi80", "lo95", "hi95")))'
== OUT
total 61 681 652 717 629 733
total 62 727 691 763 662 774
total 63 747 710 785 687 799
region=EU 61 423 401 448 386 462
region=EU 62 452 424 478 408 493
region=EU 63 467 436 494 423 510
region=NA 61 258 244 274 236 282
region=NA 62 275 260 291 245 298
region=NA 63 280 264 298 252 308
goods=01 61 230 219 245 211 250
goods=01 62 244 231 256 219 264
goods=01 63 249 236 263 225 270
goods=02 61 451 428 474 416 496
goods=02 62 484 455 509 442 524
goods=02 63 499 469 525 457 543
EU01 61 143 135 152 131 157
EU01 62 153 143 163 135 169
EU01 63 157 148 168 142 174
EU02 61 281 260 301 254 314
EU02 62 299 276 320 268 334
EU02 63 309 284 332 274 347
NA01 61 87 81 93 79 95
NA01 62 91 85 96 81 98
NA01 63 91 86 98 82 100
NA02 61 171 161 186 155 196
NA02 62 185 173 199 164 207
NA02 63 189 176 205 170 217
== EXIT 0
# Points add up to the last digits; however many threads, the same bytes.
== FILE adds_up.py
import csv, sys
rows = {(row["series_id"], row["t"]): float(row["mean"]) for row in csv.DictReader(open(sys.argv[1]))}
off = 0
for (name, t), value in rows.items():
    parts = [v for (n, u), v in rows.items() if u == t and len(n) == 4
             and (name == "total" or name.split("=")[-1] in (n[:2], n[2:]))]
    if len(name) != 4:
        off = max(off, abs(value - sum(parts)) / max(value, 1e-9))
print("adds up" if off < 1e-9 else "does not add up")
== RUN for how in mint wls bottom-up top-down none; do tameel forecast --input table.csv --horizon 3 --hierarchy structure.csv --reconcile $how --output how.csv; python3 adds_up.py how.csv; done
== OUT
adds up
adds up
adds up
adds up
does not add up
== ERR
4 series and 5 sums forecast, made to add up by mint, correlations shrunk by 3 %
4 series and 5 sums forecast, made to add up by wls
4 series and 5 sums forecast, made to add up by bottom-up
4 series and 5 sums forecast, made to add up by top-down
4 series and 5 sums forecast, which do not add up
== EXIT 0
== RUN tameel forecast --input table.csv --horizon 3 --hierarchy structure.csv --threads 3 2> errors.txt | cmp - out.csv && echo the same
== OUT
the same
== EXIT 0
# A tree names the parent of each series; a sum that the table states too is held against its parts.
== FILE tree.csv
series_id,parent
EU01,EU
EU02,EU
NA01,America
NA02,America
EU,world
America,world
== RUN python3 -c '
import collections, csv
sums = collections.Counter()
for row in csv.DictReader(open("table.csv")):
    sums[int(row["t"])] += float(row["value"])
for t in range(1, 61):
    print(f"world,{t},{sums[t]:.3f}")' > world.csv; cat table.csv world.csv > stated.csv; tameel forecast --input stated.csv --horizon 1 --hierarchy tree.csv --method theta | cut -d, -f1-2
== OUT
series_id,t
world,61
EU,61
America,61
EU01,61
EU02,61
NA01,61
NA02,61
== ERR
4 series and 3 sums forecast, made to add up by mint, correlations shrunk by 4 %
stated sums that their parts add up to: 1
== EXIT 0
== RUN sed 's/^world,7,.*/world,7,12/' stated.csv > wrong.csv; tameel forecast --input wrong.csv --horizon 1 --hierarchy tree.csv
== ERR
tameel: E1001 wrong.csv:242: expected world to be the sum of its 4 parts at period 7, 424.44000000000005, found 12
== EXIT 2
# Series begin and end at different times: they are put beside each other by t.
== RUN grep -v -e '^EU01,60,' -e '^NA02,[123],' table.csv > ragged.csv; tameel forecast --input ragged.csv --horizon 1 --hierarchy structure.csv --method theta | cut -d, -f1-2
== OUT
series_id,t
total,61
region=EU,61
region=NA,61
goods=01,61
goods=02,61
EU01,61
EU02,61
NA01,61
NA02,61
== ERR
4 series and 5 sums forecast, made to add up by mint, correlations shrunk by 4 %
beside the table's periods 1 begin later and 1 end earlier; a sum is missing where a part is
== EXIT 0
# Nothing is below 0 where nothing can be, in a series that falls and in one that is mostly 0.
== RUN python3 -c '
print("series_id,t,value")
for t in range(1, 49):
    print(f"EU01,{t},{max(0, 48 - t) + t % 3}")
for t in range(1, 49):
    print(f"EU02,{t},{7 if t % 11 == 0 else 0}")
for t in range(1, 49):
    print(f"NA01,{t},0")
for t in range(1, 49):
    print(f"NA02,{t},5")' > sparse.csv; tameel forecast --input sparse.csv --horizon 6 --hierarchy structure.csv --non-negative --output sparse-out.csv; python3 adds_up.py sparse-out.csv; python3 -c '
import csv
print(min(float(row[name]) for row in csv.DictReader(open("sparse-out.csv")) for name in ("mean", "lo80", "lo95")))'
== OUT
adds up
0.0
== ERR
4 series and 5 sums forecast, made to add up by mint, correlations shrunk by 21 %
by a simpler method: 3
== EXIT 0
# What does not fit together is named with its place.
== RUN sed '/NA02/d' structure.csv > without.csv; tameel forecast --input table.csv --hierarchy without.csv
== ERR
tameel: E1001 table.csv:182: expected a series of without.csv, found NA02
== EXIT 2
== RUN echo 'NA03,NA,03' | cat structure.csv - > more.csv; tameel forecast --input table.csv --hierarchy more.csv
== ERR
tameel: E1001 more.csv:6: expected NA03 in table.csv, found no row of it
== EXIT 2
== RUN echo 'EU01,NA,01' | cat structure.csv - > twice.csv; tameel forecast --input table.csv --hierarchy twice.csv
== ERR
tameel: E1001 twice.csv:6: expected each name once, found another EU01
== EXIT 2
== RUN echo 'EU01,61,5' | cat table.csv - > again.csv; tameel forecast --input again.csv --hierarchy structure.csv
== ERR
tameel: E1001 again.csv:242, column 1: EU01: expected the rows of EU01 together, found some further up
== EXIT 2
== RUN sed 's/^EU02,17,.*/EU02,17,many/' table.csv > many.csv; tameel forecast --input many.csv --hierarchy structure.csv
== ERR
tameel: E1001 many.csv:78, column 3: EU02: expected a number, found "many"
== EXIT 2
== RUN sed 's/^EU02,.*,.*/&x/; s/^EU02,\([0-9]*\),.*/EU02,\1,NaN/' table.csv > nothing.csv; tameel forecast --input nothing.csv --hierarchy structure.csv
== ERR
tameel: E1001 nothing.csv:62: EU02: expected at least one value, found none
== EXIT 2
== RUN printf 'series_id,region\nEU01,EU\nEU02,\n' > empty.csv; tameel forecast --input table.csv --hierarchy empty.csv
== ERR
tameel: E1001 empty.csv:3: expected the region of EU02, found none
== EXIT 2
== RUN printf 'series_id,parent\nEU01,A\nA,B\nB,A\n' > cycle.csv; tameel forecast --input table.csv --hierarchy cycle.csv
== ERR
tameel: E1001 cycle.csv:2: expected a tree, found EU01 among its own parents
== EXIT 2
== RUN printf 'series_id\nEU01\n' > bare.csv; tameel forecast --input table.csv --hierarchy bare.csv
== ERR
tameel: E0013 bare.csv:1: expected series_id and then one or more dimensions, each with a name, or parent
== EXIT 2
== RUN tameel forecast --input table.csv --hierarchy structure.csv --reconcile magic
== ERR
tameel: E0808 --reconcile: expected one of none, bottom-up, top-down, wls, mint, found "magic"
== EXIT 2
== RUN tameel forecast --input table.csv --hierarchy structure.csv --paths 5
== ERR
tameel: E1001: expected at least 100 paths and, over all series and periods, at most 100000000 draws, found 5 paths
== EXIT 2
== RUN tameel forecast --input table.csv --hierarchy structure.csv --horizon 0
== ERR
tameel: E1001: expected a horizon of 1 to 10000 periods, found 0
== EXIT 2
== RUN tameel forecast --hierarchy structure.csv
== ERR
tameel: E0808: expected a series, --input FILE, --outcome ID, --target ID, --targets or --published, found none
== EXIT 2
== RUN tameel forecast --input table.csv --hierarchy structure.csv --calendar gregorian --start 2019-01
== ERR
tameel: E0808 --hierarchy: expected --hierarchy without --start, --calendar and --influences: days that influence series and their sums alike are not estimated
== EXIT 2
# The other methods make base forecasts too.
== RUN for method in mstl arima ces seasonal-naive; do tameel forecast --input table.csv --horizon 3 --hierarchy structure.csv --method $method --output how.csv 2> told; python3 adds_up.py how.csv; done
== OUT
adds up
adds up
adds up
adds up
== EXIT 0
== RUN printf 'series_id,region,region\nEU01,EU,EU\n' > doubled.csv; tameel forecast --input table.csv --hierarchy doubled.csv
== ERR
tameel: E0013 doubled.csv:1: the column region stands twice
== EXIT 2
== RUN printf 'series_id,region,\nEU01,EU,01\n' > unnamed.csv; tameel forecast --input table.csv --hierarchy unnamed.csv
== ERR
tameel: E0013 unnamed.csv:1: expected series_id and then one or more dimensions, each with a name, or parent
== EXIT 2
== RUN printf 'series_id,region\nEU01\n' > narrow.csv; tameel forecast --input table.csv --hierarchy narrow.csv
== ERR
tameel: E0013 narrow.csv:2: expected 2 fields, found 1
== EXIT 2
