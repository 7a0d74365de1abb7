# A report that is behind the plan says why: by March 2024 one dialogue is expected.
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
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 0 --evidence minutes.txt --grade B
== ERR
tameel: E0408 explanation: this report is behind the plan: expected an explanation, found none
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 0 --evidence minutes.txt --grade B --explanation "The hall was closed"
== OUT
entry 3 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
