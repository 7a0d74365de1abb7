# A person sits on one seat: who sat on two would vote twice.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== RUN tameel council appoint moitt --holder m-1 > /dev/null
tameel council appoint moitt --alternate --holder m-2 > /dev/null
== EXIT 0
== RUN tameel council appoint pasha --holder m-1
== ERR
tameel: E0444 holder: m-1 is the holder of moitt from 2024-01-10
== EXIT 1
== RUN tameel council appoint pasha --alternate --holder m-1
== ERR
tameel: E0444 holder: m-1 is the holder of moitt from 2024-01-10
== EXIT 1
== RUN tameel council appoint pasha --holder m-2
== ERR
tameel: E0444 holder: m-2 is the alternate of moitt from 2024-01-10
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
4 entries, 4 checkpoints and 6 attachments hold
== EXIT 0
# Who left one seat may take another.
== CLOCK 2024-02-01
== RUN tameel council vacate moitt --alternate > /dev/null
== EXIT 0
== RUN tameel council appoint pasha --holder m-2 > /dev/null; tameel council seats | tail -2
== OUT
1     MoITT        public   m-1 from 2024-01-10 to 2026-01-09  -
2     P@SHA        private  m-2 from 2024-02-01 to 2026-01-31  -
== EXIT 0
