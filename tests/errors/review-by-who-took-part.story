# An amendment since the report makes nobody independent who reported, contributed, led or supported then.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== DECIDED 2024/2
== RUN tameel confirm 1.1.1 --answer yes > /dev/null
== EXIT 0
== FILE minutes.txt
Minutes of the first dialogue
== CLOCK 2024-04-20
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade B > /dev/null
== EXIT 0
== RUN tameel amend 1.1.1 --set 'support=[]' --set lead=tdap --reason "Others do it now" --decision 2024/2 > /dev/null
== EXIT 0
== RUN tameel review 1.1.1-1 --period 2024-Q1 --verify --grade B --institution pasha
== ERR
tameel: E0403 institution: Association of Software Houses took part in this report, or led or supported activity 1.1.1 when it was made, and cannot judge it
== EXIT 1
== RUN tameel review 1.1.1-1 --period 2024-Q1 --verify --grade B --institution moitt
== ERR
tameel: E0403 institution: Ministry of Information Technology took part in this report, or led or supported activity 1.1.1 when it was made, and cannot judge it
== EXIT 1
== RUN tameel review 1.1.1-1 --period 2024-Q1 --verify --grade B --institution tdap
== ERR
tameel: E0403 institution: Trade Development Authority leads activity 1.1.1 and cannot judge its report
== EXIT 1
== RUN tameel review 1.1.1-1 --period 2024-Q1 --verify --grade B --institution chambers | head -1
== OUT
entry 6 recorded at 2024-04-20T09:00:00.000000Z
== EXIT 0
