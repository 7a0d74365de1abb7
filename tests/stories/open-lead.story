# The plan may leave a lead open. Then nobody can report, until the council has named it.
== COPY tests/fixtures/small
== RUN sed -i '0,/lead: pasha/s//lead: open\n            note: The table names no lead/' small/plan.yaml; tameel check small | tail -1
== OUT
0 errors, 1 warning; 2 activities, 3 targets, 1 outcome, 4 institutions
== EXIT 0
== CLOCK 2024-01-10
== STORE store.db FROM small
== DECIDED 2024/1
== RUN tameel status 1.1.1-1 | head -6
== OUT
1.1.1-1  Five dialogues held
not asked, as of 2024-01-10

why: the plan leaves the lead open, so nobody can be asked
to decide: name one lead institution
== EXIT 0
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1
== ERR
tameel: E0417 --institution: the plan leaves the lead of activity 1.1.1 open; name the institution
== EXIT 1
== RUN tameel amend 1.1.1 --set lead=pasha --reason "It organized the dialogues before" --decision 2024/1
== OUT
entry 3 recorded at 2024-01-10T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel confirm 1.1.1 --answer yes
== OUT
entry 4 recorded at 2024-01-10T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel status 1.1.1-1 | head -4
== OUT
1.1.1-1  Five dialogues held
no data, as of 2024-01-10

why: nothing has been reported yet; the report for 2024-Q1 is due by 2024-04-30
== EXIT 0
