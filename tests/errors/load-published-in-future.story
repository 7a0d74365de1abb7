# E0311. What will be published later is not known yet.
== COPY tests/fixtures/small
== CLOCK 2024-05-24
== STORE store.db FROM small
== FILE later.csv
category,measure,period,value,published,source
ict,receipts,2024-04,311,2024-05-25,central-bank
ict,receipts,2024-03,307,2024-06,central-bank
ict,receipts,2024-02,258,2024-05,central-bank
== RUN tameel load later.csv
== ERR
tameel: E0311 later.csv:2, column 5 (published): expected a day up to today, 2024-05-24, found 2024-05-25
tameel: E0311 later.csv:3, column 5 (published): expected a day up to today, 2024-05-24, found 2024-06
== EXIT 2
