# A decision counts from the day on which it was taken, not from a day to come.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== DECIDED 2024/2
== RUN tameel amend 1.1.1-1 --set due=2026 --effective-on 2024-02-01 --reason "The hall is smaller" --decision 2024/2
== ERR
tameel: E0418 effective_on: expected a day up to 2024-01-10, found 2024-02-01
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 7 attachments hold
== EXIT 0
