# A proposal goes from drafted to submitted, accepted and enacted, one stage after the other; it may be refused once submitted.
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
== RUN tameel council decide 2024-Q1 --title "Services are not taxed twice" --decided-by "Revenue Board" --consensus > /dev/null
== EXIT 0
== RUN tameel council advance 2024-Q1/1 --stage submitted
== ERR
tameel: E0441 stage: proposal 2024-Q1/1 is not drafted yet; it cannot become submitted now
== EXIT 1
== RUN tameel council advance 2024-Q1/1 --stage refused
== ERR
tameel: E0441 stage: proposal 2024-Q1/1 is not drafted yet; it cannot become refused now
== EXIT 1
== RUN tameel council advance 2024-Q1/1 --stage drafted > /dev/null
== EXIT 0
== RUN tameel council advance 2024-Q1/1 --stage accepted
== ERR
tameel: E0441 stage: proposal 2024-Q1/1 is drafted; it cannot become accepted now
== EXIT 1
== RUN tameel council advance 2024-Q1/1 --stage submitted > /dev/null
== EXIT 0
# It goes no way back, and does not stay where it is.
== RUN tameel council advance 2024-Q1/1 --stage drafted
== ERR
tameel: E0441 stage: proposal 2024-Q1/1 is submitted; it cannot become drafted now
== EXIT 1
== RUN tameel council advance 2024-Q1/1 --stage submitted
== ERR
tameel: E0441 stage: proposal 2024-Q1/1 is submitted; it cannot become submitted now
== EXIT 1
== RUN tameel council advance 2024-Q1/1 --stage enacted --legal-text "SRO 101(I)/2024"
== ERR
tameel: E0441 stage: proposal 2024-Q1/1 is submitted; it cannot become enacted now
== EXIT 1
== RUN tameel council advance 2024-Q1/1 --stage forgotten
== ERR
tameel: E0001 stage: expected one of drafted, submitted, accepted, enacted, refused, found "forgotten"
== EXIT 2
== RUN tameel council advance 2024-Q1/1
== ERR
tameel: E0001 stage: expected one of drafted, submitted, accepted, enacted, refused, found ""
== EXIT 2
# What the council itself achieved is said for one of five steps, from 0 to 3, with a reason.
== RUN tameel council credit 2024-Q1/1 --step 6 --score 4
== ERR
tameel: E0001 step: expected a step from 1 to 5, found 6
tameel: E0001 score: expected a score from 0 to 3, found 4
tameel: E0413 reason: expected a reason, found none
== EXIT 2
# Nothing was written.
== RUN tameel verify | head -1
== OUT
9 entries, 9 checkpoints and 6 attachments hold
== EXIT 0
