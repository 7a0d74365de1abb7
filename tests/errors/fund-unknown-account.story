# E0450: a budget line stands on an account of the chart of accounts. E0451: an account is opened once.
== COPY tests/fixtures/small
== CLOCK 2024-03-08
== STORE store.db FROM small
== RUN tameel fund budget halls --subject 1.1.1 --year FY2024 --account A03 --amount 500 --currency PKR --basis estimate --title "Halls"
== ERR
tameel: E0450 account: the chart of accounts has no account "A03"
== EXIT 1
== RUN tameel fund account A03 --title "Operating expenses" > entries
== EXIT 0
== RUN tameel fund budget halls --subject 1.1.1 --year FY2024 --account A3 --amount 500 --currency PKR --basis estimate --title "Halls"
== ERR
tameel: E0450 account: the chart of accounts has no account "A3"; did you mean A03?
== EXIT 1
== RUN tameel fund budget halls --subject 1.1.1 --year FY2024 --account A03 --amount 500 --currency PKR --basis estimate --title "Halls" --on 2024-03-01
== ERR
tameel: E0450 account: account A03 is open from 2024-03-08 on, found 2024-03-01
== EXIT 1
== RUN tameel fund account A03 --title "Something else"
== ERR
tameel: E0451 account: account A03 was opened by entry 2
== EXIT 1
== RUN tameel fund account A03-1 --title "Meetings" --parent A04
== ERR
tameel: E0450 parent: the chart of accounts has no account "A04"; did you mean A03?
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
