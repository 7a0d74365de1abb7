# Each piece of evidence is graded A, B, C or D by whoever hands it in.
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
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt
== ERR
tameel: E0808 --grade: each --evidence has its --grade: found 1 file and 0 grades
== EXIT 2
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade E
== ERR
tameel: E0414 evidence[0].grade: expected A, B, C or D, found "E"
== EXIT 2
# Two files and one grade.
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --evidence minutes.txt --grade B
== ERR
tameel: E0808 --grade: each --evidence has its --grade: found 2 files and 1 grade
== EXIT 2
# A file that is not there.
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minuets.txt --grade B
== ERR
tameel: E0016 minuets.txt: cannot read the file: No such file or directory
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
