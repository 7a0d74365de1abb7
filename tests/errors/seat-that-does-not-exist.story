# Who has no seat on the council appoints nobody, is not present, owes nothing and joins no working group.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
# Both seats have a holder, and the council meets on 25 January.
== RUN tameel council appoint moitt --holder m-1 > /dev/null
tameel council appoint pasha --holder p-1 > /dev/null
tameel council schedule --on 2024-01-25 > /dev/null
== EXIT 0
== DECIDED 2024/1
== RUN tameel council appoint chambers --holder c-1
== ERR
tameel: E0446 seat: chambers has no seat on the council
== EXIT 1
== RUN tameel council appoint chamberz --holder c-1
== ERR
tameel: E0107 seat: no institution is called "chamberz"; did you mean chambers?
== EXIT 1
== RUN tameel council vacate tdap
== ERR
tameel: E0446 seat: tdap has no seat on the council
== EXIT 1
== RUN tameel council group tax --title "Working group on tax" --members pasha,chambers --chair pasha --decision 2024/1
== ERR
tameel: E0446 members[1]: chambers has no seat on the council
== EXIT 1
== RUN tameel council group tax --title "Working group on tax" --members pasha --chair moitt --decision 2024/1
== ERR
tameel: E0446 chair: moitt is to chair the group and is no member of it
== EXIT 1
== CLOCK 2024-01-25
== RUN tameel council hold 2024-Q1 --present moitt,chambers --alternates tdap
== ERR
tameel: E0446 present[1]: chambers has no seat in the council
tameel: E0446 alternates[0]: tdap has no seat in the council
== EXIT 1
# A working group is its members.
== RUN tameel council group tax --title "Working group on tax" --members pasha --chair pasha --decision 2024/1 > /dev/null
tameel council schedule --body tax --on 2024-01-25 > /dev/null
== EXIT 0
== RUN tameel council hold tax-2024-Q1 --present pasha,moitt
== ERR
tameel: E0446 present[1]: moitt has no seat in group tax
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
8 entries, 8 checkpoints and 7 attachments hold
== EXIT 0
