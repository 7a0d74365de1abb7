# A supporter cannot submit the report: it contributes, and the lead submits. Its contribution is kept.
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
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade B --institution moitt
== ERR
tameel: E0401 institution: Ministry of Information Technology supports activity 1.1.1: it contributes, and the lead, Association of Software Houses, submits
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
== RUN tameel contribute 1.1.1-1 --period 2024-Q1 --value 1 --institution moitt
== OUT
entry 3 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# The lead is no supporter of its own activity.
== RUN tameel contribute 1.1.1-1 --period 2024-Q1 --value 1 --institution pasha
== ERR
tameel: E0402 institution: Association of Software Houses does not support activity 1.1.1; only supporters contribute
== EXIT 1
