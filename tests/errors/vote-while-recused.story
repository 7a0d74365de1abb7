# Whoever withdrew for a conflict of interest has no vote on the matter, and is not counted for its quorum.
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
== RUN tameel council decide 2024-Q1 --title "P@SHA holds the dialogues" --concerns 1.1.1 --for moitt,pasha --recused pasha
== ERR
tameel: E0434 for[1]: pasha is recused from this matter and votes on it
== EXIT 1
== RUN tameel council decide 2024-Q1 --title "P@SHA holds the dialogues" --concerns 1.1.1 --for moitt --abstain P@SHA --recused pasha
== ERR
tameel: E0434 abstain[0]: pasha is recused from this matter and votes on it
== EXIT 1
# One of two seats is a quorum; none is none.
== RUN tameel council decide 2024-Q1 --title "Both hold the dialogues" --concerns 1.1.1 --consensus --recused moitt,pasha
== ERR
tameel: E0432 meeting: expected 1 of 2 seats for a decision (half of the seats), found 0 present and not recused (2 withdrew)
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
6 entries, 6 checkpoints and 6 attachments hold
== EXIT 0
# Without its vote, the decision stands.
== RUN tameel council decide 2024-Q1 --title "P@SHA holds the dialogues" --concerns 1.1.1 --consensus --recused pasha > /dev/null; tameel council decisions | tail -2
== OUT
2024-Q1/1  2024-01-25  adopted  1 : 0, 0 abstained  P@SHA holds the dialogues; recused: pasha;
                                                    concerns 1.1.1
== EXIT 0
