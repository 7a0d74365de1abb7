# A milestone is done or not done; it takes no value.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== DECIDED 2024/1
# The council adopts the working plan; activity 1.1.2 (a survey, verified by tdap) is asked to report.
== RUN tameel adopt 1.1.2 --year 2024 --decision 2024/1
== OUT
entry 3 recorded at 2024-01-10T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== CLOCK 2024-04-20
== FILE minutes.txt
Minutes of the first dialogue
== RUN tameel report 1.1.2-2 --period 2024-Q1 --value 1 --evidence minutes.txt --grade B
== ERR
tameel: E0407 done: 1.1.2-2 is a milestone: expected done or not done
tameel: E0407 value: 1.1.2-2 is a milestone and takes no value
== EXIT 1
== RUN tameel report 1.1.2-2 --period 2024-Q1 --done maybe --evidence minutes.txt --grade B
== ERR
tameel: E0808 done: expected yes or no, found "maybe"
== EXIT 2
# Nothing was written.
== RUN tameel verify | head -1
== OUT
4 entries, 4 checkpoints and 7 attachments hold
== EXIT 0
