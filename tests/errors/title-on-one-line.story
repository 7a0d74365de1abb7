# What all read stands on one line and shows every character that it has.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
# Both seats have a holder, and the council meets on 25 January.
== RUN tameel council appoint moitt --holder m-1 > /dev/null
tameel council appoint pasha --holder p-1 > /dev/null
tameel council schedule --on 2024-01-25 > /dev/null
== EXIT 0
== CLOCK 2024-01-25
== RUN tameel council hold 2024-Q1 --present moitt,pasha > /dev/null
== EXIT 0
== RUN tameel council decide 2024-Q1 --title "$(printf 'We meet\neach quarter')" --consensus
== ERR
tameel: E0001 title: expected text on one line, found the character U+000A
== EXIT 2
== RUN tameel council decide 2024-Q1 --title "$(printf 'We meet \342\200\256 each quarter')" --consensus
== ERR
tameel: E0001 title: expected text on one line, found the character U+202E
== EXIT 2
== RUN tameel council decide 2024-Q1 --title "   " --consensus
== ERR
tameel: E0011 title: expected a text, found none
== EXIT 2
== RUN tameel council decide 2024-Q1 --title "We meet" --decided-by "$(printf 'Revenue\tBoard')" --consensus
== ERR
tameel: E0001 decided_by: expected text on one line, found the character U+0009
== EXIT 2
== RUN tameel council decide 2024-Q1 --title "We meet" --owner moitt --due 2024-03-31 --proof "$(printf 'A\nletter')" --consensus
== ERR
tameel: E0001 proof: expected text on one line, found the character U+000A
== EXIT 2
== RUN tameel council decide 2024-Q1 --title "We meet" --text "$(printf 'each \342\200\256 quarter')" --consensus
== ERR
tameel: E0001 text: expected text, found the character U+202E
== EXIT 2
== RUN tameel council decide 2024-Q1 --title "$(printf 'a%.0s' $(seq 201))" --consensus
== ERR
tameel: E0001 title: expected at most 200 characters, found 201
== EXIT 2
== RUN tameel council schedule --on 2024-04-25 --place "$(printf 'Hall\n2')"
== ERR
tameel: E0001 place: expected text on one line, found the character U+000A
== EXIT 2
== RUN tameel issue raise "$(printf 'An address\n is blocked')" --raised-by firm
== ERR
tameel: E0001 title: expected text on one line, found the character U+000A
== EXIT 2
== RUN tameel council appoint moitt --holder "Fatima Ali"
== ERR
tameel: E0001 holder: expected a code of 1 to 32 letters, digits and the signs . _ : / -, found "Fatima Ali"
tameel: E0447 effective_on: the holder of moitt took part in meeting 2024-Q1 on 2024-01-25; expected a later day, found 2024-01-25
== EXIT 2
# Nothing was written.
== RUN tameel verify | head -1
== OUT
6 entries, 6 checkpoints and 6 attachments hold
== EXIT 0
