# Whoever gets no answer may send the same request again, with its identifier: it is one entry, whatever has
# happened since. Each kind of entry.
== COPY tests/fixtures/small
== CLOCK 2024-04-20
== STORE store.db FROM small
== DECIDED C2 C3
== FILE minutes.txt
Minutes
== RUN tameel confirm 1.1.1 --answer yes --note "Two officers" --effective-on 2024-01-10 --request-id confirm-1
== OUT
entry 4 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel confirm 1.1.1 --answer yes --note "Two officers" --effective-on 2024-01-10 --request-id confirm-1
== OUT
entry 4 recorded at 2024-04-20T09:00:00.000000Z (this request had been made before)
leaf hash <any>
== EXIT 0
== RUN tameel amend 1.1.1-1 --set due=2026 --reason "No hall" --decision C2 --request-id amend-1
== OUT
entry 5 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel amend 1.1.1-1 --set due=2026 --reason "No hall" --decision C2 --request-id amend-1
== OUT
entry 5 recorded at 2024-04-20T09:00:00.000000Z (this request had been made before)
leaf hash <any>
== EXIT 0
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade B --narrative "One" --request-id report-1
== OUT
entry 6 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade B --narrative "One" --request-id report-1
== OUT
entry 6 recorded at 2024-04-20T09:00:00.000000Z (this request had been made before)
leaf hash <any>
== EXIT 0
== RUN tameel review 1.1.1-1 --period 2024-Q1 --institution tdap --verify --grade B --request-id review-1
== OUT
entry 7 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel review 1.1.1-1 --period 2024-Q1 --institution tdap --verify --grade B --request-id review-1
== OUT
entry 7 recorded at 2024-04-20T09:00:00.000000Z (this request had been made before)
leaf hash <any>
== EXIT 0
== RUN tameel review 1.1.1-1 --period 2024-Q1 --institution moitt --endorse C3 --request-id endorse-1
== OUT
entry 8 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel review 1.1.1-1 --period 2024-Q1 --institution moitt --endorse C3 --request-id endorse-1
== OUT
entry 8 recorded at 2024-04-20T09:00:00.000000Z (this request had been made before)
leaf hash <any>
== EXIT 0
# A day later it is still the same request.
== CLOCK 2024-04-21
== RUN tameel review 1.1.1-1 --period 2024-Q1 --institution tdap --verify --grade B --request-id review-1
== OUT
entry 7 recorded at 2024-04-20T09:00:00.000000Z (this request had been made before)
leaf hash <any>
== EXIT 0
== RUN tameel amend 1.1.1-1 --set due=2026 --reason "No hall" --decision C2 --request-id amend-1
== OUT
entry 5 recorded at 2024-04-20T09:00:00.000000Z (this request had been made before)
leaf hash <any>
== EXIT 0
== RUN tameel verify | head -1
== OUT
9 entries, 9 checkpoints and 9 attachments hold
== EXIT 0
