# The lead's people do not verify their own report.
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
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade B
== OUT
entry 3 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel review 1.1.1-1 --period 2024-Q1 --institution pasha --verify --grade A
== ERR
tameel: E0403 institution: Association of Software Houses leads activity 1.1.1 and cannot judge its report
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
4 entries, 4 checkpoints and 7 attachments hold
== EXIT 0
