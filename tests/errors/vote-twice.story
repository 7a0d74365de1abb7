# A seat has one vote, and is present once.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
# Both seats have a holder, and the council meets on 25 January.
== RUN tameel council appoint moitt --holder m-1 > /dev/null
tameel council appoint pasha --holder p-1 > /dev/null
tameel council schedule --on 2024-01-25 > /dev/null
== EXIT 0
== RUN tameel council appoint moitt --alternate --holder m-2 > /dev/null
== EXIT 0
== CLOCK 2024-01-25
# The holder and the alternate of a seat do not sit side by side.
== RUN tameel council hold 2024-Q1 --present moitt,pasha --alternates moitt
== ERR
tameel: E0435 alternates[0]: moitt is said to be present twice
== EXIT 1
== RUN tameel council hold 2024-Q1 --present moitt,pasha > /dev/null
== EXIT 0
== RUN tameel council decide 2024-Q1 --title "We meet each quarter" --for moitt,moitt
== ERR
tameel: E0435 for[1]: moitt votes twice
== EXIT 1
== RUN tameel council decide 2024-Q1 --title "We meet each quarter" --for moitt,pasha --against P@SHA
== ERR
tameel: E0435 against[0]: pasha votes twice
== EXIT 1
# Votes and a consensus exclude each other, and without either nothing was decided.
== RUN tameel council decide 2024-Q1 --title "We meet each quarter" --for moitt --consensus
== ERR
tameel: E0001 consensus: expected a consensus or votes, found both
== EXIT 2
== RUN tameel council decide 2024-Q1 --title "We meet each quarter"
== ERR
tameel: E0011 for: expected votes or a consensus, found neither
== EXIT 2
# Nothing was written.
== RUN tameel verify | head -1
== OUT
7 entries, 7 checkpoints and 6 attachments hold
== EXIT 0
