# A large load says how far it is. Killed in the middle it leaves nothing, and the same command again loads all of it.
== COPY tests/fixtures/small
== CLOCK 2024-01-25
== STORE store.db FROM small
== RUN awk 'BEGIN { print "service,area,period,value,published,source"; for (a = 0; a < 50; ++a) for (s = 0; s < 50; ++s) for (m = 0; m < 240; ++m) printf "service %d,area %d,%d-%02d,%d.%d,2024-01-20,central-bank\n", s, a, 2003 + m / 12, m % 12 + 1, 100 + (a * s + m) % 900, m % 10 }' > many.csv; wc -l < many.csv
== OUT
600001
== EXIT 0
== RUN tameel load many.csv --progress 2> progress & pid=$!; until grep -qs rows progress; do sleep 0.01; done; kill -KILL $pid; head -1 progress
== OUT
262144 rows read
== EXIT 0
== RUN ls -A store.db.d | grep -c part-
== OUT
1
== EXIT 0
== RUN tameel verify | head -1
== OUT
2 entries, 2 checkpoints and 6 attachments hold
== EXIT 0
== RUN tameel load many.csv --progress
== OUT
600000 rows, 600000 observations in 2500 series from 1 source
dates of publication: 0 are only a month, 0 are unknown and estimated
too much is held to be reviewed now; tameel quality does it
entry 2 recorded at 2024-01-25T09:00:00.000000Z
leaf hash <any>
== ERR
262144 rows read
524288 rows read
600000 rows read, all of them
== EXIT 0
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 7 attachments hold
== EXIT 0
== RUN ls -A store.db.d | grep -c part-
== OUT
0
== EXIT 1
