# Identifiers stand in entries for ever: names and numbers of people are refused there, and hidden characters everywhere.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== RUN tameel confirm 1.1.1 --answer yes > /dev/null
== EXIT 0
== FILE minutes.txt
Minutes of the first dialogue
== RUN tameel confirm 1.1.1 --answer yes --person "Fatima Ali" --request-id "call 0300 1234567"
== ERR
tameel: E0001 request_id: expected an identifier of at most 128 letters, digits and the signs . _ : -, found "call 0300 1234567"
tameel: E0001 person: expected an identifier of at most 64 letters, digits and the signs . _ : -, found "Fatima Ali"
== EXIT 2
== RUN tameel confirm 1.1.1 --answer yes --note "$(printf 'a\001b')"
== ERR
tameel: E0001 note: expected text, found the character U+0001
== EXIT 2
== RUN tameel confirm 1.1.1 --answer yes --note "$(printf 'ab \342\200\256 dc')"
== ERR
tameel: E0001 note: expected text, found the character U+202E
== EXIT 2
