# What is to be done has one owner, a due date and the proof that shows it was done.
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
== RUN tameel council decide 2024-Q1 --title "The firms are listed" --due 2024-03-31 --proof "The list" --consensus
== ERR
tameel: E0437 owner: a due date or a proof asks somebody to act: expected an owner with a seat, or the body that decides, found neither
== EXIT 1
== RUN tameel council decide 2024-Q1 --title "The firms are listed" --proof "The list" --consensus
== ERR
tameel: E0437 owner: a due date or a proof asks somebody to act: expected an owner with a seat, or the body that decides, found neither
== EXIT 1
# An owner without a day and without a proof owes nothing that can be checked.
== RUN tameel council decide 2024-Q1 --title "The firms are listed" --owner pasha --consensus
== ERR
tameel: E0437 due: an obligation has a due date: expected a day, found none
tameel: E0437 proof: an obligation says what will prove that it was carried out: expected a text, found none
== EXIT 1
== RUN tameel council decide 2024-Q1 --title "The firms are listed" --owner pasha --due 2024-03-31 --consensus
== ERR
tameel: E0437 proof: an obligation says what will prove that it was carried out: expected a text, found none
== EXIT 1
# Who acts and who decides are two.
== RUN tameel council decide 2024-Q1 --title "The firms are listed" --owner pasha --decided-by "Revenue Board" --due 2024-03-31 --proof "The list" --consensus
== ERR
tameel: E0437 owner: expected an owner, who acts, or a body, which decides, found both
== EXIT 1
# Whoever has no seat owes the council nothing.
== RUN tameel council decide 2024-Q1 --title "The firms are listed" --owner tdap --due 2024-03-31 --proof "The list" --consensus
== ERR
tameel: E0446 owner: tdap has no seat on the council; what others must decide is a policy proposal: name the body that decides
== EXIT 1
== RUN tameel council decide 2024-Q1 --title "The firms are listed" --owner everybody --due 2024-03-31 --proof "The list" --consensus
== ERR
tameel: E0107 owner: no institution is called "everybody"
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
6 entries, 6 checkpoints and 6 attachments hold
== EXIT 0
