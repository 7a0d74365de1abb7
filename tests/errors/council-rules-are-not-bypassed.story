# The ways around the rules that somebody would try first. The council has five seats and a quorum of three.
== COPY tests/fixtures/small
== RUN python3 - <<'END'
from pathlib import Path
path = Path("small/institutions.yaml")
text = path.read_text()
head, tail = text.split("  seats:\n")
seats, laws = tail.split("regulations:")
more = "".join(f"    - number: {n}\n      institution: {code}\n      side: {side}\n"
               for n, code, side in ((3, "tdap", "public"), (4, "chambers", "private"), (5, "university", "academia")))
head = head.replace("council:\n", "  - code: university\n    name: University of Engineering\n    type: F\ncouncil:\n")
head = head.replace("quorum: Half of the seats", "quorum: 3").replace("term: Two years", "term: Three years")
path.write_text(head + "  seats:\n" + seats + more + "regulations:" + laws)
END
== EXIT 0
== CLOCK 2024-01-10
== STORE store.db FROM small
== DECIDED C1
== RUN for seat in moitt pasha tdap chambers university; do tameel council appoint $seat --holder $seat-1 > /dev/null; done; tameel council group tax --title "Tax" --members pasha,chambers --chair pasha --decision C1 | head -1
== OUT
entry 8 recorded at 2024-01-10T09:00:00.000000Z
== EXIT 0
== RUN (tameel council schedule 2024-Q1 --on 2024-01-10; tameel council schedule tax-1 --on 2024-01-10 --body tax; tameel council hold tax-1 --present pasha,chambers; tameel council hold 2024-Q1 --present moitt,pasha,tdap) > /dev/null; tameel council decide tax-1 --title "Fewer dialogues" --concerns plan --consensus | head -1
== OUT
entry 13 recorded at 2024-01-10T09:00:00.000000Z
== EXIT 0
# A working group recommends: nothing of the plan rests on it, and it asks nothing of others.
== RUN tameel amend 1.1.1-1 --set due=2026 --reason "The group said so" --decision tax-1/1
== ERR
tameel: E0439 decision: expected a decision of the council; tax-1/1 is a recommendation of group tax
== EXIT 1
== RUN tameel amend council --set quorum=1 --reason "The group said so" --decision tax-1/1
== ERR
tameel: E0439 decision: expected a decision of the council; tax-1/1 is a recommendation of group tax
== EXIT 1
== RUN tameel council decide tax-1 --title "The university writes a study" --consensus --owner university --due 2024-06-30 --proof "The study"
== ERR
tameel: E0446 owner: university is no member of the group, which can ask nothing of it
== EXIT 1
== RUN tameel council decide tax-1 --title "One rate" --consensus --decided-by "Revenue Board"
== ERR
tameel: E0446 decided_by: a working group recommends; what others must decide is carried to them by the council
== EXIT 1
# The code of a decision of a meeting cannot be taken from outside.
== RUN echo signed > m.pdf; tameel council decide --code 2024-Q1/1 --title "Anything" --concerns plan --minutes m.pdf
== ERR
tameel: E0444 code: 2024-Q1/1 numbers the decisions of meeting 2024-Q1
== EXIT 1
# What was proposed after the decision did not lie before the council, and is not adopted with it.
== RUN tameel council decide 2024-Q1 --title "The working plan of dialogues" --concerns 1.1.1 --consensus > /dev/null; tameel plan propose 1.1.1-1 --institution pasha --set value=1 --set path=null > /dev/null; tameel adopt 1.1.1 --year 2024 --decision 2024-Q1/1 > /dev/null; tameel status 1.1.1-1 | grep -c lowered; tameel council agenda | grep -A2 "To adopt"
== OUT
0
To adopt
  2 Adopt 1 proposed change of the working plan
    1.1.1-1 value: 5 -> 1; 1.1.1-1 path: 1 for 2023, 3 for 2024, 5 for 2025 -> (none)
== EXIT 0
# A stranger proposes nothing, and takes nothing back.
== RUN tameel plan propose 1.1.1-1 --institution moitt --set value=2 --set path=null
== ERR
tameel: E0401 institution: moitt does not lead 1.1.1; its lead or the secretariat proposes its working plan
== EXIT 1
== RUN tameel plan decline 15 --institution moitt --reason "Not ours"
== ERR
tameel: E0449 institution: pasha proposed it; it or the secretariat takes it back
== EXIT 1
== RUN tameel plan decline 15 --institution pasha --reason "A mistake" | head -1; tameel council agenda | grep -c "To adopt"
== OUT
entry 17 recorded at 2024-01-10T09:00:00.000000Z
0
== EXIT 1
# An obligation is put off by a decision about it, and closed by somebody who is known.
== RUN tameel council decide 2024-Q1 --title "P@SHA writes to the firms" --consensus --owner pasha --due 2024-03-31 --proof "The letter" > /dev/null; tameel council extend 2024-Q1/2 --due 2024-12-31 --decision 2024-Q1/2
== ERR
tameel: E0440 decision: decision 2024-Q1/2 does not reach 2024-Q1/2; it concerns nothing
== EXIT 1
== RUN tameel council extend 2024-Q1/2 --due 2024-12-31 --decision C1
== ERR
tameel: E0440 decision: decision C1 does not reach 2024-Q1/2; it concerns plan, council
== EXIT 1
== RUN tameel council close 2024-Q1/2 --evidence m.pdf --grade B --institution nobody
== ERR
tameel: E0107 institution: no institution is called "nobody"
== EXIT 1
== RUN tameel council close 2024-Q1/2 --evidence m.pdf --grade B --institution "P@SHA"
== ERR
tameel: E0443 institution: pasha owes it; somebody else says that it was done
== EXIT 1
# Nobody sits twice, in one capacity or two, today or over time; nobody takes a seat from before a meeting.
== CLOCK 2024-02-20
== RUN tameel council appoint moitt --alternate --holder moitt-1
== ERR
tameel: E0444 holder: moitt-1 is the holder of moitt from 2024-01-10
== EXIT 1
== RUN tameel council appoint tdap --alternate --holder two > /dev/null; tameel council appoint university --alternate --holder two --effective-on 2024-02-15
== ERR
tameel: E0444 holder: two is the alternate of tdap from 2024-02-20
== EXIT 1
== RUN tameel council appoint moitt --holder other --effective-on 2024-01-05
== ERR
tameel: E0447 effective_on: the holder of moitt took part in meeting 2024-Q1 on 2024-01-10; expected a later day, found 2024-01-05
== EXIT 1
== RUN tameel council vacate moitt --effective-on 2024-01-09
== ERR
tameel: E0447 effective_on: the holder of moitt took part in meeting 2024-Q1 on 2024-01-10; expected a later day, found 2024-01-09
== EXIT 1
== RUN tameel council appoint chambers --holder chambers-2 --until 2028-01-01
== ERR
tameel: E0447 until: a term is three years: expected a last day up to 2027-02-19, found 2028-01-01
== EXIT 1
# The quorum of the day stays: one that is lowered later does not make an earlier meeting one.
== RUN tameel amend council --set quorum=1 --reason "Nobody comes" --decision C1 > /dev/null; tameel council schedule extra --on 2024-02-10 > /dev/null; tameel council hold extra --present moitt > /dev/null; tameel council meetings | grep extra; tameel council decide extra --title "Alone" --concerns plan --consensus
== OUT
extra    2024-02-10  -     council  held, 1 present, 3 needed: no quorum  -
== ERR
tameel: E0432 meeting: expected 3 of 5 seats for a decision (3 seats), found 1 present
== EXIT 1
# A group that was dissolved meets no more, and has each member once.
== RUN tameel council schedule tax-2 --on 2024-02-20 --body tax > /dev/null; tameel council group tax --dissolve --decision C1 > /dev/null; tameel council hold tax-2 --present pasha,chambers
== ERR
tameel: E0442 meeting: group tax was dissolved on 2024-02-20
== EXIT 1
== RUN tameel council group law --title "Law" --members moitt,moitt --chair moitt --decision C1
== ERR
tameel: E0001 members[1]: moitt stands twice
== EXIT 2
# An issue is reopened by who raised it, or by the secretariat for it.
== RUN tameel issue raise "Our line is cut" --raised-by pasha --institution pasha > /dev/null; tameel issue assign I-1 --owner tdap > /dev/null; tameel issue answer I-1 --text "It is mended" > /dev/null; tameel issue reopen I-1 --reason "No" --institution chambers
== ERR
tameel: E0449 institution: issue I-1 was raised by pasha; it, or the secretariat for it, says so
== EXIT 1
# Whatever was refused left nothing behind.
== RUN tameel verify | head -1
== OUT
28 entries, 28 checkpoints and 7 attachments hold
== EXIT 0
