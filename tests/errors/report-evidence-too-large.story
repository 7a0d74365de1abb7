# Evidence has at most 25 MiB. The file is refused before any of it is kept.
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
== RUN truncate -s 26214401 large.pdf; tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence large.pdf --grade B
== ERR
tameel: E0410 evidence[0]: expected at most 26214400 bytes, found 26214401 in "large.pdf"
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
# A byte less is kept.
== RUN truncate -s 26214400 large.pdf; tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence large.pdf --grade B
== OUT
entry 3 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
