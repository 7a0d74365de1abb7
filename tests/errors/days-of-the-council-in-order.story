# What is recorded of a meeting, an obligation, a proposal or an issue keeps the order of its days.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
# Both seats have a holder, and the council meets on 25 January.
== RUN tameel council appoint moitt --holder m-1 > /dev/null
tameel council appoint pasha --holder p-1 > /dev/null
tameel council schedule --on 2024-01-25 > /dev/null
== EXIT 0
== RUN tameel council hold 2024-Q1 --present moitt,pasha
== ERR
tameel: E0447 effective_on: meeting 2024-Q1 is on 2024-01-25; it cannot have been held on 2024-01-10
== EXIT 1
== RUN tameel council appoint moitt --alternate --holder m-2 --until 2024-01-09
== ERR
tameel: E0447 until: expected a last day from 2024-01-10, the first, found 2024-01-09
== EXIT 1
== CLOCK 2024-01-25
== RUN tameel council prepare 2024-Q1 --add "Rules of procedure" > /dev/null
tameel council hold 2024-Q1 --present moitt,pasha > /dev/null
tameel council decide 2024-Q1 --title "P@SHA lists the firms" --owner pasha --due 2024-03-31 --proof "The list" --consensus > /dev/null
tameel council decide 2024-Q1 --title "Services are not taxed twice" --decided-by "Revenue Board" --consensus > /dev/null
== EXIT 0
# Nothing of a meeting lies before it, and nothing is due before it was decided.
== RUN tameel council minute 2024-Q1 added:1 --type information --text "They were read out" --effective-on 2024-01-24
== ERR
tameel: E0447 effective_on: meeting 2024-Q1 was held on 2024-01-25; nothing of it counts from 2024-01-24
== EXIT 1
== RUN tameel council decide 2024-Q1 --title "We adopt the rules" --consensus --effective-on 2024-01-24
== ERR
tameel: E0447 effective_on: meeting 2024-Q1 was held on 2024-01-25; nothing of it counts from 2024-01-24
== EXIT 1
== RUN tameel council decide 2024-Q1 --title "MoITT lists the zones" --owner moitt --due 2024-01-24 --proof "The list" --consensus
== ERR
tameel: E0447 due: expected a day from 2024-01-25, that of the decision, found 2024-01-24
== EXIT 1
== FILE list.txt
The list of firms
== CLOCK 2024-03-01
== RUN tameel council close 2024-Q1/1 --evidence list.txt --grade B --effective-on 2024-01-24
== ERR
tameel: E0447 effective_on: expected a day from 2024-01-25, that of the decision, found 2024-01-24
== EXIT 1
== RUN tameel council extend 2024-Q1/1 --due 2024-03-31 --decision 2024-Q1/1
== ERR
tameel: E0440 decision: decision 2024-Q1/1 does not reach 2024-Q1/1; it concerns nothing
tameel: E0447 due: expected a day after 2024-03-31, on which it is due now, found 2024-03-31
== EXIT 1
# A proposal moves on from the day on which it moved last, an issue is answered after it was raised.
== RUN tameel council advance 2024-Q1/2 --stage drafted --effective-on 2024-02-10 > /dev/null
tameel issue raise "An address is blocked" --raised-by firm --form whitelisting > /dev/null
tameel issue assign I-1 --owner moitt > /dev/null
== EXIT 0
== RUN tameel council advance 2024-Q1/2 --stage submitted --effective-on 2024-02-09
== ERR
tameel: E0447 effective_on: expected a day from 2024-02-10, on which the proposal moved last, found 2024-02-09
== EXIT 1
== RUN tameel issue answer I-1 --text "It is open again" --institution moitt --effective-on 2024-02-29
== ERR
tameel: E0447 effective_on: expected a day from 2024-03-01, found 2024-02-29
== EXIT 1
# No day of a council's record lies ahead, and a meeting lies within the strategy.
== RUN tameel council close 2024-Q1/1 --evidence list.txt --grade B --effective-on 2024-03-02
== ERR
tameel: E0418 effective_on: expected a day up to 2024-03-01, found 2024-03-02
== EXIT 1
== RUN tameel council schedule far --on 2028-01-20
== ERR
tameel: E0126 on: expected a day from 2023-01-01 to 2027-12-31, found 2028-01-20
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
12 entries, 12 checkpoints and 6 attachments hold
== EXIT 0
