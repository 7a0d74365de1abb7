# What the plan costs, who pays, and what is missing: a year of money in two currencies, as the secretariat
# enters it. Nothing is counted twice, nothing that is not costed is counted as 0.
== COPY tests/fixtures/small
== CLOCK 2023-07-03
== STORE store.db FROM small
== DECIDED 2023/2
# Two steps stand in the working plan of the first activity.
== RUN tameel amend 1.1.1 --set 'steps=[{"title":"Book the halls","from":"2023-07-01","until":"2023-12-31"},{"title":"Invite the firms","from":"2024-01-01","until":"2024-06-30"}]' --reason "Steps are agreed" --decision 2023/2
== OUT
entry 3 recorded at 2023-07-03T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# The chart of accounts: what money is spent on.
== RUN tameel fund account A03 --title "Operating expenses"
== OUT
entry 4 recorded at 2023-07-03T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel fund account A03-9 --title "Exhibitions and meetings" --parent A03
== OUT
entry 5 recorded at 2023-07-03T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel fund account A13 --title "Repairs and equipment"
== OUT
entry 6 recorded at 2023-07-03T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# What the steps of 1.1.1 cost in the fiscal year 2024, and the whole of it in the year after. An estimate is
# replaced by a quotation when it comes; the estimate stays visible.
== RUN tameel fund budget hall --subject 1.1.1/1 --year FY2024 --account A03-9 --amount 9000000 --currency PKR --basis estimate --title "Halls for three dialogues"
== OUT
entry 7 recorded at 2023-07-03T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel fund budget invite --subject 1.1.1/2 --year FY2024 --account A03 --amount 20000 --currency PKR --basis estimate --title "Letters and calls"
== OUT
entry 8 recorded at 2023-07-03T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel fund budget later --subject 1.1.1 --year FY2025 --account A03-9 --amount 12000000 --currency PKR --basis estimate --title "Two more dialogues"
== OUT
entry 9 recorded at 2023-07-03T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# Rates of some days come as a file, that of one day by hand: rupees for a dollar (the rates are made up). The second
# and third of September are a weekend.
== CLOCK 2023-09-02
== FILE rates.csv
FREQ,CURRENCY,CURRENCY_DENOM,period,value,published,source,publisher
D,PKR,USD,2023-08-31,305.50,2023-08-31,a-bank,A bank
D,PKR,USD,2023-09-01,305.75,2023-09-01,a-bank,A bank
== RUN tameel load rates.csv
== OUT
2 rows, 2 observations in 1 series from 1 source
dates of publication: 0 are only a month, 0 are unknown and estimated
entry 10 recorded at 2023-09-02T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== CLOCK 2023-09-04
# The World Bank pledges dollars on a Monday without a rate: that of the Friday before counts, three days back.
== RUN tameel fund record wb-dialogues --funder world-bank --subject 1.1.1 --year FY2024 --stage pledge --amount 25000 --currency USD
== OUT
entry 11 recorded at 2023-09-04T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# The ministry pledges rupees.
== RUN tameel fund record psdp-24 --funder moitt --subject 1.1.1 --year FY2024 --stage pledge --amount 1500000.50 --currency PKR
== OUT
entry 12 recorded at 2023-09-04T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel fund record usf-1 --funder pasha --subject 1.1.2 --year FY2025 --stage prospect --amount 400000 --currency PKR
== OUT
entry 13 recorded at 2023-09-04T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel fund gap
== OUT
Costs against money
A small strategy, as of 2023-09-04
costs and funds in PKR, counted by activity; other currencies at the rate of each entry's own day

all fiscal years                             cost  committed       pledged   prospects            gap  after pledges
all                                 21,020,000.00       0.00  9,143,750.50  400,000.00  21,020,000.00  11,876,249.50
1                 Be known          21,020,000.00       0.00  9,143,750.50  400,000.00  21,020,000.00  11,876,249.50
1.1               Be known at home  21,020,000.00       0.00  9,143,750.50  400,000.00  21,020,000.00  11,876,249.50
1.1.1             Hold dialogues    21,020,000.00       0.00  9,143,750.50        0.00  21,020,000.00  11,876,249.50
1.1.1/1           Book the halls     9,000,000.00          -             -           -   funded above   funded above
1.1.1/2           Invite the firms      20,000.00          -             -           -   funded above   funded above
1.1.2             Ask the firms        not costed       0.00          0.00  400,000.00     not costed     not costed

all fiscal years  disbursed  spent  absorbed
all                    0.00   0.00         -
1                      0.00   0.00         -
1.1                    0.00   0.00         -
1.1.1                  0.00   0.00         -
1.1.1/1                   -      -         -
1.1.1/2                   -      -         -
1.1.2                  0.00   0.00         -

FY2024                             cost  committed       pledged  prospects           gap  after pledges
all                        9,020,000.00       0.00  9,143,750.50       0.00  9,020,000.00    -123,750.50
1        Be known          9,020,000.00       0.00  9,143,750.50       0.00  9,020,000.00    -123,750.50
1.1      Be known at home  9,020,000.00       0.00  9,143,750.50       0.00  9,020,000.00    -123,750.50
1.1.1    Hold dialogues    9,020,000.00       0.00  9,143,750.50       0.00  9,020,000.00    -123,750.50
1.1.1/1  Book the halls    9,000,000.00          -             -          -  funded above   funded above
1.1.1/2  Invite the firms     20,000.00          -             -          -  funded above   funded above

FY2024   disbursed  spent  absorbed
all           0.00   0.00         -
1             0.00   0.00         -
1.1           0.00   0.00         -
1.1.1         0.00   0.00         -
1.1.1/1          -      -         -
1.1.1/2          -      -         -

FY2025                             cost  committed  pledged   prospects            gap  after pledges
all                       12,000,000.00       0.00     0.00  400,000.00  12,000,000.00  12,000,000.00
1       Be known          12,000,000.00       0.00     0.00  400,000.00  12,000,000.00  12,000,000.00
1.1     Be known at home  12,000,000.00       0.00     0.00  400,000.00  12,000,000.00  12,000,000.00
1.1.1   Hold dialogues    12,000,000.00          -        -           -  12,000,000.00  12,000,000.00
1.1.2   Ask the firms        not costed       0.00     0.00  400,000.00     not costed     not costed

FY2025  disbursed  spent  absorbed
all          0.00   0.00         -
1            0.00   0.00         -
1.1          0.00   0.00         -
1.1.1           -      -         -
1.1.2        0.00   0.00         -

1 of 2 activities are costed

USD of 2023-09-04 at PKR 305.75 of 2023-09-01 (a-bank)
== EXIT 0
# In October the quotation for the halls comes; the bank commits most of its pledge and pays a first part, of which a
# half is spent by December.
== CLOCK 2023-10-16
== RUN tameel fund rate USD 277 --on 2023-10-16 --source a-bank
== OUT
entry 14 recorded at 2023-10-16T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel fund budget hall --subject 1.1.1/1 --year FY2024 --account A03-9 --amount 8400000 --currency PKR --basis quotation --title "Halls for three dialogues"
== OUT
entry 15 recorded at 2023-10-16T09:00:00.000000Z
leaf hash <any>
in the place of entry 7: estimate of PKR 9000000.00 for 1.1.1/1 in FY2024
== EXIT 0
== RUN tameel fund record wb-dialogues --funder world-bank --subject 1.1.1 --year FY2024 --stage commitment --amount 20000 --currency USD
== OUT
entry 16 recorded at 2023-10-16T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel fund record wb-dialogues --funder world-bank --subject 1.1.1 --year FY2024 --stage disbursement --amount 10000 --currency USD
== OUT
entry 17 recorded at 2023-10-16T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== CLOCK 2023-12-20
== RUN tameel fund rate USD 282.40 --on 2023-12-19 --source a-bank
== OUT
entry 18 recorded at 2023-12-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel fund record wb-dialogues --funder world-bank --subject 1.1.1 --year FY2024 --stage expenditure --amount 5000 --currency USD
== OUT
entry 19 recorded at 2023-12-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# The ministry's pledge becomes a commitment. It is typed with a zero too many: the next day a correction names the
# entry, which stays in the journal.
== RUN tameel fund record psdp-24 --funder moitt --subject 1.1.1 --year FY2024 --stage commitment --amount 15000000 --currency PKR
== OUT
entry 20 recorded at 2023-12-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== CLOCK 2023-12-21
== RUN tameel fund record psdp-24 --funder moitt --subject 1.1.1 --year FY2024 --stage commitment --amount 1500000 --currency PKR --on 2023-12-20 --corrects 20
== OUT
entry 21 recorded at 2023-12-21T09:00:00.000000Z
leaf hash <any>
in the place of entry 20: commitment of PKR 15000000.00 of fund psdp-24 for 1.1.1 in FY2024
== EXIT 0
== RUN tameel fund pipeline
== OUT
The money of each fund, from prospect to expenditure
A small strategy, as of 2023-12-21
each in its own currency

fund          for    in      funder           prospect        pledge  not committed    commitment
wb-dialogues  1.1.1  FY2024  world-bank  USD         -        25,000          5,000        20,000
psdp-24       1.1.1  FY2024  moitt       PKR         -  1,500,000.50           0.50  1,500,000.00
usf-1         1.1.2  FY2025  pasha       PKR   400,000             -              0             -

fund          for    in      disbursement  expenditure  absorbed
wb-dialogues  1.1.1  FY2024        10,000        5,000     50.0%
psdp-24       1.1.1  FY2024             -            -         -
usf-1         1.1.2  FY2025             -            -         -

USD of 2023-09-04 at PKR 305.75 of 2023-09-01 (a-bank)
USD of 2023-10-16 at PKR 277 of 2023-10-16 (a-bank)
USD of 2023-12-20 at PKR 282.40 of 2023-12-19 (a-bank)
== EXIT 0
== RUN tameel fund gap
== OUT
Costs against money
A small strategy, as of 2023-12-21
costs and funds in PKR, counted by activity; other currencies at the rate of each entry's own day

all fiscal years                             cost     committed       pledged   prospects            gap  after pledges
all                                 20,420,000.00  7,040,000.00  1,528,750.50  400,000.00  13,380,000.00  11,851,249.50
1                 Be known          20,420,000.00  7,040,000.00  1,528,750.50  400,000.00  13,380,000.00  11,851,249.50
1.1               Be known at home  20,420,000.00  7,040,000.00  1,528,750.50  400,000.00  13,380,000.00  11,851,249.50
1.1.1             Hold dialogues    20,420,000.00  7,040,000.00  1,528,750.50        0.00  13,380,000.00  11,851,249.50
1.1.1/1           Book the halls     8,400,000.00             -             -           -   funded above   funded above
1.1.1/2           Invite the firms      20,000.00             -             -           -   funded above   funded above
1.1.2             Ask the firms        not costed          0.00          0.00  400,000.00     not costed     not costed

all fiscal years     disbursed         spent  absorbed
all               2,770,000.00  1,412,000.00     51.0%
1                 2,770,000.00  1,412,000.00     51.0%
1.1               2,770,000.00  1,412,000.00     51.0%
1.1.1             2,770,000.00  1,412,000.00     51.0%
1.1.1/1                      -             -         -
1.1.1/2                      -             -         -
1.1.2                     0.00          0.00         -

FY2024                             cost     committed       pledged  prospects           gap  after pledges
all                        8,420,000.00  7,040,000.00  1,528,750.50       0.00  1,380,000.00    -148,750.50
1        Be known          8,420,000.00  7,040,000.00  1,528,750.50       0.00  1,380,000.00    -148,750.50
1.1      Be known at home  8,420,000.00  7,040,000.00  1,528,750.50       0.00  1,380,000.00    -148,750.50
1.1.1    Hold dialogues    8,420,000.00  7,040,000.00  1,528,750.50       0.00  1,380,000.00    -148,750.50
1.1.1/1  Book the halls    8,400,000.00             -             -          -  funded above   funded above
1.1.1/2  Invite the firms     20,000.00             -             -          -  funded above   funded above

FY2024      disbursed         spent  absorbed
all      2,770,000.00  1,412,000.00     51.0%
1        2,770,000.00  1,412,000.00     51.0%
1.1      2,770,000.00  1,412,000.00     51.0%
1.1.1    2,770,000.00  1,412,000.00     51.0%
1.1.1/1             -             -         -
1.1.1/2             -             -         -

FY2025                             cost  committed  pledged   prospects            gap  after pledges
all                       12,000,000.00       0.00     0.00  400,000.00  12,000,000.00  12,000,000.00
1       Be known          12,000,000.00       0.00     0.00  400,000.00  12,000,000.00  12,000,000.00
1.1     Be known at home  12,000,000.00       0.00     0.00  400,000.00  12,000,000.00  12,000,000.00
1.1.1   Hold dialogues    12,000,000.00          -        -           -  12,000,000.00  12,000,000.00
1.1.2   Ask the firms        not costed       0.00     0.00  400,000.00     not costed     not costed

FY2025  disbursed  spent  absorbed
all          0.00   0.00         -
1            0.00   0.00         -
1.1          0.00   0.00         -
1.1.1           -      -         -
1.1.2        0.00   0.00         -

1 of 2 activities are costed

USD of 2023-09-04 at PKR 305.75 of 2023-09-01 (a-bank)
USD of 2023-10-16 at PKR 277 of 2023-10-16 (a-bank)
USD of 2023-12-20 at PKR 282.40 of 2023-12-19 (a-bank)
== EXIT 0
# Every record with its entry, and what took its place; the lines likewise.
== RUN tameel fund records --fund psdp-24
== OUT
Every record of money
A small strategy, as of 2023-12-21

entry  on          fund     funder  for    in      stage                  amount  replaces  replaced by
   12  2023-09-04  psdp-24  moitt   1.1.1  FY2024  pledge       PKR 1,500,000.50
   20  2023-12-20  psdp-24  moitt   1.1.1  FY2024  commitment  PKR 15,000,000.00                     21
   21  2023-12-20  psdp-24  moitt   1.1.1  FY2024  commitment   PKR 1,500,000.00        20
== EXIT 0
== RUN tameel fund records --activity 1.1.2
== OUT
Every record of money
A small strategy, as of 2023-12-21

entry  on          fund   funder  for    in      stage             amount  replaces  replaced by
   13  2023-09-04  usf-1  pasha   1.1.2  FY2025  prospect  PKR 400,000.00
== EXIT 0
== RUN tameel fund lines
== OUT
Every budget line
A small strategy, as of 2023-12-21

entry  on          line    for      in      account  basis                 amount  replaces  replaced by
    7  2023-07-03  hall    1.1.1/1  FY2024  A03-9    estimate    PKR 9,000,000.00                     15
    8  2023-07-03  invite  1.1.1/2  FY2024  A03      estimate       PKR 20,000.00
    9  2023-07-03  later   1.1.1    FY2025  A03-9    estimate   PKR 12,000,000.00
   15  2023-10-16  hall    1.1.1/1  FY2024  A03-9    quotation   PKR 8,400,000.00         7

entry  title
    7  Halls for three dialogues
    8  Letters and calls
    9  Two more dialogues
   15  Halls for three dialogues
== EXIT 0
# One activity in one fiscal year alone.
== RUN tameel fund gap --activity 1.1.1 --year FY2025
== OUT
Costs against money of 1.1.1 in FY2025
A small strategy, as of 2023-12-21
costs and funds in PKR, counted by activity; other currencies at the rate of each entry's own day

FY2025                        cost  committed  pledged  prospects         gap  after pledges  disbursed  spent  absorbed
1.1.1   Hold dialogues  12,000,000          -        -          -  12,000,000     12,000,000          -      -         -

1 of 1 activities are costed
== EXIT 0
== RUN tameel fund gap --activity 1.1.1 --by funder --year FY2024
== OUT
Costs against money of 1.1.1 in FY2024
A small strategy, as of 2023-12-21
costs and funds in PKR, counted by activity; other currencies at the rate of each entry's own day

FY2024         committed       pledged  prospects     disbursed         spent  absorbed
all         7,040,000.00  1,528,750.50       0.00  2,770,000.00  1,412,000.00     51.0%
moitt       1,500,000.00          0.50       0.00          0.00          0.00         -
world-bank  5,540,000.00  1,528,750.00       0.00  2,770,000.00  1,412,000.00     51.0%

USD of 2023-09-04 at PKR 305.75 of 2023-09-01 (a-bank)
USD of 2023-10-16 at PKR 277 of 2023-10-16 (a-bank)
USD of 2023-12-20 at PKR 282.40 of 2023-12-19 (a-bank)
== EXIT 0
# What has neither costs nor money is not costed; what is no part of the plan is told.
== RUN tameel fund gap --activity 1.1.2 --year FY2024 | tail -4
== OUT
FY2024                       cost  committed  pledged  prospects         gap  after pledges  disbursed  spent  absorbed
1.1.2   Ask the firms  not costed          -        -          -  not costed     not costed          -      -         -

0 of 1 activities are costed
== EXIT 0
== RUN tameel fund gap --activity 9.9.9
== ERR
tameel: E0462 subject: expected an operational objective, an activity or a step, found "9.9.9"
== EXIT 1
== RUN tameel fund gap --year FY2050
== ERR
tameel: E0460 fiscal_year: expected a fiscal year from FY2023 to FY2028, found "FY2050"
== EXIT 1
== RUN tameel fund records --activity 9.9.9
== ERR
tameel: E0462 subject: expected an operational objective, an activity or a step, found "9.9.9"
== EXIT 1
# By funder, and by account: an account holds what stands below it.
== RUN tameel fund gap --by funder
== OUT
Costs against money
A small strategy, as of 2023-12-21
costs and funds in PKR, counted by activity; other currencies at the rate of each entry's own day

all fiscal years     committed       pledged   prospects     disbursed         spent  absorbed
all               7,040,000.00  1,528,750.50  400,000.00  2,770,000.00  1,412,000.00     51.0%
moitt             1,500,000.00          0.50        0.00          0.00          0.00         -
pasha                     0.00          0.00  400,000.00          0.00          0.00         -
world-bank        5,540,000.00  1,528,750.00        0.00  2,770,000.00  1,412,000.00     51.0%

FY2024         committed       pledged  prospects     disbursed         spent  absorbed
all         7,040,000.00  1,528,750.50       0.00  2,770,000.00  1,412,000.00     51.0%
moitt       1,500,000.00          0.50       0.00          0.00          0.00         -
world-bank  5,540,000.00  1,528,750.00       0.00  2,770,000.00  1,412,000.00     51.0%

FY2025  committed  pledged   prospects  disbursed  spent  absorbed
all          0.00     0.00  400,000.00       0.00   0.00         -
pasha        0.00     0.00  400,000.00       0.00   0.00         -

USD of 2023-09-04 at PKR 305.75 of 2023-09-01 (a-bank)
USD of 2023-10-16 at PKR 277 of 2023-10-16 (a-bank)
USD of 2023-12-20 at PKR 282.40 of 2023-12-19 (a-bank)
== EXIT 0
== RUN tameel fund gap --by account
== OUT
Costs against money
A small strategy, as of 2023-12-21
costs and funds in PKR, counted by activity; other currencies at the rate of each entry's own day

account                            all fiscal years        FY2024         FY2025
all                                   20,420,000.00  8,420,000.00  12,000,000.00
A03      Operating expenses           20,420,000.00  8,420,000.00  12,000,000.00
  A03-9  Exhibitions and meetings     20,400,000.00  8,400,000.00  12,000,000.00
A13      Repairs and equipment                    -             -              -

USD of 2023-09-04 at PKR 305.75 of 2023-09-01 (a-bank)
USD of 2023-10-16 at PKR 277 of 2023-10-16 (a-bank)
USD of 2023-12-20 at PKR 282.40 of 2023-12-19 (a-bank)
== EXIT 0
# As of the end of September nothing was committed, and the halls were an estimate.
== RUN tameel fund gap --as-of 2023-09-30 | head -10
== OUT
Costs against money
A small strategy, as of 2023-09-30
costs and funds in PKR, counted by activity; other currencies at the rate of each entry's own day

all fiscal years                             cost  committed       pledged   prospects            gap  after pledges
all                                 21,020,000.00       0.00  9,143,750.50  400,000.00  21,020,000.00  11,876,249.50
1                 Be known          21,020,000.00       0.00  9,143,750.50  400,000.00  21,020,000.00  11,876,249.50
1.1               Be known at home  21,020,000.00       0.00  9,143,750.50  400,000.00  21,020,000.00  11,876,249.50
1.1.1             Hold dialogues    21,020,000.00       0.00  9,143,750.50        0.00  21,020,000.00  11,876,249.50
1.1.1/1           Book the halls     9,000,000.00          -             -           -   funded above   funded above
== EXIT 0
# What the record knew on the evening of the wrong commitment, it still says of that evening.
== RUN tameel fund pipeline --as-of 2023-12-20 --recorded-by 2023-12-20 | grep psdp
== OUT
psdp-24       1.1.1  FY2024  moitt       PKR         -  1,500,000.50           0.00  15,000,000.00
psdp-24       1.1.1  FY2024             -            -         -
== EXIT 0
== RUN tameel fund pipeline --as-of 2023-12-20 | grep psdp
== OUT
psdp-24       1.1.1  FY2024  moitt       PKR         -  1,500,000.50           0.50  1,500,000.00
psdp-24       1.1.1  FY2024             -            -         -
== EXIT 0
# The estimate that was replaced, and the rate of every amount.
== RUN tameel fund gap --json | python3 -c '
import json, sys
view = json.load(sys.stdin)
line = [one for one in view["lines"] if one["line"] == "hall"][0]
print(line["amount"], line["basis"], "was", [(old["on"], old["amount"], old["basis"]) for old in line["earlier"]])
for record in view["pipeline"][0]["records"]:
    print(record["seq"], record["stage"], record["on"], record["amount"], record["currency"], record["rate"], record["rate_on"], record["converted"])'
== OUT
8400000.00 quotation was [('2023-07-03', '9000000.00', 'estimate')]
11 pledge 2023-09-04 25000.00 USD 305.75 2023-09-01 7643750.00
16 commitment 2023-10-16 20000.00 USD 277 2023-10-16 5540000.00
17 disbursement 2023-10-16 10000.00 USD 277 2023-10-16 2770000.00
19 expenditure 2023-12-20 5000.00 USD 282.40 2023-12-19 1412000.00
== EXIT 0
# A year later the second year is financed as well. As of the last day of 2023 the answer is what it was then, at the
# rates that were known then.
== CLOCK 2024-09-02
== RUN tameel fund rate USD 278.60 --on 2024-08-30 --source a-bank
== OUT
entry 22 recorded at 2024-09-02T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel fund record wb-dialogues --funder world-bank --subject 1.1.1 --year FY2025 --stage commitment --amount 40000 --currency USD
== OUT
entry 23 recorded at 2024-09-02T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# The firms' association commits money for a survey whose cost nobody has told yet: it closes no gap.
== RUN tameel fund record usf-1 --funder pasha --subject 1.1.2 --year FY2025 --stage commitment --amount 100000 --currency PKR
== OUT
entry 24 recorded at 2024-09-02T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel fund gap | grep -A 15 '^FY2025'
== OUT
FY2025                             cost      committed  pledged   prospects         gap  after pledges
all                       12,000,000.00  11,244,000.00     0.00  300,000.00  856,000.00     856,000.00
1       Be known          12,000,000.00  11,244,000.00     0.00  300,000.00  856,000.00     856,000.00
1.1     Be known at home  12,000,000.00  11,244,000.00     0.00  300,000.00  856,000.00     856,000.00
1.1.1   Hold dialogues    12,000,000.00  11,144,000.00     0.00        0.00  856,000.00     856,000.00
1.1.2   Ask the firms        not costed     100,000.00     0.00  300,000.00  not costed     not costed

FY2025  disbursed  spent  absorbed
all          0.00   0.00         -
1            0.00   0.00         -
1.1          0.00   0.00         -
1.1.1        0.00   0.00         -
1.1.2        0.00   0.00         -

1 of 2 activities are costed
PKR 100,000.00 is committed to what is not costed, and closes no gap

USD of 2023-09-04 at PKR 305.75 of 2023-09-01 (a-bank)
USD of 2023-10-16 at PKR 277 of 2023-10-16 (a-bank)
USD of 2023-12-20 at PKR 282.40 of 2023-12-19 (a-bank)
USD of 2024-09-02 at PKR 278.60 of 2024-08-30 (a-bank)
== EXIT 0
== RUN tameel fund gap --as-of 2023-12-31 | grep -A 6 '^FY2025'
== OUT
FY2025                             cost  committed  pledged   prospects            gap  after pledges
all                       12,000,000.00       0.00     0.00  400,000.00  12,000,000.00  12,000,000.00
1       Be known          12,000,000.00       0.00     0.00  400,000.00  12,000,000.00  12,000,000.00
1.1     Be known at home  12,000,000.00       0.00     0.00  400,000.00  12,000,000.00  12,000,000.00
1.1.1   Hold dialogues    12,000,000.00          -        -           -  12,000,000.00  12,000,000.00
1.1.2   Ask the firms        not costed       0.00     0.00  400,000.00     not costed     not costed

FY2025  disbursed  spent  absorbed
all          0.00   0.00         -
1            0.00   0.00         -
1.1          0.00   0.00         -
1.1.1           -      -         -
1.1.2        0.00   0.00         -
== EXIT 0
# The file, its entries and all that follows from them hold.
== RUN tameel verify | head -1
== OUT
25 entries, 25 checkpoints and 11 attachments hold
== EXIT 0
