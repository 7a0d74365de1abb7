# The same request sent twice is one entry; the same identifier with other content is an error.
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
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade B --request-id april-1 --narrative "One dialogue"
== OUT
entry 3 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade B --request-id april-1 --narrative "One dialogue"
== OUT
entry 3 recorded at 2024-04-20T09:00:00.000000Z (this request had been made before)
leaf hash <any>
== EXIT 0
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 2 --evidence minutes.txt --grade B --request-id april-1 --narrative "One dialogue"
== ERR
tameel: E0203 april-1: the request was made before, with other content, as entry 3
== EXIT 1
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade B --request-id april-1 --narrative "Two dialogues"
== ERR
tameel: E0203 april-1: the request was made before, with other content, as entry 3
== EXIT 1
# One entry was added.
== RUN tameel verify | head -1
== OUT
4 entries, 4 checkpoints and 7 attachments hold
== EXIT 0
