# A report without evidence is a statement, grade D: it is kept, but no verifier can grade it better, and it
# never shows green.
== COPY tests/fixtures/small
== CLOCK 2024-04-20
== STORE store.db FROM small
== RUN tameel confirm 1.1.1 --answer yes --effective-on 2024-01-10
== OUT
entry 2 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1
== OUT
entry 3 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel review 1.1.1-1 --period 2024-Q1 --institution tdap --verify --grade B
== ERR
tameel: E0411 grade: grade B needs evidence, and the report brings none: return it, or verify it as a statement of grade D
== EXIT 1
== RUN tameel review 1.1.1-1 --period 2024-Q1 --institution tdap --verify --grade D
== OUT
entry 4 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel status 1.1.1-1 | head -6
== OUT
1.1.1-1  Five dialogues held
at risk, as of 2024-04-20

why: verified only on evidence weaker than grade B, so it does not show green
why: 1 dialogue reported by 2024-03-31, 1 expected by then: a ratio of 1.00
== EXIT 0
