# A change is one of duration, value or scope, with what belongs to it, and it changes something.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-04-20
== STORE store.db FROM small
== RUN tameel programme change course --type scope --measure hours --was 400 --becomes 400.0 --reason "Nothing"
== ERR
tameel: E0484 becomes: expected a change, found 400 before and after
== EXIT 1
== RUN tameel programme change course --type value --was much --becomes 2 --reason "Cut"
== ERR
tameel: E0484 was: a change of value names two numbers, found "much"
tameel: E0484 currency: expected an ISO 4217 currency such as PKR, found ""
== EXIT 1
== RUN tameel programme change course --type duration --currency PKR --was 2024-06-30 --becomes later --reason "Late"
== ERR
tameel: E0484 becomes: a change of duration names two days, found "later"
tameel: E0484 currency: only a change of value has a currency
== EXIT 1
== RUN tameel programme change course --type colour --was 1 --becomes 2 --reason "Taste"
== ERR
tameel: E0484 type: expected duration, value or scope, found "colour"
== EXIT 1
== RUN tameel programme change course --type scope --measure hour --was 400 --becomes 380 --reason " "
== ERR
tameel: E0413 reason: expected a reason, found none
tameel: E0471 measure: course has no measure "hour"; did you mean hours?
== EXIT 1
# Nothing else was written.
== RUN tameel verify | head -1
== OUT
2 entries, 2 checkpoints and 7 attachments hold
== EXIT 0
