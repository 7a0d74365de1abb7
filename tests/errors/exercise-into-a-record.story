# An exercise is never written into a real record.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== RUN tameel exercise small --entries 100
== ERR
tameel: E0806: expected an empty store for the exercise, found one with entries
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
2 entries, 2 checkpoints and 6 attachments hold
== EXIT 0
