# Progress and cost count since the task began, so that they never fall; nor may a report of an earlier day exceed a later one.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-04-20
== STORE store.db FROM small
== RUN tameel programme task course teaching --title "Teaching" --budget 100000 --currency PKR --from 2024-01-01 --until 2024-06-30
== OUT
entry 2 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel programme progress course teaching --percent 40 --cost 45000
== OUT
entry 3 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel programme progress course teaching --percent 39 --cost 44000
== ERR
tameel: E0481 percent: expected at least 40, as entry 3 of 2024-04-20 has it; found 39
tameel: E0481 cost: expected at least 45000, as entry 3 of 2024-04-20 has it; found 44000
== EXIT 1
== RUN tameel programme progress course teaching --percent 50 --cost 45000 --effective-on 2024-03-01
== ERR
tameel: E0481 percent: expected at most 40, as entry 3 of 2024-04-20 has it; found 50
== EXIT 1
# A mistake is corrected by naming its entry.
== RUN tameel programme progress course teaching --percent 39 --cost 44000 --corrects 3
== OUT
entry 4 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# Nothing else was written.
== RUN tameel verify | head -1
== OUT
5 entries, 5 checkpoints and 7 attachments hold
== EXIT 0
