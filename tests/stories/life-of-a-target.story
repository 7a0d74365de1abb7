# The life of one target: five dialogues by the end of 2025, one by the end of 2023, three by the end of 2024.
# The association leads the activity, the ministry supports it, and tdap is neither.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== DECIDED 2024/3
# Nobody has been asked.
== RUN tameel status | grep 1.1.1-1
== OUT
1.1.1-1              not asked     Five dialogues held: the lead has not confirmed the activity, and no working plan holds it
== EXIT 0
# The lead confirms what it can carry out; the supporter too. From now on reports are asked.
== RUN tameel confirm 1.1.1 --answer yes --by 2025 --note "Two officers work on it"
== OUT
entry 3 recorded at 2024-01-10T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel confirm 1.1.1 --answer partly --institution moitt --note "We give the hall"
== OUT
entry 4 recorded at 2024-01-10T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel status | grep 1.1.1-1
== OUT
1.1.1-1              no data       Five dialogues held: nothing has been reported yet; the report for 2024-Q1 is due by 2024-04-30
== EXIT 0
# The first quarter ends, and a report is due until 30 April. The supporter contributes, the lead reports.
== CLOCK 2024-04-15
== FILE minutes.txt
Minutes of the first dialogue
== RUN tameel contribute 1.1.1-1 --period 2024-Q1 --value 1 --institution moitt --narrative "The hall was full"
== OUT
entry 5 recorded at 2024-04-15T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade C --self-rating on_track
== OUT
entry 6 recorded at 2024-04-15T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# A claim that nobody has verified does not show green.
== RUN tameel status | grep 1.1.1-1
== OUT
1.1.1-1              at risk       Five dialogues held: not verified, so it does not show green
== EXIT 0
# The authority returns it and says why; what was returned does not count.
== CLOCK 2024-04-20
== RUN tameel review 1.1.1-1 --period 2024-Q1 --institution tdap --return "Who took part?"
== OUT
entry 7 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel status | grep 1.1.1-1
== OUT
1.1.1-1              no data       Five dialogues held: the report for 2024-Q1 was returned and has not come again
== EXIT 0
# The lead reports again, with an independent document.
== CLOCK 2024-04-25
== FILE list.txt
Participants, signed by the chamber
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade C --evidence list.txt --grade B --self-rating on_track
== OUT
entry 8 recorded at 2024-04-25T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel review 1.1.1-1 --period 2024-Q1 --institution tdap --verify --grade B
== OUT
entry 9 recorded at 2024-04-25T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel status | grep 1.1.1-1
== OUT
1.1.1-1              on track      Five dialogues held: 1 dialogue reported by 2024-03-31, 1 expected by then: a ratio of 1.00
== EXIT 0
== RUN tameel review 1.1.1-1 --period 2024-Q1 --institution moitt --endorse 2024/3
== OUT
entry 10 recorded at 2024-04-25T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# The next quarter passes in silence. The grace ends on 30 July, and the duty climbs.
== CLOCK 2024-07-30
== RUN tameel status | grep 1.1.1-1
== OUT
1.1.1-1              on track      Five dialogues held: 1 dialogue reported by 2024-03-31, 1 expected by then: a ratio of 1.00
== EXIT 0
== CLOCK 2024-07-31
== RUN tameel status | grep 1.1.1-1
== OUT
1.1.1-1              overdue       Five dialogues held: the report for 2024-Q2 was due by 2024-07-30 and has not come
== EXIT 0
== CLOCK 2024-09-15
== RUN tameel status 1.1.1-1
== OUT
1.1.1-1  Five dialogues held
overdue, as of 2024-09-15

why: the report for 2024-Q2 was due by 2024-07-30 and has not come
late: brought to the officer on 2024-07-31
late: brought to the head of institution on 2024-08-13
late: brought to the secretariat on 2024-08-27
late: brought to the council on 2024-09-10

status: overdue  [docs/methods/status.md]
  rule: on track from a ratio of 0.95, at risk from 0.60  [docs/methods/status.md]
  value asked for: 5  [the plan in force]
  baseline: 0  [the plan in force]
  due: 2025  [the plan in force]
  reports: 1  [the journal]
    report for 2024-Q1: endorsed
      claimed: 1 dialogue, evidence of grade B  [journal entry 8]
      verified: 1 dialogue, evidence of grade B  [journal entry 9]
    no report: 2024-Q2  [the journal]

2024-Q1 contributed on 2024-04-15 by moitt, narrative: The hall was full
2024-Q1 returned on 2024-04-20 by tdap, reason: Who took part?
== EXIT 0
== RUN tameel status --json | python3 -c '
import json, sys
target = json.load(sys.stdin)["targets"][0]
print(target["overdue_period"], *(step["to"] + " on " + step["on"] for step in target["escalation"]), sep=", ")'
== OUT
2024-Q2, officer on 2024-07-31, head of institution on 2024-08-13, secretariat on 2024-08-27, council on 2024-09-10
== EXIT 0
# The report comes late, and says why it is late.
== RUN tameel report 1.1.1-1 --period 2024-Q2 --value 2 --evidence list.txt --grade B --explanation "The report was forgotten"
== OUT
entry 11 recorded at 2024-09-15T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel review 1.1.1-1 --period 2024-Q2 --institution tdap --verify --grade B
== OUT
entry 12 recorded at 2024-09-15T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel status | grep 1.1.1-1
== OUT
1.1.1-1              on track      Five dialogues held: 3 dialogues reported by 2024-06-30, 2 expected by then: a ratio of 1.50
== EXIT 0
# Two more are held, and the target is met as soon as five are verified.
== CLOCK 2024-10-20
== RUN tameel report 1.1.1-1 --period 2024-Q3 --value 2 --evidence list.txt --grade B
== OUT
entry 13 recorded at 2024-10-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel review 1.1.1-1 --period 2024-Q3 --institution tdap --verify --grade A
== OUT
entry 14 recorded at 2024-10-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel status 1.1.1-1
== OUT
1.1.1-1  Five dialogues held
met, as of 2024-10-20

why: 5 dialogues verified, 5 dialogues promised

status: met  [docs/methods/status.md]
  rule: on track from a ratio of 0.95, at risk from 0.60  [docs/methods/status.md]
  value asked for: 5  [the plan in force]
  baseline: 0  [the plan in force]
  due: 2025  [the plan in force]
  reports: 3  [the journal]
    report for 2024-Q1: endorsed
      claimed: 1 dialogue, evidence of grade B  [journal entry 8]
      verified: 1 dialogue, evidence of grade B  [journal entry 9]
    report for 2024-Q2: verified
      claimed: 2 dialogues, evidence of grade B  [journal entry 11]
      verified: 2 dialogues, evidence of grade B  [journal entry 12]
    report for 2024-Q3: verified
      claimed: 2 dialogues, evidence of grade B  [journal entry 13]
      verified: 2 dialogues, evidence of grade A  [journal entry 14]

2024-Q1 contributed on 2024-04-15 by moitt, narrative: The hall was full
2024-Q1 returned on 2024-04-20 by tdap, reason: Who took part?
2024-Q2 reported on 2024-09-15 by pasha, explanation: The report was forgotten
== EXIT 0
# What the record said in spring can still be asked.
== RUN tameel status --as-of 2024-04-22 | grep 1.1.1-1
== OUT
1.1.1-1              no data       Five dialogues held: the report for 2024-Q1 was returned and has not come again
== EXIT 0
== RUN tameel status --as-of 2024-04-22 --recorded-by 2024-04-21 | grep 1.1.1-1
== OUT
1.1.1-1              no data       Five dialogues held: the report for 2024-Q1 was returned and has not come again
== EXIT 0
== RUN tameel verify | head -1
== OUT
15 entries, 15 checkpoints and 9 attachments hold
== EXIT 0
