# What was enacted has a citation; without it nobody can look it up. What is enacted is over.
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
tameel council advance 2024-Q1/1 --stage drafted > /dev/null
tameel council advance 2024-Q1/1 --stage submitted > /dev/null
tameel council advance 2024-Q1/1 --stage accepted > /dev/null
== EXIT 0
== RUN tameel council advance 2024-Q1/1 --stage enacted
== ERR
tameel: E0438 legal_text: what was enacted has a citation: expected the legal text, found none
== EXIT 1
== RUN tameel council advance 2024-Q1/1 --stage enacted --legal-text "  "
== ERR
tameel: E0011 legal_text: expected a text, found none
== EXIT 2
# Nothing was written.
== RUN tameel verify | head -1
== OUT
10 entries, 10 checkpoints and 6 attachments hold
== EXIT 0
== RUN tameel council advance 2024-Q1/1 --stage enacted --legal-text "SRO 101(I)/2024" > /dev/null
== EXIT 0
== RUN tameel council advance 2024-Q1/1 --stage refused
== ERR
tameel: E0441 stage: proposal 2024-Q1/1 is enacted; it cannot become refused now
== EXIT 1
== RUN tameel council advance 2024-Q1/1 --stage drafted
== ERR
tameel: E0441 stage: proposal 2024-Q1/1 is enacted; it cannot become drafted now
== EXIT 1
