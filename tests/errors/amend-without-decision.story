# The working plan is amended by decision of the council, and with a reason.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== RUN tameel amend 1.1.1-1 --set value=4
== ERR
tameel: E0413 reason: expected a reason, found none
tameel: E0439 decision: expected the code of an adopted decision of the council, found none
tameel: E0131 amendment.changes: 1.1.1-1: the last interim target 5 goes beyond the value 4
== EXIT 1
== RUN tameel amend 1.1.1-1 --set value=4 --reason "The hall is smaller"
== ERR
tameel: E0439 decision: expected the code of an adopted decision of the council, found none
tameel: E0131 amendment.changes: 1.1.1-1: the last interim target 5 goes beyond the value 4
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
2 entries, 2 checkpoints and 6 attachments hold
== EXIT 0
