# E0467: a rate is above zero, at most a thousand million, and has at most nine places.
== COPY tests/fixtures/small
== CLOCK 2024-03-08
== STORE store.db FROM small
== RUN tameel fund rate USD 1000000001 --on 2024-03-07 --source a-bank
== ERR
tameel: E0467 rate: expected a rate above zero, at most 1000000000 and with at most 9 places, found 1000000001
== EXIT 1
== RUN tameel fund rate USD 0.0000000001 --on 2024-03-07 --source a-bank
== ERR
tameel: E0467 rate: expected a rate above zero, at most 1000000000 and with at most 9 places, found 0.0000000001
== EXIT 1
== RUN tameel fund rate USD 0 --on 2024-03-07 --source a-bank
== ERR
tameel: E0467 rate: expected a rate above zero, at most 1000000000 and with at most 9 places, found 0
== EXIT 1
== RUN tameel fund rate USD 99999999999999999999999999 --on 2024-03-07 --source a-bank
== ERR
tameel: E0002 rate: "99999999999999999999999999" has more than the 18 digits that are kept exactly
== EXIT 1
# A file of rates is held to the same; that it was refused is noted.
== FILE rates.csv
FREQ,CURRENCY,CURRENCY_DENOM,period,value,published,source
D,PKR,USD,2024-03-06,279.10,2024-03-06,a-bank
D,PKR,USD,2024-03-07,27910000000,2024-03-07,a-bank
D,PKR,USD,2024-03-08,-279,2024-03-08,a-bank
== RUN tameel load rates.csv
== ERR
tameel: E0467 rates.csv: EXR:CURRENCY=PKR;CURRENCY_DENOM=USD;FREQ=D 2024-03-07: expected a rate above zero, at most 1000000000 and with at most 9 places, found 27910000000
tameel: E0467 rates.csv: EXR:CURRENCY=PKR;CURRENCY_DENOM=USD;FREQ=D 2024-03-08: expected a rate above zero, at most 1000000000 and with at most 9 places, found -279
== EXIT 1
# Nothing else was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
