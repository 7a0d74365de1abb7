# E0489: what a change says was before is what is known of it, where something is known.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-04-20
== STORE store.db FROM small
== RUN tameel programme change course --type scope --measure hours --was 300 --becomes 380 --reason "One room less"
== ERR
tameel: E0489 was: expected 400, the target of hours; found 300
== EXIT 1
# Of the park's seats no target is known, and of the course's money nothing.
== RUN tameel programme change park --type scope --measure seats --was 60 --becomes 80 --reason "One room more" > entries
== EXIT 0
== RUN tameel programme change park --type scope --measure seats --was 60 --becomes 90 --reason "One room more"
== ERR
tameel: E0489 was: expected 80, the target of seats; found 60
== EXIT 1
== RUN tameel programme change course --type value --currency PKR --was 900000 --becomes 800000 --reason "A cut" > entries
== EXIT 0
== RUN tameel programme report course --money approved --currency PKR --period 2024-04-20 --value 800000 > entries
== EXIT 0
== RUN tameel programme change course --type value --currency PKR --was 900000 --becomes 700000 --reason "Another cut"
== ERR
tameel: E0489 was: expected 800000, as entry 3 has it; found 900000
== EXIT 1
== RUN tameel programme task course teaching --title "Teaching" --from 2024-01-01 --until 2024-06-30 > entries
== EXIT 0
== RUN tameel programme change course --type duration --was 2024-07-31 --becomes 2024-12-31 --reason "Later"
== ERR
tameel: E0489 was: expected 2024-06-30, the last day of its tasks; found 2024-07-31
== EXIT 1
# Nothing else was written.
== RUN tameel verify | head -1
== OUT
6 entries, 6 checkpoints and 7 attachments hold
== EXIT 0
