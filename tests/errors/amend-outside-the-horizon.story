# What the plan promises is due within its horizon, and the interim targets lead to the value.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== DECIDED 2024/2
== RUN tameel amend 1.1.1-1 --set due=2029 --reason "The hall is smaller" --decision 2024/2
== ERR
tameel: E0126 amendment.changes.due: 1.1.1-1: 2029 (until 2029-12-31) lies outside the horizon from 2023-01-01 to 2027-12-31
== EXIT 1
== RUN tameel amend 1.1.1-1 --set value=3 --reason "The hall is smaller" --decision 2024/2
== ERR
tameel: E0131 amendment.changes: 1.1.1-1: the last interim target 5 goes beyond the value 3
== EXIT 1
# With a new path it holds.
== RUN tameel amend 1.1.1-1 --set value=3 --set 'path=[{"at":"2024","value":1},{"at":"2025","value":3}]' --reason "The hall is smaller" --decision 2024/2
== OUT
entry 3 recorded at 2024-01-10T09:00:00.000000Z
leaf hash <any>
== EXIT 0
