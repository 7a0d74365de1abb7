# E0457: a fund's expenditure is at most what it has disbursed.
== COPY tests/fixtures/small
== CLOCK 2024-03-08
== STORE store.db FROM small
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage commitment --amount 1000 --currency PKR > entries
== EXIT 0
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage expenditure --amount 10 --currency PKR
== ERR
tameel: E0457 amount: on 2024-03-08 fund psdp would have spent PKR 10.00 for 1.1.1 in FY2024, above the PKR 0.00 that it has disbursed
== EXIT 1
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage disbursement --amount 400 --currency PKR > entries
== EXIT 0
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage expenditure --amount 400.01 --currency PKR
== ERR
tameel: E0457 amount: on 2024-03-08 fund psdp would have spent PKR 400.01 for 1.1.1 in FY2024, above the PKR 400.00 that it has disbursed
== EXIT 1
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage expenditure --amount 400 --currency PKR > entries
== EXIT 0
# A disbursement that was a mistake can be taken back only with what was spent of it.
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage disbursement --amount 0 --currency PKR --corrects 3
== ERR
tameel: E0457 amount: on 2024-03-08 fund psdp would have spent PKR 400.00 for 1.1.1 in FY2024, above the PKR 0.00 that it has disbursed
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
5 entries, 5 checkpoints and 6 attachments hold
== EXIT 0
