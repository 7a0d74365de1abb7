# E0463: a fund has one funder and one currency.
== COPY tests/fixtures/small
== CLOCK 2024-03-08
== STORE store.db FROM small
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage pledge --amount 60 --currency PKR > entries
== EXIT 0
== RUN tameel fund record psdp --funder world-bank --subject 1.1.1 --year FY2024 --stage pledge --amount 60 --currency PKR
== ERR
tameel: E0463 fund: fund psdp is moitt's money in PKR (entry 2), found world-bank's in PKR
== EXIT 1
== RUN tameel fund rate USD 278.50 --on 2024-03-07 --source a-bank > entries
== EXIT 0
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage commitment --amount 60 --currency USD
== ERR
tameel: E0463 fund: fund psdp is moitt's money in PKR (entry 2), found moitt's in USD
== EXIT 1
# Where all that is recorded of it is taken back, it may become another.
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage pledge --amount 0 --currency PKR --corrects 2 > entries
== EXIT 0
== RUN tameel fund record psdp --funder world-bank --subject 1.1.1 --year FY2024 --stage pledge --amount 60 --currency USD > entries
== EXIT 0
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage commitment --amount 60 --currency PKR
== ERR
tameel: E0463 fund: fund psdp is world-bank's money in USD (entry 5), found moitt's in PKR
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
6 entries, 6 checkpoints and 7 attachments hold
== EXIT 0
