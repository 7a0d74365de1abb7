# Only a seat that was present when the matter was decided has a vote.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
# Both seats have a holder, and the council meets on 25 January.
== RUN tameel council appoint moitt --holder m-1 > /dev/null
tameel council appoint pasha --holder p-1 > /dev/null
tameel council schedule --on 2024-01-25 > /dev/null
== EXIT 0
== CLOCK 2024-01-25
# The chair of the day was there.
== RUN tameel council hold 2024-Q1 --present moitt --chair pasha
== ERR
tameel: E0433 chair: pasha is to have chaired the meeting and was not present
== EXIT 1
== RUN tameel council hold 2024-Q1 --present moitt --chair moitt > /dev/null
== EXIT 0
== RUN tameel council decide 2024-Q1 --title "We meet each quarter" --for moitt,pasha
== ERR
tameel: E0433 for[1]: pasha was not present on 2024-01-25 and votes
== EXIT 1
== RUN tameel council decide 2024-Q1 --title "We meet each quarter" --for moitt --against P@SHA --abstain chambers
== ERR
tameel: E0433 against[0]: pasha was not present on 2024-01-25 and votes
tameel: E0433 abstain[0]: chambers was not present on 2024-01-25 and votes
== EXIT 1
# Who was not there withdraws from nothing.
== RUN tameel council decide 2024-Q1 --title "We meet each quarter" --for moitt --recused pasha
== ERR
tameel: E0433 recused[0]: pasha was not present and needs no recusal
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
6 entries, 6 checkpoints and 6 attachments hold
== EXIT 0
