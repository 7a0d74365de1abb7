# How likely a target is met by its due date, from what was recorded by each day: by what is verified, and by what is only
# reported. The dialogues: five by the end of 2025, asked each quarter.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== DECIDED 2024/3
== RUN tameel confirm 1.1.1 --answer yes --by 2025 --note "Two officers work on it" > receipt && tameel forecast --target 1.1.1-1
== OUT
1.1.1-1  Five dialogues held
at least 5 dialogues by 2025-12-31; how likely, from what was recorded by each day

as of       by what is verified  by what is reported  why
2024-01-10  cannot tell yet      cannot tell yet      nothing is verified on evidence of grade B or
                                                      better

by what is verified
  how likely: cannot tell yet  [docs/methods/targets.md]
    verified reports: 0  [the journal]
    why: nothing is verified on evidence of grade B or better

by what is reported
  how likely: cannot tell yet  [docs/methods/targets.md]
    reports that stand: 0  [the journal]
    why: no report stands
== EXIT 0
# A report alone is too little to tell.
== CLOCK 2024-04-15
== FILE list.txt
Participants, signed by the chamber
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence list.txt --grade B --self-rating on_track > receipt && tameel review 1.1.1-1 --period 2024-Q1 --institution tdap --verify --grade B > receipt
== EXIT 0
== CLOCK 2024-07-15
== RUN tameel report 1.1.1-1 --period 2024-Q2 --value 1 --evidence list.txt --grade B --self-rating on_track > receipt && tameel forecast --target 1.1.1-1
== OUT
1.1.1-1  Five dialogues held
at least 5 dialogues by 2025-12-31; how likely, from what was recorded by each day

as of       by what is verified  by what is reported  why
2024-07-15  cannot tell yet      64 %                 1 report of 91 days; 2 reports of 180 days are
                                                      needed

by what is verified
  how likely: cannot tell yet  [docs/methods/targets.md]
    verified reports: 1  [the journal]
      2024-Q1: 1  [journal entry 4]
    why: 1 report of 91 days; 2 reports of 180 days are needed

by what is reported
  how likely: 64.3 percent  [docs/methods/targets.md]
    method: the pace of the reports goes on: a gamma-Poisson pace, so that what is to come
        is negative binomial
    so far: 2 dialogues in 0.50 years: 4.014 dialogues a year
    prior: the pace that the plan asks for, 1.666 dialogues a year, weighing as much as one
        event
    batches: periods vary no more than single events do
    assumed: the pace stays as it was
    assumed: periods that are not reported, or not verified, had the same pace
    what would change it: 3 dialogues in the 1.50 years that are open, 1.996 dialogues a
        year, against 4.014 dialogues a year so far
    reports that stand: 2  [the journal]
      2024-Q1: 1  [journal entry 4]
      2024-Q2: 1  [journal entry 6]
== EXIT 0
# Verified too, both say the same; as of the day before it stays as it was.
== CLOCK 2024-07-25
== RUN tameel review 1.1.1-1 --period 2024-Q2 --institution tdap --verify --grade B > receipt && tameel forecast --target 1.1.1-1 | head -14
== OUT
1.1.1-1  Five dialogues held
at least 5 dialogues by 2025-12-31; how likely, from what was recorded by each day

as of       by what is verified  by what is reported  why
2024-07-25  64 %                 64 %

by what is verified
  how likely: 64.3 percent  [docs/methods/targets.md]
    method: the pace of the reports goes on: a gamma-Poisson pace, so that what is to come
        is negative binomial
    so far: 2 dialogues in 0.50 years: 4.014 dialogues a year
    prior: the pace that the plan asks for, 1.666 dialogues a year, weighing as much as one
        event
    batches: periods vary no more than single events do
== EXIT 0
== RUN tameel forecast --target 1.1.1-1 --as-of 2024-07-24 | sed -n 4,5p
== OUT
as of       by what is verified  by what is reported  why
2024-07-24  cannot tell yet      64 %                 1 report of 91 days; 2 reports of 180 days are
== EXIT 0
# Two more quarters; then the fifth is reported, and once that is verified it is met.
== CLOCK 2025-01-15
== RUN for quarter in Q3 Q4; do tameel report 1.1.1-1 --period 2024-$quarter --value 1 --evidence list.txt --grade B --self-rating on_track && tameel review 1.1.1-1 --period 2024-$quarter --institution tdap --verify --grade B; done > receipts; tameel report 1.1.1-1 --period 2025-Q1 --value 1 --evidence list.txt --grade B --self-rating met > receipt; tameel forecast --target 1.1.1-1 --history | sed -n 4,20p
== OUT
as of       by what is verified  by what is reported  why
2024-04-30  cannot tell yet      cannot tell yet      1 report of 91 days; 2 reports of 180 days are
                                                      needed
2024-05-31  cannot tell yet      cannot tell yet      1 report of 91 days; 2 reports of 180 days are
                                                      needed
2024-06-30  cannot tell yet      cannot tell yet      1 report of 91 days; 2 reports of 180 days are
                                                      needed
2024-07-31  64 %                 64 %
2024-08-31  64 %                 64 %
2024-09-30  64 %                 64 %
2024-10-31  64 %                 64 %
2024-11-30  64 %                 64 %
2024-12-31  64 %                 64 %
2025-01-15  91 %                 yes

by what is verified
  how likely: 91.1 percent  [docs/methods/targets.md]
== EXIT 0
== CLOCK 2025-01-20
== RUN tameel review 1.1.1-1 --period 2025-Q1 --institution tdap --verify --grade B > receipt; tameel forecast --target 1.1.1-1 --json | python3 -c '
import json, sys
told = json.load(sys.stdin)
print(told["target"], told["requirement"], told["strategy"]["exercise"])
for day in told["days"]:
    for footing in ("verified", "reported"):
        chance = day[footing]
        print(day["as_of"], footing, chance["probability"], chance["known"], chance["reports"], chance["reason"])'
== OUT
1.1.1-1 at least 5 dialogues by 2025-12-31 False
2025-01-20 verified 1 True 5 5 dialogues verified, 5 dialogues promised
2025-01-20 reported 1 True 5 5 dialogues verified, 5 dialogues promised
== EXIT 0
# All targets of the strategy, in its order.
== RUN tameel forecast --targets
== OUT
A small strategy, as of 2025-01-20
how likely each target is met by its due date

target   due         verified         reported         what, and why
1.1.1-1  2025-12-31  yes              yes              Five dialogues held: 5 dialogues verified, 5
                                                       dialogues promised
1.1.2-1  2026-06-30  cannot tell yet  cannot tell yet  Half of the firms see the sector recognized:
                                                       nothing is verified on evidence of grade B or
                                                       better; as reported: no report stands
1.1.2-2  2026-12-31  cannot tell yet  cannot tell yet  Report of the survey published: nothing is
                                                       verified on evidence of grade B or better; as
                                                       reported: no report stands
== EXIT 0
# What a statistic measures has its outlook as an outcome.
== RUN tameel forecast --target exports-fy2024
== ERR
tameel: E0422 target: exports-fy2024 is an outcome: a statistic measures it, nobody reports it
== EXIT 1
== RUN tameel forecast --target 9.9.9-9
== ERR
tameel: E0420 target: no target has the code "9.9.9-9"
== EXIT 1
== RUN tameel forecast --targets --history
== ERR
tameel: E0808: --history excludes --targets
tameel: tameel forecast --help shows how
== EXIT 2
== RUN tameel forecast --target 1.1.1-1 --track-record
== ERR
tameel: E0808: --target excludes --track-record
tameel: tameel forecast --help shows how
== EXIT 2
== RUN tameel forecast --targets --target 1.1.1-1
== ERR
tameel: E0808: --target excludes --targets
tameel: tameel forecast --help shows how
== EXIT 2
# The printed plan leaves most open, and nobody has reported: nothing can be said.
== COPY strategies/pakistan-bpo-2023 AS strategy
== CLOCK 2026-11-20
== RUN tameel init strategy --store real.db > init.txt && tameel forecast --store real.db --targets --json | python3 -c '
import collections, json, sys
told = json.load(sys.stdin)
print(len(told["targets"]), told["strategy"]["exercise"])
print(collections.Counter(day["verified"]["probability"] for target in told["targets"] for day in target["days"]))
print(collections.Counter(day["verified"]["reason"] for target in told["targets"] for day in target["days"]).most_common())'
== OUT
47 False
Counter({None: 47})
[('the plan states no due date', 41), ('the due date has passed; what counts now is which reports come and are verified', 4), ('nothing is verified on evidence of grade B or better', 2)]
== EXIT 0
# An exercise says of itself that it is no fact, before and after.
== CLOCK 2026-11-22
== RUN tameel exercise strategy --store one.db --entries 2000 --seed 7 > played && tameel forecast --targets --store one.db --as-of 2025-06-30 > board; sed -n -e 1,13p -e '$p' board; grep -c '^[0-9]' board
== OUT
EXERCISE, NOT FACT
Pakistan Business Process Outsourcing Export Strategy 2023-2027, as of 2025-06-30
how likely each target is met by its due date

target   due         verified         reported         what, and why
1.1.1-1  2026-12-31  77 %             77 %             At least five public-private dialogues held
1.1.1-2  2026-06-30  36 %             42 %             A BPO and KPO industry association
                                                       established
1.1.1-3  2026-06-30  38 %             43 %             Articles of incorporation of the association
                                                       drawn up
1.1.1-4  2023-12-31  no               no               The council of the association appointed for
                                                       its first year: not done when the due date,
                                                       2023, passed
EXERCISE, NOT FACT
47
== EXIT 0
== RUN tameel forecast --target 3.1.2-1 --store one.db --as-of 2024-12-31
== OUT
EXERCISE, NOT FACT
3.1.2-1  Two engagement sessions held every year
at least 2 sessions a year by 2027-12-31; how likely, from what was recorded by each day

as of       by what is verified  by what is reported  why
2024-12-31  <1 %                 no

by what is verified
  how likely: 0.4 percent  [docs/methods/targets.md]
    method: the pace of the reports goes on: a gamma-Poisson pace, so that what is to come
        is negative binomial
    so far: 1 session in 1.50 years: 0.6677 sessions a year
    prior: the pace that the plan asks for, 2 sessions a year, weighing as much as one event
    batches: periods vary no more than single events do
    assumed: the pace stays as it was
    assumed: periods that are not reported, or not verified, had the same pace
    years: 5 years still lack something, and each must reach its value
    what would change it: 9 sessions in the 3.50 years that are open, 2.57 sessions a year,
        against 0.6677 sessions a year so far
    what would change it: 1 report waiting for a verifier
    verified reports: 6  [the journal]
      2023-Q1: 0  [journal entry 304]
      2023-Q2: 0  [journal entry 447]
      2023-Q3: 0  [journal entry 590]
      2024-Q1: 1  [journal entry 850]
      2024-Q2: 0  [journal entry 980]
      2024-Q3: 0  [journal entry 1102]

by what is reported
  how likely: not met  [docs/methods/targets.md]
    reports that stand: 7  [the journal]
      2023-Q1: 0  [journal entry 304]
      2023-Q2: 0  [journal entry 447]
      2023-Q3: 0  [journal entry 590]
      2023-Q4: 0  [journal entry 725]
      2024-Q1: 1  [journal entry 850]
      2024-Q2: 0  [journal entry 980]
      2024-Q3: 0  [journal entry 1102]
    why: 0 sessions reported for 2023, 2 promised
EXERCISE, NOT FACT
== EXIT 0
== RUN tameel forecast --target 1.1.1-2 --store one.db --as-of 2025-06-30 | sed -n -e 1,18p -e '$p'
== OUT
EXERCISE, NOT FACT
1.1.1-2  A BPO and KPO industry association established
done by 2026-06-30; how likely, from what was recorded by each day

as of       by what is verified  by what is reported  why
2025-06-30  36 %                 42 %

by what is verified
  how likely: 36.4 percent  [docs/methods/targets.md]
    method: as timely as the milestones of this record were: a constant hazard in each of
        four stretches of the planned time
    so far: 0 of 15 milestones by their due date; not done in 64 percent of its own time
    hazards: 0.04, 0.08, 0.17 and 0.30 in the stretches to a half, three quarters, nine
        tenths and the whole of the planned time
    prior: half of what is planned is done when it is due, with the weight of one milestone
        in each stretch
    assumed: this one is like the others; when within a period it was done does not matter
    what would change it: a report that it is done, in the 1.25 years that are left
EXERCISE, NOT FACT
== EXIT 0
== RUN tameel forecast --target 2.1.6-1 --store one.db --as-of 2025-06-30 | sed -n -e 1,18p -e '$p'
== OUT
EXERCISE, NOT FACT
2.1.6-1  At least half of the tertiary institutions engaged to introduce new courses
at least 50 percent by 2027-12-31; how likely, from what was recorded by each day

as of       by what is verified  by what is reported  why
2025-06-30  62 %                 62 %

by what is verified
  how likely: 62.5 percent  [docs/methods/targets.md]
    method: of all units so many change in each period as did so far, as the plan's straight
        path has it: beta-binomial
    so far: 62 of 200; 2.3 percent of all change in a period
    prior: the pace that the plan asks for, 2.0 percent of all in a period, weighing as much
        as one period
    batches: units of one report move together: they weigh as 10
    assumed: what has changed stays changed, and how many there are stays as last reported
    what would change it: 38 more in the 11.0 periods that are left
    verified reports: 9  [the journal]
EXERCISE, NOT FACT
== EXIT 0
== RUN tameel forecast --targets --store one.db --json | grep -c '"exercise": true'
== OUT
1
== EXIT 0
