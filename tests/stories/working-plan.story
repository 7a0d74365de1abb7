# The council amends the working plan. The printed promise stays beside it, and a promise that was lowered
# or put off is said to have been.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== DECIDED 2024/1 2024/2
== RUN tameel adopt 1.1.1 1.1.2 --year 2024 --decision 2024/1
== OUT
entry 4 recorded at 2024-01-10T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel status | head -6
== OUT
A small strategy, as of 2024-01-10

1.1.1-1              no data       Five dialogues held: nothing has been reported yet; the report for 2024-Q1 is due by 2024-04-30
1.1.2-1              no data       Half of the firms see the sector recognized: nothing has been reported yet; the report for 2024-Q1 is due by 2024-04-30
1.1.2-2              no data       Report of the survey published: nothing has been reported yet; the report for 2024-Q1 is due by 2024-04-30
== EXIT 0
# The due date moves by a year, and one dialogue fewer is promised.
== CLOCK 2024-02-01
== RUN tameel amend 1.1.1-1 --set due=2026 --set value=4 --set 'path=[{"at":"2024","value":2},{"at":"2026","value":4}]' --reason "No hall in 2025" --decision 2024/2
== OUT
entry 5 recorded at 2024-02-01T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel status 1.1.1-1
== OUT
1.1.1-1  Five dialogues held
no data, as of 2024-02-01

why: nothing has been reported yet; the report for 2024-Q1 is due by 2024-04-30
alert: the promise was lowered: value 5 became 4
alert: the promise was put off: due 2025 became 2026
alert: the promise was changed: path 1 for 2023, 3 for 2024, 5 for 2025 became 2 for 2024, 4 for 2026

status: no data  [docs/methods/status.md]
  rule: on track from a ratio of 0.95, at risk from 0.60  [docs/methods/status.md]
  value asked for: 4  [the plan in force]
  value printed: 5  [the printed plan]
  baseline: 0  [the plan in force]
  due: 2026  [the plan in force]
  reports: 0  [the journal]
== EXIT 0
# As of the day before, the first promise was in force.
== RUN tameel status 1.1.1-1 --as-of 2024-01-31
== OUT
1.1.1-1  Five dialogues held
no data, as of 2024-01-31

why: nothing has been reported yet; the report for 2024-Q1 is due by 2024-04-30

status: no data  [docs/methods/status.md]
  rule: on track from a ratio of 0.95, at risk from 0.60  [docs/methods/status.md]
  value asked for: 5  [the plan in force]
  baseline: 0  [the plan in force]
  due: 2025  [the plan in force]
  reports: 0  [the journal]
== EXIT 0
# The outlook for exports is lowered too.
== RUN tameel amend exports-fy2024 --set value=2800 --reason "A weak first half" --decision 2024/2
== OUT
entry 6 recorded at 2024-02-01T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel status exports-fy2024 | head -6
== OUT
exports-fy2024  Exports of 3 billion dollars
on track, as of 2024-02-01

why: July 2023 to December 2023: 1440.5 USD million in 6 of 12 months, against at least 2800 USD million
why: 1400.0 would be expected if every month had an equal share: a ratio of 1.03
alert: the promise was lowered: value 3000 became 2800
== EXIT 0
# A verifier is named, and the calendar of a target changes.
== RUN tameel amend 1.1.2-2 --set verifier=tdap --set frequency=half-yearly --reason "Fewer reports" --decision 2024/2
== OUT
entry 7 recorded at 2024-02-01T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel export journal --output journal > /dev/null; python3 -c '
import json
for line in open("journal/entries.jsonl"):
    entry = json.loads(line)
    if entry["kind"] == "plan.amended":
        print(entry["effective_on"], entry["subject"], entry["payload"]["difference"], "-", entry["payload"]["decision"])'
== OUT
2024-02-01 1.1.1-1 1.1.1-1 value: 5 -> 4; 1.1.1-1 due: 2025 -> 2026; 1.1.1-1 path: 1 for 2023, 3 for 2024, 5 for 2025 -> 2 for 2024, 4 for 2026 - 2024/2
2024-02-01 exports-fy2024 exports-fy2024 value: 3000 -> 2800 - 2024/2
2024-02-01 1.1.2-2 1.1.2-2 verifier: (none) -> tdap; 1.1.2-2 frequency: (none) -> half-yearly - 2024/2
== EXIT 0
