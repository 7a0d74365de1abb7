# E0455: money in another currency needs a rate of its day, or of one of the seven days before.
== COPY tests/fixtures/small
== CLOCK 2024-03-08
== STORE store.db FROM small
== RUN tameel fund record wb-1 --funder world-bank --subject 1.1.1 --year FY2024 --stage pledge --amount 25000 --currency USD
== ERR
tameel: E0455 currency: expected a rate in PKR for USD of 2024-03-08 or of the 7 days before, found none; none is known
== EXIT 1
== RUN tameel fund rate USD 279.10 --on 2024-02-20 --source a-bank > entries
== EXIT 0
# Seventeen days are too many; the error names the nearest rates before and after.
== RUN tameel fund record wb-1 --funder world-bank --subject 1.1.1 --year FY2024 --stage pledge --amount 25000 --currency USD
== ERR
tameel: E0455 currency: expected a rate in PKR for USD of 2024-03-08 or of the 7 days before, found none; the nearest known is 279.10 of 2024-02-20
== EXIT 1
== RUN tameel fund rate USD 278.50 --on 2024-03-07 --source a-bank > entries
== EXIT 0
== RUN tameel fund record wb-1 --funder world-bank --subject 1.1.1 --year FY2024 --stage pledge --amount 25000 --currency USD --on 2024-02-10
== ERR
tameel: E0455 currency: expected a rate in PKR for USD of 2024-02-10 or of the 7 days before, found none; the nearest known is 279.10 of 2024-02-20
== EXIT 1
== RUN tameel fund record wb-1 --funder world-bank --subject 1.1.1 --year FY2024 --stage pledge --amount 25000 --currency USD --on 2024-02-29
== ERR
tameel: E0455 currency: expected a rate in PKR for USD of 2024-02-29 or of the 7 days before, found none; the nearest known are 279.10 of 2024-02-20 and 278.50 of 2024-03-07
== EXIT 1
# A cost needs a rate too; and a rate of one currency is none of another.
== RUN tameel fund account A03 --title "Operating expenses" > entries
== EXIT 0
== RUN tameel fund budget halls --subject 1.1.1 --year FY2024 --account A03 --amount 100 --currency EUR --basis estimate --title "Halls"
== ERR
tameel: E0455 currency: expected a rate in PKR for EUR of 2024-03-08 or of the 7 days before, found none; none is known
== EXIT 1
# A rate is above zero, of another currency than one's own, and of a day that is not to come.
== RUN tameel fund rate PKR 0 --on 2024-03-32 --source a-bank
== ERR
tameel: E0001 currency: PKR is the strategy's own currency; expected another one
tameel: E0467 rate: expected a rate above zero, at most 1000000000 and with at most 9 places, found 0
tameel: E0004 on: the day 2024-03-32 does not exist in the calendar
== EXIT 2
== RUN tameel fund rate USD 279 --on 2024-03-09 --source a-bank
== ERR
tameel: E0311 on: expected a day up to today, 2024-03-08, found 2024-03-09
== EXIT 2
# Nothing was written.
== RUN tameel verify | head -1
== OUT
5 entries, 5 checkpoints and 8 attachments hold
== EXIT 0
