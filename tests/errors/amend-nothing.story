# An amendment that changes nothing is no entry.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== DECIDED 2024/2
== RUN tameel amend 1.1.1-1 --set value=5 --reason "The hall is smaller" --decision 2024/2
== ERR
tameel: E0804 changes: 1.1.1-1 already is as the amendment would make it
== EXIT 1
== RUN tameel amend 1.1.1-1 --set due=2025 --reason "The hall is smaller" --decision 2024/2
== ERR
tameel: E0804 changes: 1.1.1-1 already is as the amendment would make it
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 7 attachments hold
== EXIT 0
