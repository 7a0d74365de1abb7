# Only an institution with a seat on the council endorses; what it endorsed is reported again once it reopens it.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== DECIDED 2024/3 2024/4
== RUN tameel confirm 1.1.1 --answer yes > /dev/null
== EXIT 0
== FILE minutes.txt
Minutes of the first dialogue
== CLOCK 2024-04-20
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade B > /dev/null
== EXIT 0
== RUN tameel review 1.1.1-1 --period 2024-Q1 --verify --grade B --institution tdap > /dev/null
== EXIT 0
== RUN tameel review 1.1.1-1 --period 2024-Q1 --endorse 2024/3 --institution tdap
== ERR
tameel: E0427 institution: Trade Development Authority has no seat on the council, which alone endorses and reopens
== EXIT 1
== RUN tameel review 1.1.1-1 --period 2024-Q1 --endorse 2024/3 --institution moitt > /dev/null
== EXIT 0
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 2 --evidence minutes.txt --grade B
== ERR
tameel: E0412 period: the council endorsed the report of 1.1.1-1 for 2024-Q1; it is reported again once the council reopens it
== EXIT 1
== RUN tameel review 1.1.1-1 --period 2024-Q1 --reopen "The list was of 2023" --institution moitt
== ERR
tameel: E0413 decision: expected the council's decision, found none
== EXIT 1
== RUN tameel review 1.1.1-1 --period 2024-Q1 --reopen "The list was of 2023" --decision 2024/4 --institution moitt > /dev/null
== EXIT 0
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 2 --evidence minutes.txt --grade B > /dev/null
== EXIT 0
