# E0456: a fund disburses at most what it has committed, on its day and on every later one.
== COPY tests/fixtures/small
== CLOCK 2024-03-08
== STORE store.db FROM small
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage commitment --amount 1000 --currency PKR --on 2024-02-01 > entries
== EXIT 0
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage disbursement --amount 1000.01 --currency PKR
== ERR
tameel: E0456 amount: on 2024-03-08 fund psdp would have disbursed PKR 1000.01 for 1.1.1 in FY2024, above the PKR 1000.00 that it has committed
== EXIT 1
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage disbursement --amount 800 --currency PKR > entries
== EXIT 0
# With what was disbursed since, this earlier one would be too much later on; and on the day before the commitment
# nothing was committed at all.
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage disbursement --amount 300 --currency PKR --on 2024-02-20
== ERR
tameel: E0456 amount: on 2024-03-08 fund psdp would have disbursed PKR 1100.00 for 1.1.1 in FY2024, above the PKR 1000.00 that it has committed
== EXIT 1
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage disbursement --amount 100 --currency PKR --on 2024-01-31
== ERR
tameel: E0456 amount: on 2024-01-31 fund psdp would have disbursed PKR 100.00 for 1.1.1 in FY2024, above the PKR 0.00 that it has committed
== EXIT 1
# Nor may a correction take a commitment from under what was disbursed, or move it to another activity or year.
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage commitment --amount 700 --currency PKR --on 2024-02-01 --corrects 2
== ERR
tameel: E0456 amount: on 2024-03-08 fund psdp would have disbursed PKR 800.00 for 1.1.1 in FY2024, above the PKR 700.00 that it has committed
== EXIT 1
== RUN tameel fund record psdp --funder moitt --subject 1.1.2 --year FY2024 --stage commitment --amount 1000 --currency PKR --on 2024-02-01 --corrects 2
== ERR
tameel: E0456 amount: on 2024-03-08 fund psdp would have disbursed PKR 800.00 for 1.1.1 in FY2024, above the PKR 0.00 that it has committed
== EXIT 1
# The commitment of another year does not help.
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2025 --stage commitment --amount 5000 --currency PKR > entries
== EXIT 0
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage disbursement --amount 201 --currency PKR
== ERR
tameel: E0456 amount: on 2024-03-08 fund psdp would have disbursed PKR 1001.00 for 1.1.1 in FY2024, above the PKR 1000.00 that it has committed
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
5 entries, 5 checkpoints and 6 attachments hold
== EXIT 0
