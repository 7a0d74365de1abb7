# A course whose reports contradict themselves: what may be true is recorded and told as an alert, because only who
# reported it can say which of the two is wrong.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-04-10
== STORE store.db FROM small
== RUN tameel programme cohort course 2024-A --title "First course" --seats 30 > entries
== EXIT 0
# More than 31 were admitted, and about 5 dropped out: so are those still inside.
== RUN tameel programme report course --stage admitted --cohort 2024-A --period 2024-02-01 --value 31 --qualifier at_least > entries
== EXIT 0
== RUN tameel programme report course --stage graduated --cohort 2024-A --period 2024-04-01 --value 20 > entries
== EXIT 0
== RUN tameel programme report course --stage dropped-out --cohort 2024-A --period 2024-04-01 --value 5 --qualifier about > entries
== EXIT 0
# A half of the hours for a tenth of the money.
== RUN tameel programme report course --measure hours --period 2024-03-31 --value 200 > entries
== EXIT 0
== RUN tameel programme report course --money approved --currency PKR --period 2024-03-31 --value 1000000 > entries
== EXIT 0
== RUN tameel programme report course --money disbursed --currency PKR --period 2024-03-31 --value 100000 > entries
== EXIT 0
== CLOCK 2024-07-10
# A newer report of the hours comes alone, and is lower; the gap of March stays, for it is the last that is known.
== RUN tameel programme report course --measure hours --period 2024-06-30 --value 180 > entries
== EXIT 0
== RUN tameel programme show course
== OUT
A course for agents
A small strategy, as of 2024-07-10
training of Association of Software Houses
alert: Hours taught: 180 hours until 2024-06-30 (entry 9), less than 200 hours until 2024-03-31 (entry 6): a total since
       inception never falls
alert: Hours taught: the work runs ahead of the money by 40.0 points
alert: cohort 2024-A: more than 31 entered, and it has 30 seats

persons of cohort 2024-A
  Applied               -
  Admitted   more than 31  ████████████████████████████████  no count of Applied
  Graduated            20  █████████████████████             at most 64.5 % (46.9 to 78.9), more than 11 did not
  of all applied: - (no count of Applied)

cohorts
  cohort  title         seats       entered  left  dropped out  still inside
  2024-A  First course     30  more than 31    20      about 5       about 6

counts
  Hours taught         180 hours  since inception, until  2024-06-30  entry 9
  Money approved   1 million PKR  since inception, until  2024-03-31  entry 7
  Money disbursed    100,000 PKR  since inception, until  2024-03-31  entry 8

physical against financial progress, since inception
  Hours taught, 2024-03-31; of 2024-06-30 what was done is known, and not the money
    done                    200 of 400 hours          50.0 %
    disbursed               100,000 of 1 million PKR  10.0 %
    gap                     +40.0 points
    cost a unit, approved   2,500 PKR
    cost a unit, disbursed  500 PKR

earned value
  cannot tell: no task with a budget and a schedule

what is reported
  stage    applied      Applied         persons
  stage    admitted     Admitted        persons  entered
  stage    graduated    Graduated       persons  left
  stage    dropped-out  Dropped out     persons  dropped
  measure  rooms        Rooms           rooms    stock
  measure  hours        Hours taught    hours    flow     target 400
  measure  women        Share of women  percent  stock
== EXIT 0
# The money of June: more is disbursed than was approved, and than was released.
== RUN tameel programme report course --money disbursed --currency PKR --period 2024-06-30 --value 1200000 > entries
== EXIT 0
== RUN tameel programme report course --money released --currency PKR --period 2024-06-30 --value 900000 > entries
== EXIT 0
== RUN tameel programme list
== OUT
2 programmes
A small strategy, as of 2024-07-10

  course  training         pasha                        - → more than 31 → 20 persons
  park    technology park  Provincial works department  no figure is known

alert: course: Hours taught: 180 hours until 2024-06-30 (entry 9), less than 200 hours until 2024-03-31 (entry 6): a
       total since inception never falls
alert: course: money disbursed: 1200000 PKR until 2024-06-30 (entry 10), beyond the approved 1000000 PKR until
       2024-03-31 (entry 7)
alert: course: money disbursed: 1200000 PKR until 2024-06-30 (entry 10), beyond the released 900000 PKR until 2024-06-30
       (entry 11)
alert: course: Hours taught: the work runs ahead of the money by 40.0 points
alert: course: cohort 2024-A: more than 31 entered, and it has 30 seats
== EXIT 0
