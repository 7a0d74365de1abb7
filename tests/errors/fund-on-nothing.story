# E0462: money stands on an operational objective, an activity or a step of the working plan.
== COPY tests/fixtures/small
== CLOCK 2024-03-08
== STORE store.db FROM small
== DECIDED 2024/1
== RUN tameel fund record psdp --funder moitt --subject 1.1.9 --year FY2024 --stage pledge --amount 60 --currency PKR
== ERR
tameel: E0462 subject: expected an operational objective, an activity or a step, found "1.1.9"; did you mean 1.1.1?
== EXIT 1
== RUN tameel fund record psdp --funder moitt --subject 1.1.1-1 --year FY2024 --stage pledge --amount 60 --currency PKR
== ERR
tameel: E0462 subject: expected an operational objective, an activity or a step, found "1.1.1-1"; did you mean 1.1.1?
== EXIT 1
== RUN tameel fund record psdp --funder moitt --subject 1.1.1/1 --year FY2024 --stage pledge --amount 60 --currency PKR
== ERR
tameel: E0462 subject: the working plan has no steps in 1.1.1, found "1.1.1/1"
== EXIT 1
== RUN tameel fund record psdp --funder moitt --subject 2.1.1/1 --year FY2024 --stage pledge --amount 60 --currency PKR
== ERR
tameel: E0462 subject: expected a step of an activity such as 1.1.1/2, found "2.1.1/1"
== EXIT 1
== RUN tameel amend 1.1.1 --set 'steps=[{"title":"Book the halls","from":"2023-07-01","until":"2023-12-31"},{"title":"Invite the firms","from":"2024-01-01","until":"2024-06-30"}]' --reason "Agreed" --decision 2024/1 > entries
== EXIT 0
== RUN tameel fund record psdp --funder moitt --subject 1.1.1/3 --year FY2024 --stage pledge --amount 60 --currency PKR
== ERR
tameel: E0462 subject: expected a step from 1.1.1/1 to 1.1.1/2, found "1.1.1/3"
== EXIT 1
== RUN tameel fund record psdp --funder moitt --subject 1.1.1/0 --year FY2024 --stage pledge --amount 60 --currency PKR
== ERR
tameel: E0462 subject: expected a step from 1.1.1/1 to 1.1.1/2, found "1.1.1/0"
== EXIT 1
== RUN tameel fund record psdp --funder moitt --subject 1.1.1/one --year FY2024 --stage pledge --amount 60 --currency PKR
== ERR
tameel: E0462 subject: expected a step from 1.1.1/1 to 1.1.1/2, found "1.1.1/one"
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
4 entries, 4 checkpoints and 7 attachments hold
== EXIT 0
