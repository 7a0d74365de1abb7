# An amendment names fields that the target has, and values that they can take.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== DECIDED 2024/2
== RUN tameel amend 1.1.1-1 --set valeu=4 --reason "The hall is smaller" --decision 2024/2
== ERR
tameel: E0150 amendment.changes.valeu: the field "valeu" cannot be amended here; did you mean "value"?; allowed are due, value, baseline, path, verification, verifier, frequency, population, question, unit, measure, note
== EXIT 1
== RUN tameel amend 1.1.1-1 --set value=many --reason "The hall is smaller" --decision 2024/2
== ERR
tameel: E0123 amendment.changes.value: expected a number such as 12.5, found "many"
== EXIT 1
== RUN tameel amend 1.1.1-1 --set value --reason "The hall is smaller" --decision 2024/2
== ERR
tameel: E0808 --set: expected FIELD=VALUE, found "value"
== EXIT 2
== RUN tameel amend 1.1.1-1 --set lead=moitt --reason "The hall is smaller" --decision 2024/2
== ERR
tameel: E0150 amendment.changes.lead: the field "lead" cannot be amended here; allowed are due, value, baseline, path, verification, verifier, frequency, population, question, unit, measure, note
== EXIT 1
== RUN tameel amend 1.1.1-1 --set due=soon --reason "The hall is smaller" --decision 2024/2
== ERR
tameel: E0125 amendment.changes.due: expected a day or a period such as 2024, 2024-Q1 or FY2024, found "soon"
== EXIT 1
== RUN tameel amend 1.1.1-1 --set verifier=pasha --reason "The hall is smaller" --decision 2024/2
== ERR
tameel: E0144 amendment.changes.verifier: 1.1.1-1: Association of Software Houses leads 1.1.1 and cannot verify its targets
== EXIT 1
== RUN tameel amend 1.1.1-1 --set statement=Less --reason "The hall is smaller" --decision 2024/2
== ERR
tameel: E0150 amendment.changes.statement: the field "statement" cannot be amended here; allowed are due, value, baseline, path, verification, verifier, frequency, population, question, unit, measure, note
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 7 attachments hold
== EXIT 0
