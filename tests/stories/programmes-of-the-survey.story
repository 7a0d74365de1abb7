# Twenty programmes stand in the Economic Survey and in the strategy; what is planned has no figure yet.
== COPY strategies/pakistan-bpo-2023 AS strategy
== CLOCK 2024-03-01
== RUN tameel programme list --strategy strategy
== OUT
20 programmes, as of 2024-03-01

  national-incubation-centers  incubation       IGNITE                                  more than 1,317 → more than 660 startups
  challenge-innovation-fund    fund             IGNITE                                  899 → 451 → 114 projects
  cybersecurity-hackathon      contest          IGNITE                                  903 → 315 → 33 teams
  digiskills                   training         IGNITE                                  3 counts
  grassroots-research          research         IGNITE                                  2 counts
  professional-certification   certification    pseb                                    550 persons
  readiness-bootcamp           training         pseb                                    - → 2,108 persons
  soft-skills                  training         pseb                                    - → 250 persons
  academia-bridge              training         pseb                                    1,600 persons
  ict-internship               internship       pseb                                    780 persons
  company-certification        certification    pseb                                    1 count
  call-centre-certification    certification    pseb                                    1 count
  software-technology-parks    technology park  pseb                                    9 counts
  usf-broadband                infrastructure   Universal Service Fund                  13,164 of 18,397 mauzas
  usf-backhaul                 infrastructure   Universal Service Fund                  more than 12,800 of 18,575 km
  ntc-development              infrastructure   National Telecommunication Corporation  2 counts
  census-call-centre           infrastructure   National Telecommunication Corporation  1 count
  conversion-courses           conversion       mofept                                  no figure is known
  basic-skills                 training         mofept                                  no figure is known
  rent-scheme                  rent             mof                                     no figure is known

alert: usf-broadband: Mauzas served: the work runs ahead of the money by about 14.8 points
alert: usf-broadband: Population served: the work runs ahead of the money by about 25.0 points
alert: usf-broadband: Road served: the work runs ahead of the money by about 11.2 points
alert: usf-backhaul: Fibre deployed: the work runs ahead of the money by about 13.1 points
== EXIT 0
# A fund with three stages: how many went on, and between which shares another such round could lie.
== RUN tameel programme show challenge-innovation-fund --strategy strategy
== OUT
Challenge Innovation Fund
fund of IGNITE, as of 2024-03-01

projects, 2023-03-31
  Received                            899  ████████████████████████████████
  Scrutinized for outline evaluation  451  ████████████████                  50.2 % (46.9 to 53.4), 448 did not
  Shortlisted for full proposal       114  ████                              25.3 % (21.5 to 29.5), 337 did not
  of all received: 12.7 %

counts
  Thematic areas  11 areas  on  2023-03-31  F083
  Phases          3 phases  on  2023-03-31  F084

earned value
  cannot tell: no task with a budget and a schedule

what is reported
  stage    received           Received                            projects
  stage    outline-evaluated  Scrutinized for outline evaluation  projects
  stage    shortlisted        Shortlisted for full proposal       projects
  measure  areas              Thematic areas                      areas     stock
  measure  phases             Phases                              phases    stock

note: The first of its phases is completed; no money is printed.
== EXIT 0
== RUN tameel programme show cybersecurity-hackathon --strategy strategy
== OUT
Digital Pakistan Cybersecurity Hackathon
contest of IGNITE, as of 2024-03-01

teams, 2022
  Registered                             903  ████████████████████████████████
  Shortlisted for the qualifying rounds  315  ███████████                       34.9 % (31.8 to 38.1), 588 did not
  In the grand finale                     33  █                                 10.5 % (7.6 to 14.3), 282 did not
  of all registered: 3.7 %

counts
  Regional qualifiers                 5 events  in  2022  F091
  Prize of the winner            3 million PKR  in  2022  F094
  Prize of the first runner-up   2 million PKR  in  2022  F093
  Prize of the second runner-up  1 million PKR  in  2022  F092

earned value
  cannot tell: no task with a budget and a schedule

what is reported
  stage    registered              Registered                             teams
  stage    shortlisted             Shortlisted for the qualifying rounds  teams
  stage    final                   In the grand finale                    teams
  measure  qualifiers              Regional qualifiers                    events  flow
  measure  prize-winner            Prize of the winner                    PKR     flow
  measure  prize-first-runner-up   Prize of the first runner-up           PKR     flow
  measure  prize-second-runner-up  Prize of the second runner-up          PKR     flow
== EXIT 0
# "More than 1,317" and "more than 660" leave neither bound of the share: it is about 50 percent.
== RUN tameel programme show national-incubation-centers --strategy strategy | head -7
== OUT
National Incubation Centers for start-ups
incubation of IGNITE, as of 2024-03-01

startups, 2023-03-31
  Incubated  more than 1,317  ████████████████████████████████
  Graduated    more than 660  ████████████████                  about 50.1 % (47.4 to 52.8), about 657 did not
== EXIT 0
# How many enrolled was not printed. It is not made up from those trained and those in training.
== RUN tameel programme show readiness-bootcamp --strategy strategy
== OUT
IT Industry Readiness Bootcamp
training of Pakistan Software Export Board, as of 2024-03-01

persons, 2022-07-01/2023-03-31
  Enrolled      -
  Trained   2,108  ████████████████████████████████  no count of Enrolled

counts
  In training  1,134 persons  on  2023-03-31  F049

earned value
  cannot tell: no task with a budget and a schedule

what is reported
  stage    enrolled     Enrolled     persons  entered
  stage    trained      Trained      persons  left
  measure  in-training  In training  persons  stock

note: How many enrolled is not printed: who dropped out is in neither figure, so they are not added.
== EXIT 0
# Fibre: 68.9 percent laid, 55.8 percent paid. The half-year is a part of what was done since inception and is
# not added to it; nodes are paid from the same money, so the two costs a unit are not additive.
== RUN tameel programme show usf-backhaul --strategy strategy
== OUT
Universal Service Fund: backhaul services
infrastructure of Universal Service Fund, as of 2024-03-01
alert: Fibre deployed: the work runs ahead of the money by about 13.1 points

counts
  Projects launched                        25 projects  since inception, until  2022-12-31  F117
  Projects launched                         2 projects  in                      FY2023-H1   F124
  Money approved               about 35.71 billion PKR  since inception, until  2022-12-31  F118
  Money approved                about 5.49 billion PKR  in                      FY2023-H1   F125
  Fibre deployed, aimed at                   18,575 km  since inception, until  2022-12-31  F119
  Fibre deployed, aimed at                    1,339 km  in                      FY2023-H1   F126
  Nodes established, aimed at              1,272 nodes  since inception, until  2022-12-31  F120
  Nodes established, aimed at                143 nodes  in                      FY2023-H1   F127
  Fibre deployed                   more than 12,800 km  since inception, until  2022-12-31  F121
  Fibre deployed                      more than 950 km  in                      FY2023-H1   F128
  Nodes established                          745 nodes  since inception, until  2022-12-31  F122
  Nodes established                           87 nodes  in                      FY2023-H1   F129
  Money disbursed              about 19.93 billion PKR  since inception, until  2022-12-31  F123
  Money disbursed               about 3.44 billion PKR  in                      FY2023-H1   F130

physical against financial progress, since inception
  Fibre deployed, 2022-12-31
    done                    more than 12,800 of 18,575 km                   more than 68.9 %
    disbursed               about 19.93 billion of about 35.71 billion PKR  about 55.8 %
    gap                     about +13.1 points
    cost a unit, approved   about 1,922,476 PKR
    cost a unit, disbursed  about 1,557,031 PKR
  Nodes established, 2022-12-31
    done                    745 of 1,272 nodes                              58.6 %
    disbursed               about 19.93 billion of about 35.71 billion PKR  about 55.8 %
    gap                     about +2.8 points
    cost a unit, approved   about 28,073,899 PKR
    cost a unit, disbursed  about 26,751,678 PKR

earned value
  cannot tell: no task with a budget and a schedule

what is reported
  measure  projects  Projects launched  projects  flow
  measure  fibre     Fibre deployed     km        flow
  measure  nodes     Nodes established  nodes     flow

note: one amount of money pays for Fibre deployed and Nodes established: the cost a unit of each carries all of it, so that these costs are not additive

note: One subsidy pays for fibre and nodes. Approved is the value of the projects launched.
== EXIT 0
== RUN tameel programme show usf-backhaul --strategy strategy --json | python3 -c '
import json, sys
for output in json.load(sys.stdin)["outputs"]:
    print(output["measure"], *(round(output[key]["value"], 1) for key in ("physical_percent", "financial_percent", "gap_points")), output["alert"])
'
== OUT
fibre 68.9 55.8 13.1 True
nodes 58.6 55.8 2.8 False
== EXIT 0
# What is planned has stages and no counts.
== RUN tameel programme show rent-scheme --strategy strategy
== OUT
Six-month rent subsidy
rent of Ministry of Finance and Revenue, as of 2024-03-01

physical against financial progress, since inception
  Months of rent paid: nothing is known yet

earned value
  cannot tell: no task with a budget and a schedule

what is reported
  stage    applied     Applied               firms
  stage    eligible    Found eligible        firms
  stage    subsidized  Subsidized            firms   entered
  stage    completed   Completed six months  firms   left
  measure  months      Months of rent paid   months  flow

note: Planned by the strategy; no figure of it is known. The owner is reconstructed: the table of the plan of action has lost its lead.
== EXIT 0
# The Survey was published in June 2023; the day before its month ended nobody knew its figures.
== RUN tameel programme list --strategy strategy --as-of 2023-06-29 | head -4
== OUT
20 programmes, as of 2023-06-29

  national-incubation-centers  incubation       IGNITE                                  no figure is known
  challenge-innovation-fund    fund             IGNITE                                  no figure is known
== EXIT 0
# The export is an OC4IDS project.
== RUN tameel programme export usf-backhaul --strategy strategy | python3 -c '
import json, sys
project = json.load(sys.stdin)
print(project["budget"]["amount"])
for metric in project["metrics"]:
    print(metric["id"], [observation.get("measure", observation.get("value")) for observation in metric["observations"]])
'
== OUT
{'amount': 35710000000, 'currency': 'PKR'}
measure-projects [25, 2]
money-approved-PKR [{'amount': 35710000000, 'currency': 'PKR'}, {'amount': 5490000000, 'currency': 'PKR'}]
measure-fibre [12800, 950]
measure-nodes [745, 87]
money-disbursed-PKR [{'amount': 19930000000, 'currency': 'PKR'}, {'amount': 3440000000, 'currency': 'PKR'}]
physicalProgress [68.90982503364738, 58.569182389937104]
financialProgress [55.81069728367404, 55.81069728367404]
== EXIT 0
