# E0453: money stands at the declared counting level or at a finer one. Where none is declared it is the activity.
== COPY tests/fixtures/small
== CLOCK 2024-03-08
== STORE store.db FROM small
== DECIDED 2024/1
== RUN tameel amend 1.1.1 --set 'steps=[{"title":"Book the halls","from":"2023-07-01","until":"2023-12-31"},{"title":"Invite the firms","from":"2024-01-01","until":"2024-06-30"}]' --reason "Agreed" --decision 2024/1 > entries
== EXIT 0
== RUN tameel fund account A03 --title "Operating expenses" > entries
== EXIT 0
== RUN tameel fund budget all --subject 1.1 --year FY2024 --account A03 --amount 500 --currency PKR --basis estimate --title "Halls"
== ERR
tameel: E0453 subject: money is counted by activity from 2024-03-08 on, found 1.1, an objective: expected an activity or a step of it
== EXIT 1
== RUN tameel fund record psdp --funder moitt --subject 1.1 --year FY2024 --stage pledge --amount 60 --currency PKR
== ERR
tameel: E0453 subject: money is counted by activity from 2024-03-08 on, found 1.1, an objective: expected an activity or a step of it
== EXIT 1
== RUN tameel fund level step > entries
== EXIT 0
== RUN tameel fund budget halls --subject 1.1.1 --year FY2024 --account A03 --amount 500 --currency PKR --basis estimate --title "Halls"
== ERR
tameel: E0453 subject: money is counted by step from 2024-03-08 on, found 1.1.1, an activity: expected a step such as 1.1.1/2
== EXIT 1
== RUN tameel fund budget halls --subject 1.1.1/2 --year FY2024 --account A03 --amount 500 --currency PKR --basis estimate --title "Halls" > entries
== EXIT 0
# A strategic objective is never a subject.
== RUN tameel fund record psdp --funder moitt --subject 1 --year FY2024 --stage pledge --amount 60 --currency PKR
== ERR
tameel: E0462 subject: expected an operational objective, an activity or a step, found "1"
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
7 entries, 7 checkpoints and 7 attachments hold
== EXIT 0
