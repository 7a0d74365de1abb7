# Nobody reports an outcome: a published statistic measures it.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== CLOCK 2024-04-20
== FILE minutes.txt
Minutes of the first dialogue
== RUN tameel report exports-fy2024 --period FY2024 --value 3000 --institution pasha
== ERR
tameel: E0422 target: exports-fy2024 is an outcome: a statistic measures it, nobody reports it
== EXIT 1
