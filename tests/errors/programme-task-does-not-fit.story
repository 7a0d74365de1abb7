# A budget is not negative and has a currency; a schedule has both its days in order.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-04-20
== STORE store.db FROM small
== RUN tameel programme task course teaching --title "Teaching" --budget -5 --currency PKR --from 2024-06-30 --until 2024-01-01
== ERR
tameel: E0482 budget: expected no negative budget, found -5
tameel: E0482 until: the schedule ends on 2024-01-01, before it begins on 2024-06-30
== EXIT 1
== RUN tameel programme task course teaching --title "Teaching" --budget 5 --from 2024-06-30
== ERR
tameel: E0482 currency: a budget has a currency; found none
tameel: E0482 until: a schedule has a first and a last day; found one of them
== EXIT 1
== RUN tameel programme task course teaching --title "Teaching" --budget 5 --currency rupees
== ERR
tameel: E0482 currency: expected an ISO 4217 currency such as PKR, found "rupees"
== EXIT 1
# Nothing else was written.
== RUN tameel verify | head -1
== OUT
2 entries, 2 checkpoints and 7 attachments hold
== EXIT 0
