# E0459: a currency is one of ISO 4217.
== COPY tests/fixtures/small
== CLOCK 2024-03-08
== STORE store.db FROM small
== RUN tameel fund account A03 --title "Operating expenses" > entries
== EXIT 0
== RUN tameel fund budget halls --subject 1.1.1 --year FY2024 --account A03 --amount 500 --currency RUP --basis estimate --title "Halls"
== ERR
tameel: E0459 currency: expected a currency of ISO 4217, three capitals such as PKR, found "RUP"
== EXIT 1
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage pledge --amount 60 --currency usd
== ERR
tameel: E0459 currency: expected a currency of ISO 4217, three capitals such as PKR, found "usd"
== EXIT 1
== RUN tameel fund rate XAU 200000 --on 2024-03-08 --source a-bank
== ERR
tameel: E0459 currency: expected a currency of ISO 4217, three capitals such as PKR, found "XAU"
== EXIT 1
# That of the strategy too.
== RUN sed -i 's/currency: PKR/currency: RS/' small/plan.yaml
== EXIT 0
== RUN tameel check small
== OUT
plan.yaml:12:13: error E0122: expected a currency of ISO 4217, three capitals such as PKR, found "RS"
  12 |   currency: RS
     |             ^^
  hint: ISO 4217 lists the codes of three capitals: PKR, USD, EUR.
1 error, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
