# Progress is reported of a task that was added.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-04-20
== STORE store.db FROM small
== RUN tameel programme task course teaching --title "Teaching" --budget 100000 --currency PKR --from 2024-01-01 --until 2024-06-30
== OUT
entry 2 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel programme progress course teching --percent 10 --cost 1000
== ERR
tameel: E0479 task: course has no task "teching"; did you mean teaching?
== EXIT 1
# Nothing else was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 7 attachments hold
== EXIT 0
