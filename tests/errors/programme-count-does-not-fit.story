# A stage counts whole persons, an amount is not negative and has its currency, a percentage ends at 100.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-04-20
== STORE store.db FROM small
== RUN tameel programme cohort course 2024-A --title "First course" --seats 30
== OUT
entry 2 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel programme report course --stage admitted --cohort 2024-A --period 2024-03-31 --value 2.5
== ERR
tameel: E0485 value: expected a whole number, found 2.5
== EXIT 1
== RUN tameel programme report course --measure women --period 2024-03-31 --value 104
== ERR
tameel: E0485 value: expected at most 100 percent, found 104
== EXIT 1
== RUN tameel programme report course --money disbursed --period 2024-03-31 --value -4
== ERR
tameel: E0485 currency: money has an ISO 4217 currency such as PKR, found ""
tameel: E0485 value: expected no negative number, found -4
== EXIT 1
== RUN tameel programme report course --measure hours --period 2024-Q1 --value 40 --currency PKR
== ERR
tameel: E0485 currency: only money has a currency, found "PKR"
== EXIT 1
# Nothing else was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 7 attachments hold
== EXIT 0
