# Only the lead and the supporters say what they can carry out.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== RUN tameel confirm 1.1.1 --answer yes --institution chambers
== ERR
tameel: E0419 institution: Chambers of commerce neither leads nor supports activity 1.1.1
== EXIT 1
== RUN tameel confirm 1.1.1 --answer perhaps --institution tdap --by soon
== ERR
tameel: E0419 institution: Trade Development Authority neither leads nor supports activity 1.1.1
tameel: E0001 answer: expected yes, partly or no, found "perhaps"
tameel: E0005 by: expected a period such as 2024, 2024-H1, 2024-Q3, 2024-04, 2024-W05, 2024-04-20 or FY2024-Q1, found "soon"
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
2 entries, 2 checkpoints and 6 attachments hold
== EXIT 0
