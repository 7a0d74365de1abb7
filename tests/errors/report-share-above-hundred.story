# A share lies between 0 and 100 percent; its numerator is not larger than its denominator.
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
== RUN tameel report 1.1.2-1 --period 2024-Q1 --value 120 --evidence minutes.txt --grade B
== ERR
tameel: E0407 value: expected a percentage up to 100, found 120
== EXIT 1
== RUN tameel report 1.1.2-1 --period 2024-Q1 --numerator 60 --denominator 50 --evidence minutes.txt --grade B
== ERR
tameel: E0407 numerator: expected a numerator from 0 to 50, found 60
== EXIT 1
== RUN tameel report 1.1.2-1 --period 2024-Q1 --numerator 60 --denominator 0 --evidence minutes.txt --grade B
== ERR
tameel: E0407 denominator: expected a denominator above 0, found 0
== EXIT 1
== RUN tameel report 1.1.2-1 --period 2024-Q1 --numerator 60 --evidence minutes.txt --grade B
== ERR
tameel: E0407 denominator: a share has both parts: a numerator and a denominator
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
4 entries, 4 checkpoints and 7 attachments hold
== EXIT 0
