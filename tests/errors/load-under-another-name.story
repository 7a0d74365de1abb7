# A file is loaded once, whatever it is called.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== RUN tameel confirm 1.1.1 --answer yes > /dev/null
== EXIT 0
== FILE minutes.txt
Minutes of the first dialogue
== CLOCK 2024-12-01
== RUN cp small/data/exports.csv again.csv; tameel load again.csv
== ERR
tameel: E0312 again.csv: this file was loaded before, as data/exports.csv by entry 1
== EXIT 1
