# E0458: an amount is above zero, with the places of its currency; E0003: it is a number.
== COPY tests/fixtures/small
== CLOCK 2024-03-08
== STORE store.db FROM small
== RUN tameel fund account A03 --title "Operating expenses" > entries
== EXIT 0
== RUN tameel fund budget halls --subject 1.1.1 --year FY2024 --account A03 --amount 12.345 --currency PKR --basis estimate --title "Halls"
== ERR
tameel: E0458 amount: PKR has 2 decimal places, found 12.345
== EXIT 1
== RUN tameel fund budget halls --subject 1.1.1 --year FY2024 --account A03 --amount 0 --currency PKR --basis estimate --title "Halls"
== ERR
tameel: E0458 amount: expected an amount above zero, found 0
== EXIT 1
== RUN tameel fund budget halls --subject 1.1.1 --year FY2024 --account A03 --amount -5 --currency PKR --basis estimate --title "Halls"
== ERR
tameel: E0458 amount: expected an amount above zero, found -5
== EXIT 1
== RUN tameel fund budget halls --subject 1.1.1 --year FY2024 --account A03 --amount 10.5 --currency JPY --basis estimate --title "Halls"
== ERR
tameel: E0458 amount: JPY has 0 decimal places, found 10.5
== EXIT 1
== RUN tameel fund budget halls --subject 1.1.1 --year FY2024 --account A03 --amount 1,000 --currency PKR --basis estimate --title "Halls"
== ERR
tameel: E0003 amount: expected a decimal number such as -12.50, found "1,000"
== EXIT 2
== RUN tameel fund budget halls --subject 1.1.1 --year FY2024 --account A03 --amount 999999999999999 --currency PKR --basis estimate --title "Halls"
== ERR
tameel: E0458 amount: expected at most PKR 100000000000000.00, found 999999999999999
== EXIT 1
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage pledge --amount 0.00 --currency PKR
== ERR
tameel: E0458 amount: expected an amount above zero, found 0.00
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
