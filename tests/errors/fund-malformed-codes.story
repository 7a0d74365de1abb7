# E0461: codes of accounts, lines and funds, and the short names of outside bodies, have a form: they stand in the
# record for ever, and are no place for names of people.
== COPY tests/fixtures/small
== CLOCK 2024-03-08
== STORE store.db FROM small
== RUN tameel fund account A03 --title "Operating expenses" > entries
== EXIT 0
== RUN tameel fund record 'WB 2024/1' --funder 'World Bank Group' --subject 1.1.1 --year FY2024 --stage pledge --amount 60 --currency PKR
== ERR
tameel: E0461 fund: expected the code of a fund as at most 32 letters, digits and the signs . _ -, found "WB 2024/1"
tameel: E0461 funder: expected a funder as an institution of the plan, or an outside body as a short name such as world-bank, found "World Bank Group"
== EXIT 1
== RUN tameel fund record wb-1 --funder -wb --subject 1.1.1 --year FY2024 --stage pledge --amount 60 --currency PKR
== ERR
tameel: E0461 funder: expected a funder as an institution of the plan, or an outside body as a short name such as world-bank, found "-wb"
== EXIT 1
== RUN tameel fund record '' --funder moitt --subject 1.1.1 --year FY2024 --stage pledge --amount 60 --currency PKR
== ERR
tameel: E0461 fund: expected the code of a fund as at most 32 letters, digits and the signs . _ -, found ""
== EXIT 1
== RUN tameel fund budget 'halls & letters' --subject 1.1.1 --year FY2024 --account A03 --amount 500 --currency PKR --basis estimate --title "Halls"
== ERR
tameel: E0461 line: expected the code of a budget line as at most 32 letters, digits and the signs . _ -, found "halls & letters"
== EXIT 1
== RUN tameel fund account 'A 04' --title ' '
== ERR
tameel: E0461 account: expected the code of an account as at most 32 letters, digits and the signs . _ -, found "A 04"
tameel: E0011 title: expected a text, found none
== EXIT 1
# A title is one line, without characters that cannot be seen.
== RUN tameel fund account A04 --title "$(printf 'Operating\nexpenses')"
== ERR
tameel: E0001 title: expected text on one line, found the character U+000A
== EXIT 2
== RUN tameel fund account A04 --title "$(printf 'Operating \u202eexpenses')"
== ERR
tameel: E0001 title: expected text on one line, found the character U+202E
== EXIT 2
# Nothing was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
