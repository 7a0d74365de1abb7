# All that is wrong with a report is said in one pass.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-04-20
== STORE store.db FROM small
== RUN tameel programme report course --stage admitted --measure hours --period soon --value many --qualifier roughly --sex female
== ERR
tameel: E0003 value: expected a decimal number such as -12.50, found "many"
tameel: E0808 sex: expected NAME=NUMBER, found "female"
tameel: E0153 stage: expected a stage, a measure or a line of money, found several
tameel: E0005 period: expected a day or a period such as 2024, 2024-Q1 or FY2024, found "soon"
tameel: E0001 qualifier: expected one of exact, at_least, at_most, about; found "roughly"
== EXIT 2
== RUN tameel programme report course --period 2024-03-31 --value 3
== ERR
tameel: E0153 stage: expected a stage, a measure or a line of money, found none
== EXIT 1
# Nothing else was written.
== RUN tameel verify | head -1
== OUT
2 entries, 2 checkpoints and 7 attachments hold
== EXIT 0
