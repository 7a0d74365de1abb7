# Everything that is wrong with an act of the council is said in one pass.
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
== RUN tameel council decide 2024-Q1 --item added:1 --title "" --concerns 1.1.1,9.9 --for moitt,moitt,nobody --against pasha --recused pasha --owner chambers --due 2024-01-01 --effective-on 2024-01-20
== ERR
tameel: E0011 title: expected a text, found none
tameel: E0001 concerns[1]: expected the code of an objective, activity, target, outcome, institution, decision or issue, council or plan, found "9.9"
tameel: E0447 effective_on: meeting 2024-Q1 was held on 2024-01-25; nothing of it counts from 2024-01-20
tameel: E0431 item: meeting 2024-Q1 has no agenda
tameel: E0107 for[2]: no institution is called "nobody"
tameel: E0435 for[1]: moitt votes twice
tameel: E0434 for[2]: pasha is recused from this matter and votes on it
tameel: E0447 due: expected a day from 2024-01-20, that of the decision, found 2024-01-01
tameel: E0446 owner: chambers has no seat on the council; what others must decide is a policy proposal: name the body that decides
tameel: E0437 proof: an obligation says what will prove that it was carried out: expected a text, found none
== EXIT 2
# Once the names are right, the votes are counted.
== RUN tameel council decide 2024-Q1 --title "We meet" --concerns 1.1.1 --for moitt,moitt --against pasha --recused pasha,chambers --owner chambers --due 2024-01-01
== ERR
tameel: E0433 recused[1]: chambers was not present and needs no recusal
tameel: E0435 for[1]: moitt votes twice
tameel: E0434 against[0]: pasha is recused from this matter and votes on it
tameel: E0447 due: expected a day from 2024-01-25, that of the decision, found 2024-01-01
tameel: E0446 owner: chambers has no seat on the council; what others must decide is a policy proposal: name the body that decides
tameel: E0437 proof: an obligation says what will prove that it was carried out: expected a text, found none
== EXIT 1
== RUN tameel council decide --title "" --for moitt --consensus
== ERR
tameel: E0011 title: expected a text, found none
tameel: E0438 meeting: expected a meeting, or a code and the signed minutes of a meeting that was held outside this record, found neither
== EXIT 2
== RUN tameel council schedule --on 2024-02-30 --repeat 99 --time 25:00 --body tax
== ERR
tameel: E0004 on: the day 2024-02-30 does not exist in the calendar
tameel: E0431 body: no working group has the code "tax"
tameel: E0001 repeat: expected 0 to 40 further meetings, found 99
tameel: E0001 time: expected a time such as 10:30, found "25:00"
== EXIT 2
== RUN tameel council group "a b" --members chambers,nobody --chair tdap
== ERR
tameel: E0001 group: expected a code of 1 to 32 letters, digits and the signs . _ : / -, found "a b"
tameel: E0439 decision: expected the code of an adopted decision of the council, found none
tameel: E0011 title: expected a text, found none
tameel: E0107 members[1]: no institution is called "nobody"
tameel: E0446 members[0]: chambers has no seat on the council
tameel: E0446 chair: tdap is to chair the group and is no member of it
== EXIT 2
== RUN tameel council appoint chambers --holder "a b" --until 2023-01-01 --effective-on 2024-02-01
== ERR
tameel: E0446 seat: chambers has no seat on the council
tameel: E0001 holder: expected a code of 1 to 32 letters, digits and the signs . _ : / -, found "a b"
tameel: E0418 effective_on: expected a day up to 2024-01-25, found 2024-02-01
tameel: E0447 until: expected a last day from 2024-02-01, the first, found 2023-01-01
== EXIT 1
== RUN tameel issue raise " " --raised-by somebody --form letter --effective-on 2024-02-01
== ERR
tameel: E0431 form: expected one of issue, whitelisting, one_window, found "letter"
tameel: E0011 title: expected a text, found none
tameel: E0107 raised_by: expected firm, member or an institution: no institution is called "somebody"
tameel: E0418 effective_on: expected a day up to 2024-01-25, found 2024-02-01
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
6 entries, 6 checkpoints and 6 attachments hold
== EXIT 0
