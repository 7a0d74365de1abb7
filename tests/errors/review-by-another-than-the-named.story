# Where the plan names the institution that verifies, only that one does.
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
== RUN tameel report 1.1.2-1 --period 2024-Q1 --numerator 40 --denominator 200 --evidence minutes.txt --grade B --explanation "A first round"
== OUT
entry 4 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel review 1.1.2-1 --period 2024-Q1 --institution chambers --verify --grade B
== ERR
tameel: E0404 institution: 1.1.2-1 is verified by Trade Development Authority, not by Chambers of commerce
== EXIT 1
== RUN tameel review 1.1.2-1 --period 2024-Q1 --institution tdap --verify --grade B
== OUT
entry 5 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
