# A seat is taken by its holder or its alternate while their term lasts.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== RUN tameel council appoint moitt --holder m-1 > /dev/null
tameel council appoint moitt --alternate --holder m-2 --until 2024-03-31 > /dev/null
tameel council schedule --on 2024-01-25 --repeat 1 > /dev/null
== EXIT 0
# In January the alternate stands in; P@SHA has not named anybody yet.
== CLOCK 2024-01-25
== RUN tameel council hold 2024-Q1 --present pasha --alternates moitt
== ERR
tameel: E0436 present[0]: the seat of pasha has no holder
== EXIT 1
== RUN tameel council hold 2024-Q1 --alternates moitt > /dev/null
== EXIT 0
# In April the term is over, and the holder has left.
== CLOCK 2024-04-25
== RUN tameel council vacate moitt > /dev/null
== EXIT 0
== RUN tameel council hold 2024-Q2 --alternates moitt
== ERR
tameel: E0436 alternates[0]: the term of the alternate of moitt ended on 2024-03-31, the meeting is on 2024-04-25
== EXIT 1
== RUN tameel council hold 2024-Q2 --present moitt
== ERR
tameel: E0436 present[0]: the term of the holder of moitt ended on 2024-04-24, the meeting is on 2024-04-25
== EXIT 1
# Who is appointed in May was not there in April.
== CLOCK 2024-05-02
== RUN tameel council appoint moitt --holder m-3 > /dev/null
== EXIT 0
== RUN tameel council hold 2024-Q2 --present moitt --effective-on 2024-04-25
== ERR
tameel: E0436 present[0]: the holder of moitt is in office from 2024-05-02, the meeting is on 2024-04-25
== EXIT 1
== RUN tameel council vacate pasha
== ERR
tameel: E0436 seat: the seat of pasha has no holder on 2024-05-02
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
8 entries, 8 checkpoints and 6 attachments hold
== EXIT 0
