# How likely targets and outcomes are is published as an entry of the journal, so that nobody can improve it afterwards, and is held
# against what came. The dialogues: five by the end of 2025, asked each quarter.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== DECIDED 2024/3
== RUN tameel forecast --targets --published
== OUT
A small strategy, as of 2024-01-10
what was published of how likely it is, and what came

nothing was published by this day

nothing to score yet: no probability was published in time of a target or outcome whose due date
  has passed and whose result is in the record
== EXIT 0
== FILE list.txt
Participants, signed by the chamber
== RUN tameel confirm 1.1.1 --answer yes --by 2025 --note "Two officers work on it" > receipt
== EXIT 0
# Two quarters are reported, and the first is verified.
== CLOCK 2024-07-24
== RUN for quarter in Q1 Q2; do tameel report 1.1.1-1 --period 2024-$quarter --value 1 --evidence list.txt --grade B; done > receipts; tameel review 1.1.1-1 --period 2024-Q1 --institution tdap --verify --grade B > receipt
== EXIT 0
== CLOCK 2024-07-25
== RUN tameel forecast --targets --publish
== OUT
entry 7 recorded at 2024-07-25T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# Again on the same day nothing is new, so it is the same entry, whoever asks.
== RUN tameel forecast --targets --publish --person p-other --institution tdap
== OUT
entry 7 recorded at 2024-07-25T09:00:00.000000Z (this request had been made before)
leaf hash <any>
== EXIT 0
# Once the second quarter is verified there is something new; what was published before stays.
== RUN tameel review 1.1.1-1 --period 2024-Q2 --institution tdap --verify --grade B > receipt && tameel forecast --targets --publish
== OUT
entry 9 recorded at 2024-07-25T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# The next day another one, from what had been known a month before.
== CLOCK 2024-07-26
== RUN tameel forecast --targets --publish --as-of 2024-06-26
== OUT
entry 10 recorded at 2024-07-26T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel forecast --targets --published
== OUT
A small strategy, as of 2024-07-26
what was published of how likely it is, and what came

entry 7, published 2024-07-25
about           due         said             as reported  came          what was asked
1.1.1-1         2025-12-31  cannot tell yet  64 %         not due       at least 5 dialogues by
                                                                        2025-12-31
exports-fy2024  2024-06-30  yes              -            yes (3210.0)  at least 3000 in FY2024
cannot tell yet of 2 others

entry 9, published 2024-07-25
about           due         said  as reported  came          what was asked
1.1.1-1         2025-12-31  64 %  64 %         not due       at least 5 dialogues by 2025-12-31
exports-fy2024  2024-06-30  yes   -            yes (3210.0)  at least 3000 in FY2024
cannot tell yet of 2 others

entry 10, published 2024-07-26, as of 2024-06-26
cannot tell yet of any target or outcome

nothing to score yet: no probability was published in time of a target or outcome whose due date
  has passed and whose result is in the record
== EXIT 0
# What an entry holds.
== RUN tameel export journal --output out > exported && sed -n 8p out/entries.jsonl | python3 -c '
import json, sys
entry = json.load(sys.stdin)
print(entry["kind"], entry["subject"], entry["effective_on"])
print(json.dumps(entry["payload"], indent=1))'
== OUT
outlook.published outlook 2024-07-25
{
 "as_of": "2024-07-25",
 "claims": [
  {
   "about": "1.1.1-1",
   "due": "2025-12-31",
   "said": [
    {
     "by": "verified",
     "reason": "1 report of 91 days; 2 reports of 180 days are needed"
    },
    {
     "by": "reported",
     "method": "gamma-poisson",
     "probability": "0.6435"
    }
   ]
  },
  {
   "about": "1.1.2-1",
   "due": "2026-06-30",
   "said": [
    {
     "by": "verified",
     "reason": "nothing is verified on evidence of grade B or better"
    },
    {
     "by": "reported",
     "reason": "no report stands"
    }
   ]
  },
  {
   "about": "1.1.2-2",
   "due": "2026-12-31",
   "said": [
    {
     "by": "verified",
     "reason": "nothing is verified on evidence of grade B or better"
    },
    {
     "by": "reported",
     "reason": "no report stands"
    }
   ]
  },
  {
   "about": "exports-fy2024",
   "due": "2024-06-30",
   "said": [
    {
     "by": "statistic",
     "known": true,
     "probability": "1.0000"
    }
   ]
  }
 ],
 "entries": 7,
 "paths": 4000,
 "program": "tameel 0.1.0",
 "seed": 1,
 "v": 1
}
== EXIT 0
# Nothing is published from a day that has not come, for another day than today, or by half.
== RUN tameel forecast --targets --publish --as-of 2024-07-27
== ERR
tameel: E0418 as_of: expected a day up to today, 2024-07-26, found 2024-07-27: what is not known yet cannot be published
== EXIT 1
== RUN tameel forecast --targets --publish --effective-on 2024-07-01
== ERR
tameel: E0001 effective_on: expected today, 2024-07-26, from which what is published counts, found 2024-07-01
== EXIT 2
== RUN tameel forecast --targets --publish --as-of 2022-12-31
== ERR
tameel: E0424 as_of: no plan was in force on 2022-12-31: small counts from 2023-01-01
== EXIT 1
== RUN tameel forecast --targets --publish --as-of yesterday
== ERR
tameel: E0004 as_of: expected a date as YYYY-MM-DD, found "yesterday"
== EXIT 2
== RUN tameel forecast --targets --publish --recorded-by 2024-07-25
== ERR
tameel: E0808 --recorded-by: expected --publish without --recorded-by: what is published rests on all that is recorded
== EXIT 2
== RUN tameel forecast --targets --publish --published
== ERR
tameel: E0808: --publish excludes --published
tameel: tameel forecast --help shows how
== EXIT 2
== RUN tameel forecast --target 1.1.1-1 --publish
== ERR
tameel: E0808: --target excludes --publish
tameel: tameel forecast --help shows how
== EXIT 2
== RUN tameel forecast --target 9.9.9-9 --published
== ERR
tameel: E0420 target: no target has the code "9.9.9-9"
== EXIT 1
== RUN tameel forecast --targets --publish --store nothing.db; ls nothing.db
== ERR
tameel: E0015 nothing.db: there is no store here; tameel init makes one
ls: cannot access 'nothing.db': No such file or directory
== EXIT 2
== RUN tameel verify | head -1
== OUT
11 entries, 11 checkpoints and 8 attachments hold
== EXIT 0
# The fifth dialogue is reported late in 2025. On its due date the target has no result yet; once the report is verified it has,
# and what was published by the due date is scored.
== CLOCK 2025-12-20
== RUN for quarter in 2024-Q3 2024-Q4 2025-Q1 2025-Q2; do tameel report 1.1.1-1 --period $quarter --value 0 --evidence list.txt --grade B --explanation "No hall"; tameel review 1.1.1-1 --period $quarter --institution tdap --verify --grade B; done > receipts; tameel report 1.1.1-1 --period 2025-Q3 --value 3 --evidence list.txt --grade B > receipt; tameel forecast --targets --publish > receipt; tameel forecast --target 1.1.1-1 --published
== OUT
A small strategy, as of 2025-12-20
what was published of how likely it is, and what came

entry 7, published 2024-07-25
about    due         said             as reported  came     what was asked
1.1.1-1  2025-12-31  cannot tell yet  64 %         not due  at least 5 dialogues by 2025-12-31: 1
                                                            report of 91 days; 2 reports of 180 days
                                                            are needed

entry 9, published 2024-07-25
about    due         said  as reported  came     what was asked
1.1.1-1  2025-12-31  64 %  64 %         not due  at least 5 dialogues by 2025-12-31

entry 10, published 2024-07-26, as of 2024-06-26
about    due         said             as reported      came     what was asked
1.1.1-1  2025-12-31  cannot tell yet  cannot tell yet  not due  at least 5 dialogues by 2025-12-31:
                                                                nothing is verified on evidence of
                                                                grade B or better

entry 20, published 2025-12-20
about    due         said  as reported  came     what was asked
1.1.1-1  2025-12-31  5 %   yes          not due  at least 5 dialogues by 2025-12-31

nothing to score yet: no probability was published in time of a target or outcome whose due date
  has passed and whose result is in the record
== EXIT 0
== CLOCK 2026-02-10
== RUN tameel report 1.1.1-1 --period 2025-Q4 --value 0 --evidence list.txt --grade B > receipt; tameel forecast --target 1.1.1-1 --published
== OUT
A small strategy, as of 2026-02-10
what was published of how likely it is, and what came

entry 7, published 2024-07-25
about    due         said             as reported  came           what was asked
1.1.1-1  2025-12-31  cannot tell yet  64 %         no result yet  at least 5 dialogues by
                                                                  2025-12-31: 1 report of 91 days; 2
                                                                  reports of 180 days are needed

entry 9, published 2024-07-25
about    due         said  as reported  came           what was asked
1.1.1-1  2025-12-31  64 %  64 %         no result yet  at least 5 dialogues by 2025-12-31

entry 10, published 2024-07-26, as of 2024-06-26
about    due         said             as reported      came           what was asked
1.1.1-1  2025-12-31  cannot tell yet  cannot tell yet  no result yet  at least 5 dialogues by
                                                                      2025-12-31: nothing is
                                                                      verified on evidence of grade
                                                                      B or better

entry 20, published 2025-12-20
about    due         said  as reported  came           what was asked
1.1.1-1  2025-12-31  5 %   yes          no result yet  at least 5 dialogues by 2025-12-31

nothing to score yet: no probability was published in time of a target or outcome whose due date
  has passed and whose result is in the record
== EXIT 0
== RUN for quarter in 2025-Q3 2025-Q4; do tameel review 1.1.1-1 --period $quarter --institution tdap --verify --grade B; done > receipts; tameel forecast --targets --publish > receipt; tameel forecast --target 1.1.1-1 --published
== OUT
A small strategy, as of 2026-02-10
what was published of how likely it is, and what came

entry 7, published 2024-07-25
about    due         said             as reported  came     what was asked
1.1.1-1  2025-12-31  cannot tell yet  64 %         yes (5)  at least 5 dialogues by 2025-12-31: 1
                                                            report of 91 days; 2 reports of 180 days
                                                            are needed

entry 9, published 2024-07-25
about    due         said  as reported  came     what was asked
1.1.1-1  2025-12-31  64 %  64 %         yes (5)  at least 5 dialogues by 2025-12-31

entry 10, published 2024-07-26, as of 2024-06-26
about    due         said             as reported      came     what was asked
1.1.1-1  2025-12-31  cannot tell yet  cannot tell yet  yes (5)  at least 5 dialogues by 2025-12-31:
                                                                nothing is verified on evidence of
                                                                grade B or better

entry 20, published 2025-12-20
about    due         said  as reported  came     what was asked
1.1.1-1  2025-12-31  5 %   yes          yes (5)  at least 5 dialogues by 2025-12-31

entry 24, published 2026-02-10
about    due         said  as reported  came     what was asked
1.1.1-1  2025-12-31  yes   yes          yes (5)  at least 5 dialogues by 2025-12-31

by what is verified: Brier score 0.512 over 2 claims about 1 event, 2 met; always saying 50 %
  would have 0.250
by what is reported: Brier score 0.085 over 3 claims about 1 event, 3 met; always saying 50 %
  would have 0.250
by statistics: nothing to score yet
== EXIT 0
# As of an earlier day it stands as it stood then.
== RUN tameel forecast --target 1.1.1-1 --published --as-of 2025-12-31 | tail -3
== OUT

nothing to score yet: no probability was published in time of a target or outcome whose due date
  has passed and whose result is in the record
== EXIT 0
# A target that is lowered afterwards is held to what was asked when it was published.
== RUN tameel amend 1.1.2-2 --set due=2027 --reason "No firm answered" --decision 2024/3 > receipt; tameel forecast --target 1.1.2-2 --published --as-of 2026-02-10 --json | grep -e requirement -e '"due"' | sort -u
== OUT
          "due": "2026-12-31",
          "requirement": "done by 2026-12-31",
== EXIT 0
# An outcome is held against the statistic, once its period is published whole.
== COPY strategies/pakistan-bpo-2023 AS strategy
== CLOCK 2023-11-30
== STORE real.db FROM strategy
== RUN tameel forecast --targets --publish > receipt
== EXIT 0
== CLOCK 2024-05-20
== RUN tameel forecast --targets --publish > receipt; tameel forecast --targets --published
== OUT
Pakistan Business Process Outsourcing Export Strategy 2023-2027, as of 2024-05-20
what was published of how likely it is, and what came

entry 7, published 2023-11-30
about           due         said  as reported  came          what was asked
exports-fy2022  2022-06-30  no    -            no (2619.1)   at least 3500 in FY2022
exports-2023    2023-06-30  no    -            no (2605.34)  at least 5000 in FY2023
exports-fy2024  2024-06-30  7 %   -            not due       at least 3000 in FY2024
cannot tell yet of 48 others

entry 8, published 2024-05-20
about           due         said   as reported  came          what was asked
exports-fy2022  2022-06-30  no     -            no (2619.1)   at least 3500 in FY2022
exports-2023    2023-06-30  no     -            no (2605.34)  at least 5000 in FY2023
exports-fy2024  2024-06-30  >99 %  -            not due       at least 3000 in FY2024
cannot tell yet of 48 others

nothing to score yet: no probability was published in time of a target or outcome whose due date
  has passed and whose result is in the record
== EXIT 0
== CLOCK 2026-11-20
== RUN tameel forecast --targets --published
== OUT
Pakistan Business Process Outsourcing Export Strategy 2023-2027, as of 2026-11-20
what was published of how likely it is, and what came

entry 7, published 2023-11-30
about           due         said  as reported  came         what was asked
exports-fy2022  2022-06-30  no    -            no (2619.1)  at least 3500 in FY2022
exports-2023    2023-06-30  no    -            no (2596)    at least 5000 in FY2023
exports-fy2024  2024-06-30  7 %   -            yes (3223)   at least 3000 in FY2024
cannot tell yet of 48 others

entry 8, published 2024-05-20
about           due         said   as reported  came         what was asked
exports-fy2022  2022-06-30  no     -            no (2619.1)  at least 3500 in FY2022
exports-2023    2023-06-30  no     -            no (2596)    at least 5000 in FY2023
exports-fy2024  2024-06-30  >99 %  -            yes (3223)   at least 3000 in FY2024
cannot tell yet of 48 others

by what is verified: nothing to score yet
by what is reported: nothing to score yet
by statistics: Brier score 0.435 over 2 claims about 1 event, 2 met; always saying 50 % would have
  0.250
== EXIT 0
== RUN tameel forecast --outcome exports-fy2024 --published --json | python3 -c '
import json, sys
made = json.load(sys.stdin)
print(made["strategy"]["exercise"])
for one in made["publications"]:
    print(one["published"], one["program"], one["paths"], one["seed"], [(claim["came"], claim["value"], claim["said"]) for claim in one["claims"]])
print(made["scores"][2])'
== OUT
False
2023-11-30 tameel 0.1.0 4000 1 [('met', '3223', [{'by': 'statistic', 'probability': 0.067, 'known': False, 'reason': '', 'method': 'paths', 'squared_error': 0.8705}])]
2024-05-20 tameel 0.1.0 4000 1 [('met', '3223', [{'by': 'statistic', 'probability': 0.9998, 'known': False, 'reason': '', 'method': 'paths', 'squared_error': 0}])]
{'by': 'statistic', 'claims': 2, 'events': 1, 'met': 2, 'brier': 0.4352, 'one_half': 0.25, 'climatology': 0}
== EXIT 0
# The whole plan fits into one entry.
== RUN tameel export journal --store real.db --output whole > exported && tail -1 whole/entries.jsonl | wc -c
== OUT
8009
== EXIT 0
# A plan that asks for nothing has nothing to publish.
== COPY tests/fixtures/small AS bare
== RUN python3 -c '
import re
plan = open("bare/plan.yaml").read()
plan = re.sub(r"            targets:\n(              .*\n)+", "            targets: open\n            note: Nobody has said what is to be reached\n", plan)
plan = re.sub(r"outcomes:\n(  .*\n)+", "", plan)
open("bare/plan.yaml", "w").write(plan)' && tameel init bare --store bare.db > init.txt && tameel forecast --targets --publish --store bare.db
== ERR
tameel: E0001 plan: expected a plan with a target or an outcome, found none in small
== EXIT 2
# An exercise says of itself that it is no fact, before and after.
== CLOCK 2026-11-22
== RUN tameel exercise strategy --store one.db --entries 2000 --seed 7 > played && tameel forecast --targets --publish --store one.db > receipt && tameel forecast --targets --published --store one.db > published; sed -n -e 1,9p -e '$p' published
== OUT
EXERCISE, NOT FACT
Pakistan Business Process Outsourcing Export Strategy 2023-2027, as of 2026-11-22
what was published of how likely it is, and what came

entry 1957, published 2026-11-22
about           due         said             as reported  came         what was asked
1.1.1-1         2026-12-31  yes              yes          not due      at least 5 dialogues by
                                                                       2026-12-31
1.1.1-4         2023-12-31  no               no           no           done by 2023-12-31
EXERCISE, NOT FACT
== EXIT 0
