# All that is wrong is said at once, and nothing is written.
== COPY tests/fixtures/small
== CLOCK 2024-03-08
== STORE store.db FROM small
== RUN tameel fund account A03 --title "Operating expenses" > entries
== EXIT 0
== RUN tameel fund record "my fund" --funder "Some Body" --subject 9.9.9 --year 24 --stage promise --amount -1.234 --currency XYZ --on 2024-04-01
== ERR
tameel: E0461 fund: expected the code of a fund as at most 32 letters, digits and the signs . _ -, found "my fund"
tameel: E0461 funder: expected a funder as an institution of the plan, or an outside body as a short name such as world-bank, found "Some Body"
tameel: E0462 subject: expected an operational objective, an activity or a step, found "9.9.9"
tameel: E0460 fiscal_year: expected a fiscal year from FY2023 to FY2028, found "24"
tameel: E0001 stage: expected prospect, pledge, commitment, disbursement or expenditure, found "promise"
tameel: E0459 currency: expected a currency of ISO 4217, three capitals such as PKR, found "XYZ"
tameel: E0458 amount: expected an amount above zero, found -1.234
tameel: E0418 effective_on: expected a day up to 2024-03-08, found 2024-04-01
== EXIT 1
== RUN tameel fund budget "my line" --subject 9.9.9 --year 24 --account B --amount none --currency XYZ --basis guess --title "" --on yesterday
== ERR
tameel: E0004 --effective-on: expected a date as YYYY-MM-DD, found "yesterday"
tameel: E0461 line: expected the code of a budget line as at most 32 letters, digits and the signs . _ -, found "my line"
tameel: E0462 subject: expected an operational objective, an activity or a step, found "9.9.9"
tameel: E0460 fiscal_year: expected a fiscal year from FY2023 to FY2028, found "24"
tameel: E0450 account: the chart of accounts has no account "B"
tameel: E0459 currency: expected a currency of ISO 4217, three capitals such as PKR, found "XYZ"
tameel: E0003 amount: expected a decimal number such as -12.50, found "none"
tameel: E0001 basis: expected estimate, quotation or approved, found "guess"
tameel: E0011 title: expected a text, found none
== EXIT 2
== RUN tameel fund gap --by colour
== ERR
tameel: E0808: --by: colour not in {activity,funder,account}
tameel: tameel fund gap --help shows how
== EXIT 2
== RUN tameel fund gap --as-of 2024-04-01
== ERR
tameel: E0418 as_of: expected a day up to today, 2024-03-08, found 2024-04-01: what is not known yet cannot be asked
== EXIT 1
== RUN tameel fund
== ERR
tameel: E0808: expected a command: account, level, budget, record, rate, gap, pipeline; found none
tameel: tameel fund --help shows how
== EXIT 2
# Nothing was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
