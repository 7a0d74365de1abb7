# The load of a large table is killed. The same command goes on where it was, and leaves nothing behind but its entry.
== COPY tests/fixtures/small
== CLOCK 2024-01-25
== STORE store.db FROM small
== RUN awk 'BEGIN { print "service,area,period,value,published,source"; for (a = 0; a < 50; ++a) for (s = 0; s < 75; ++s) for (m = 0; m < 240; ++m) printf "service %d,area %d,%d-%02d,%d.%d,2024-01-20,central-bank\n", s, a, 2003 + m / 12, m % 12 + 1, 100 + (a * s + m) % 900, m % 10 }' > many.csv; wc -l < many.csv
== OUT
900001
== EXIT 0
== RUN tameel load many.csv 2> said & pid=$!; while kill -0 $pid && [ ! -e store.db.d/unfinished/checkpoint ]; do sleep 0.01; done; kill -KILL $pid; cat said
== EXIT 0
== RUN tameel verify | head -1
== OUT
2 entries, 2 checkpoints and 6 attachments hold
== EXIT 0
== RUN tameel load many.csv
== OUT
900000 rows, 900000 observations in 3750 series from 1 source
dates of publication: 0 are only a month, 0 are unknown and estimated
too much is held to be reviewed now; tameel quality does it
entry 2 recorded at 2024-01-25T09:00:00.000000Z
leaf hash <any>
== ERR
going on after row <any> % of the file
== EXIT 0
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 7 attachments hold
== EXIT 0
== RUN ls -A store.db.d | grep -c -e part- -e unfinished
== OUT
0
== EXIT 1
