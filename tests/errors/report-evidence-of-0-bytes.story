# Evidence has at least one byte.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
# P@SHA leads activity 1.1.1, the ministry supports it. With the confirmation, reports are asked.
== RUN tameel confirm 1.1.1 --answer yes
== OUT
entry 2 recorded at 2024-01-10T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== CLOCK 2024-04-20
== FILE minutes.txt
Minutes of the first dialogue
== RUN touch empty.pdf; tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence empty.pdf --grade B
== ERR
tameel: E0409 evidence[0]: the evidence "empty.pdf" has 0 bytes
== EXIT 1
# Nothing was written, the good file of the same report neither.
== RUN echo "$(ls -R store.db.d | wc -l)" > before; tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade B --evidence empty.pdf --grade B
== ERR
tameel: E0409 evidence[1]: the evidence "empty.pdf" has 0 bytes
== EXIT 1
== RUN test "$(ls -R store.db.d | wc -l)" = "$(cat before)"
== EXIT 0
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
