# E0460: a fiscal year is one that the strategy, 2023 to 2027, touches.
== COPY tests/fixtures/small
== CLOCK 2024-03-08
== STORE store.db FROM small
== RUN tameel fund account A03 --title "Operating expenses" > entries
== EXIT 0
== RUN tameel fund budget halls --subject 1.1.1 --year FY2022 --account A03 --amount 500 --currency PKR --basis estimate --title "Halls"
== ERR
tameel: E0460 fiscal_year: expected a fiscal year from FY2023 to FY2028, found "FY2022"
== EXIT 1
== RUN tameel fund budget halls --subject 1.1.1 --year FY2029 --account A03 --amount 500 --currency PKR --basis estimate --title "Halls"
== ERR
tameel: E0460 fiscal_year: expected a fiscal year from FY2023 to FY2028, found "FY2029"
== EXIT 1
== RUN tameel fund budget halls --subject 1.1.1 --year 2024 --account A03 --amount 500 --currency PKR --basis estimate --title "Halls"
== ERR
tameel: E0460 fiscal_year: expected a fiscal year from FY2023 to FY2028, found "2024"
== EXIT 1
== RUN tameel fund budget halls --subject 1.1.1 --year FY2024-Q1 --account A03 --amount 500 --currency PKR --basis estimate --title "Halls"
== ERR
tameel: E0460 fiscal_year: expected a fiscal year from FY2023 to FY2028, found "FY2024-Q1"
== EXIT 1
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY1999 --stage pledge --amount 60 --currency PKR
== ERR
tameel: E0460 fiscal_year: expected a fiscal year from FY2023 to FY2028, found "FY1999"
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
