# Two years of a council, quarter by quarter. Five seats: three of the public side, one of the private side, one of
# academia. The trade development authority (TDAP) keeps the secretariat, and writes down what happens.
== COPY tests/fixtures/small
== FILE small/institutions.yaml
institutions:
  - code: moitt
    name: Ministry of Information Technology
    abbreviation: MoITT
    type: A
    capacity: 2
  - code: tdap
    name: Trade Development Authority
    abbreviation: TDAP
    type: B
  - code: fbr
    name: Revenue Board
    abbreviation: FBR
    type: A
  - code: pasha
    name: Association of Software Houses
    abbreviation: P@SHA
    type: C
  - code: university
    name: University of Engineering
    abbreviation: University
    type: D
  - code: chambers
    name: Chambers of commerce
    type: C
council:
  title: Council of the strategy
  chair: The minister
  quorum: Half of the seats
  term: Two years
  secretariat: tdap
  seats:
    - number: 1
      institution: moitt
      side: public
    - number: 2
      institution: tdap
      side: public
    - number: 3
      institution: fbr
      side: public
    - number: 4
      institution: pasha
      side: private
    - number: 5
      institution: university
      side: academia
regulations:
  - code: tax-law
    title: Income tax law
    responsible:
      - Revenue Board
# A course for firms belongs to the strategy.
== FILE small/programmes.yaml
programmes:
  - code: course
    title: Course on exporting
    kind: training
    owner: tdap
    unit: persons
    activities:
      - 1.1.1
    stages:
      - code: admitted
        title: Admitted
      - code: completed
        title: Completed
# A second constraint stands in the plan: exports are taxed twice.
== RUN cat >> small/plan.yaml <<'END'
  - code: taxed-twice
    level: market access
    title: Exports of services are taxed here and abroad
    causes:
      - No credit is given for tax that was paid abroad
    ease: 3
    urgency: 4
END
tameel check small | tail -1
== OUT
0 errors, 3 warnings; 2 activities, 3 targets, 1 outcome, 6 institutions, 1 programme
== EXIT 0
== CLOCK 2024-01-08
== STORE store.db FROM small
#
# January 2024. The first agenda of a new strategy is the list of what is open: nobody sits on the council yet, and
# nobody has said what he can carry out.
== RUN tameel council agenda
== OUT
Agenda proposed for the council's next meeting
A small strategy, as of 2024-01-08
no meeting is called

The council itself
  1 Name the holders of 5 seats: MoITT, TDAP, FBR, P@SHA, University

What is open in the working plan
  2 1.1.1 Hold dialogues
    the lead, P@SHA: confirmation, dated steps; supporters not confirmed: MoITT; the secretariat:
    verifier of 1.1.1-1
  3 1.1.2 Ask the firms
    the lead, MoITT: confirmation, dated steps; supporters not confirmed: P@SHA; the secretariat:
    verifier of 1.1.2-2

Members without any activity
  4 TDAP sits on the council and has no activity: it neither leads nor supports any
  5 FBR sits on the council and has no activity: it neither leads nor supports any
  6 University sits on the council and has no activity: it neither leads nor supports any

Load beyond the rated capacity
  7 MoITT carries more than its rated capacity
    it leads 1 and supports 1 of 2 activities; a load of 1.25 against 1.0 for a capacity rated 2
== EXIT 0
# Each seat gets a holder for two years. The names are kept apart; here stand identifiers. Then the meetings are
# called, one a quarter.
== RUN (tameel council appoint moitt --holder secretary-it --name "Fatima Ali"
tameel council appoint tdap --holder director-tdap --name "Bilal Khan"
tameel council appoint fbr --holder member-policy --name "Sana Mir"
tameel council appoint pasha --holder chairman-pasha --name "Omar Aziz"
tameel council appoint university --holder dean-one --name "Nadia Shah"
tameel council schedule --on 2024-01-22 --repeat 7 --time 10:30 --place "Committee room"
) | grep -c "^entry"
== OUT
6
== EXIT 0
== RUN tameel council seats
== OUT
Council of the strategy
A small strategy, as of 2024-01-08
quorum: 3 of 5 seats (half of the seats); chair: The minister; term: Two years

seat  institution  side      holder                                                    alternate
1     MoITT        public    Fatima Ali (secretary-it) from 2024-01-08 to 2026-01-07   -
2     TDAP         public    Bilal Khan (director-tdap) from 2024-01-08 to 2026-01-07  -
3     FBR          public    Sana Mir (member-policy) from 2024-01-08 to 2026-01-07    -
4     P@SHA        private   Omar Aziz (chairman-pasha) from 2024-01-08 to 2026-01-07  -
5     University   academia  Nadia Shah (dean-one) from 2024-01-08 to 2026-01-07       -
== EXIT 0
== RUN tameel council meetings
== OUT
Meetings
A small strategy, as of 2024-01-08

meeting  day         time   body     state      where, or what it decided
2024-Q1  2024-01-22  10:30  council  scheduled  Committee room
2024-Q2  2024-04-22  10:30  council  scheduled  Committee room
2024-Q3  2024-07-22  10:30  council  scheduled  Committee room
2024-Q4  2024-10-22  10:30  council  scheduled  Committee room
2025-Q1  2025-01-22  10:30  council  scheduled  Committee room
2025-Q2  2025-04-22  10:30  council  scheduled  Committee room
2025-Q3  2025-07-22  10:30  council  scheduled  Committee room
2025-Q4  2025-10-22  10:30  council  scheduled  Committee room

next: 2024-Q1
== EXIT 0
# The lead and the supporter of each activity say what they can carry out: yes, partly, no.
== CLOCK 2024-01-11
== RUN (tameel confirm 1.1.1 --answer yes --by 2025 --note "Two officers work on it"
tameel confirm 1.1.1 --institution moitt --answer partly --by 2024-Q3 --note "We give the hall, once it is repaired"
tameel confirm 1.1.2 --answer yes --by 2026-06-30
tameel confirm 1.1.2 --institution pasha --answer no --note "Our members do not wish to be asked by us"
) | grep -c "^entry"
== OUT
4
== EXIT 0
# What the lead has confirmed is no longer open; a "no" and a "partly" are now for the council to deal with.
== RUN tameel plan working
== OUT
The working plan, and what is open in it
A small strategy, as of 2024-01-11
0 of 2 activities lack nothing, 0 are adopted for this year; 6 points are open

1.1.1 Hold dialogues
    open: MoITT said partly, by 2024-Q3; the lead, P@SHA: dated steps; the secretariat: verifier of
    1.1.1-1
    pasha said yes on 2024-01-11: Two officers work on it
    moitt said partly on 2024-01-11: We give the hall, once it is repaired

1.1.2 Ask the firms
    open: P@SHA said no; the lead, MoITT: dated steps; the secretariat: verifier of 1.1.2-2
    pasha said no on 2024-01-11: Our members do not wish to be asked by us
== EXIT 0
# The leads propose their steps, MoITT another supporter for its survey, and the secretariat a verifier and a calendar.
# It names no verifier for the dialogues yet.
== CLOCK 2024-01-15
== RUN (tameel plan propose 1.1.1 --institution pasha --set 'steps=[{"title":"Two dialogues in the capital","from":"2024-02-01","until":"2024-12-31"},{"title":"Three dialogues in the provinces","from":"2025-01-01","until":"2025-12-31"}]'
tameel plan propose 1.1.2 --institution moitt --set 'support=["university"]' --set 'steps=[{"title":"Questionnaire and register of firms","from":"2024-02-01","until":"2024-12-31"},{"title":"Survey and report","from":"2025-01-01","until":"2026-06-30"}]' --note "The university has a survey centre"
tameel plan propose 1.1.2-1 --set frequency=yearly
tameel plan propose 1.1.2-2 --set verifier=tdap --set frequency=yearly
) | grep -c "^entry"
== OUT
4
== EXIT 0
== RUN tameel plan working 1.1.2
== OUT
The working plan, and what is open in it
A small strategy, as of 2024-01-15
0 of 2 activities lack nothing, 0 are adopted for this year; 6 points are open

1.1.2 Ask the firms
    open: P@SHA said no; the lead, MoITT: dated steps; the secretariat: verifier of 1.1.2-2
    proposed on 2024-01-15 by moitt, entry 13: 1.1.2 support: pasha -> university; 1.1.2 steps:
    (none) -> Questionnaire and register of firms (2024-02-01 to 2024-12-31), Survey and report
    (2025-01-01 to 2026-06-30)
    proposed on 2024-01-15 by tdap, entry 14: 1.1.2-1 frequency: (none) -> yearly
    proposed on 2024-01-15 by tdap, entry 15: 1.1.2-2 verifier: (none) -> tdap; 1.1.2-2 frequency:
    (none) -> yearly
    pasha said no on 2024-01-11: Our members do not wish to be asked by us
== EXIT 0
# The agenda of the first meeting is prepared from what is open. Members without an activity are left out for today, the
# rules of procedure are added with their text, and what is to be adopted comes first.
== FILE rules.txt
Rules of procedure of the council
== RUN tameel council prepare 2024-Q1 --leave-out idle_member --add "Rules of procedure" --paper added:1=rules.txt --first adoption:proposals | head -1; tameel council agenda 2024-Q1
== OUT
entry 16 recorded at 2024-01-15T09:00:00.000000Z
Agenda of meeting 2024-Q1, prepared on 2024-01-15
A small strategy, as of 2024-01-15
meeting 2024-Q1 on 2024-01-22 at 10:30, Committee room

To adopt
  1 Adopt 4 proposed changes of the working plan
    1.1.1 steps: (none) -> Two dialogues in the capital (2024-02-01 to 2024-12-31), Three dialogues
    in the provinces (2025-01-01 to 2025-12-31); 1.1.2 support: pasha -> university; 1.1.2 steps:
    (none) -> Questionnaire and register of firms (2024-02-01 to 2024-12-31), Survey and report
    (2025-01-01 to 2026-06-30); 1.1.2-1 frequency: (none) -> yearly; 1.1.2-2 verifier: (none) ->
    tdap; 1.1.2-2 frequency: (none) -> yearly

What is open in the working plan
  2 1.1.1 Hold dialogues
    MoITT said partly, by 2024-Q3; the lead, P@SHA: dated steps; the secretariat: verifier of
    1.1.1-1
  3 1.1.2 Ask the firms
    P@SHA said no; the lead, MoITT: dated steps; the secretariat: verifier of 1.1.2-2

Load beyond the rated capacity
  4 MoITT carries more than its rated capacity
    it leads 1 and supports 1 of 2 activities; a load of 1.25 against 1.0 for a capacity rated 2

Added by hand
  5 Rules of procedure
    papers: 1
== EXIT 0
#
# First meeting, 22 January 2024: all are there. The working plan is adopted; two obligations arise, a proposal to a
# body outside the council, and a working group on tax.
== CLOCK 2024-01-22
== RUN (tameel council hold 2024-Q1 --present moitt,tdap,fbr,pasha,university --chair moitt
tameel council minute 2024-Q1 added:1 --type information --text "The rules were read out; nobody had a remark"
tameel council decide 2024-Q1 --item added:1 --title "The rules of procedure are adopted" --concerns council --consensus
tameel council decide 2024-Q1 --item adoption:proposals --title "The working plan for 2024 is adopted" --concerns 1.1.1,1.1.2 --for moitt,tdap,pasha,university --abstain fbr
tameel council decide 2024-Q1 --item working_plan:1.1.2 --title "P@SHA hands over a list of its firms" --concerns 1.1.2 --owner pasha --due 2024-03-31 --proof "The list, received by MoITT" --consensus
tameel council decide 2024-Q1 --item working_plan:1.1.2 --title "MoITT opens the register of firms" --concerns 1.1.2 --owner moitt --due 2024-05-31 --proof "The notification of the register" --consensus
tameel council decide 2024-Q1 --title "A credit is given for tax that was paid abroad" --concerns 1 --decided-by "Ministry of Finance" --due 2025-06-30 --consensus
tameel council decide 2024-Q1 --title "A working group on tax is formed" --concerns council --consensus
tameel council group tax --title "Working group on tax" --members fbr,pasha,university --chair pasha --decision 2024-Q1/6
tameel adopt 1.1.1 1.1.2 --year 2024 --decision 2024-Q1/2
) | grep -c "^entry"
== OUT
10
== EXIT 0
== RUN tameel council decisions
== OUT
Decisions
A small strategy, as of 2024-01-22

decision   day         result   votes               what
2024-Q1/1  2024-01-22  adopted  5 : 0, 0 abstained  The rules of procedure are adopted; concerns
                                                    council
2024-Q1/2  2024-01-22  adopted  4 : 0, 1 abstained  The working plan for 2024 is adopted; concerns
                                                    1.1.1, 1.1.2
2024-Q1/3  2024-01-22  adopted  5 : 0, 0 abstained  P@SHA hands over a list of its firms; concerns
                                                    1.1.2; pasha owes it by 2024-03-31
2024-Q1/4  2024-01-22  adopted  5 : 0, 0 abstained  MoITT opens the register of firms; concerns
                                                    1.1.2; moitt owes it by 2024-05-31
2024-Q1/5  2024-01-22  adopted  5 : 0, 0 abstained  A credit is given for tax that was paid abroad;
                                                    concerns 1; Ministry of Finance decides
2024-Q1/6  2024-01-22  adopted  5 : 0, 0 abstained  A working group on tax is formed; concerns
                                                    council
== EXIT 0
# With the adoption the proposals became the working plan. The new supporter confirms, and one activity lacks nothing.
== CLOCK 2024-01-29
== RUN tameel confirm 1.1.2 --institution university --answer yes | head -1; tameel plan working
== OUT
entry 27 recorded at 2024-01-29T09:00:00.000000Z
The working plan, and what is open in it
A small strategy, as of 2024-01-29
1 of 2 activities lack nothing, 2 are adopted for this year; one point is open

1.1.1 Hold dialogues
    open: the secretariat: verifier of 1.1.1-1
    adopted for 2024 on 2024-01-22 by decision 2024-Q1/2
    pasha said yes on 2024-01-11: Two officers work on it
    moitt said partly on 2024-01-11: We give the hall, once it is repaired
    step 2024-02-01 to 2024-12-31: Two dialogues in the capital
    step 2025-01-01 to 2025-12-31: Three dialogues in the provinces

1.1.2 Ask the firms
    nothing is open
    adopted for 2024 on 2024-01-22 by decision 2024-Q1/2
    printed beside it: 1.1.2 support pasha
    pasha said no on 2024-01-11: Our members do not wish to be asked by us
    step 2024-02-01 to 2024-12-31: Questionnaire and register of firms
    step 2025-01-01 to 2026-06-30: Survey and report
== EXIT 0
#
# First quarter. P@SHA hands its list over. It may not close its own obligation: TDAP does, with the list as proof.
== FILE list.txt
List of 120 firms, stamped by MoITT
== CLOCK 2024-03-20
== RUN tameel council close 2024-Q1/3 --institution pasha --evidence list.txt --grade B
== ERR
tameel: E0443 institution: pasha owes it; somebody else says that it was done
== EXIT 1
== RUN tameel council close 2024-Q1/3 --evidence list.txt --grade B --note "Received by MoITT on 19 March" | head -1; tameel council obligations
== OUT
entry 28 recorded at 2024-03-20T09:00:00.000000Z
Obligations
A small strategy, as of 2024-03-20

decision   owner  due         state                 what
2024-Q1/3  pasha  2024-03-31  closed on 2024-03-20  P@SHA hands over a list of its firms; proof: The
                                                    list, received by MoITT
2024-Q1/4  moitt  2024-05-31  open                  MoITT opens the register of firms; proof: The
                                                    notification of the register

1 open, 0 overdue, 1 closed in time, 0 closed late
== EXIT 0
#
# Second quarter. P@SHA reports one dialogue. No verifier is named, so the report waits, and the agenda says so.
== FILE dialogue.txt
Minutes of the first dialogue, with the list of those who came
== CLOCK 2024-04-12
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence dialogue.txt --grade B | head -1; tameel status | grep 1.1.1-1
== OUT
entry 29 recorded at 2024-04-12T09:00:00.000000Z
1.1.1-1              at risk       Five dialogues held: not verified, so it does not show green
== EXIT 0
== CLOCK 2024-04-15
== RUN tameel council prepare 2024-Q2 | head -1; tameel council agenda 2024-Q2
== OUT
entry 30 recorded at 2024-04-15T09:00:00.000000Z
Agenda of meeting 2024-Q2, prepared on 2024-04-15
A small strategy, as of 2024-04-15
meeting 2024-Q2 on 2024-04-22 at 10:30, Committee room

Claims that nobody verified
  1 Name who verifies 1.1.1-1: Five dialogues held
    1 report waits since 2024-04-12; the working plan names no verifier

What is open in the working plan
  2 1.1.1 Hold dialogues: the secretariat: verifier of 1.1.1-1; left over from 2024-Q1

Members without any activity
  3 TDAP sits on the council and has no activity: it neither leads nor supports any
  4 FBR sits on the council and has no activity: it neither leads nor supports any

Load beyond the rated capacity
  5 MoITT carries more than its rated capacity
    it leads 1 and supports 1 of 2 activities; a load of 1.25 against 1.0 for a capacity rated 2;
    left over from 2024-Q1
== EXIT 0
# On 22 April only two of five come: no quorum. Nothing can be decided, but notes are taken.
== CLOCK 2024-04-22
== RUN tameel council hold 2024-Q2 --present tdap,pasha --chair tdap | head -1
== OUT
entry 31 recorded at 2024-04-22T09:00:00.000000Z
== EXIT 0
== RUN tameel council decide 2024-Q2 --item unverified:1.1.1-1 --title "TDAP verifies the dialogues" --concerns 1.1.1 --consensus
== ERR
tameel: E0432 meeting: expected 3 of 5 seats for a decision (half of the seats), found 2 present
== EXIT 1
== RUN tameel council minute 2024-Q2 unverified:1.1.1-1 --type action --text "TDAP says until July whether it can verify" | head -1; tameel council meetings | grep 2024-Q2
== OUT
entry 32 recorded at 2024-04-22T09:00:00.000000Z
2024-Q2  2024-04-22  10:30  council  held, 2 present, 3 needed: no quorum  Committee room
== EXIT 0
# In May a firm writes that it is taxed twice, and P@SHA asks for an address to be whitelisted. Each has its clock: 30 days
# for an issue, 10 for an address.
== CLOCK 2024-05-06
== RUN (tameel issue raise "Our exports are taxed here and abroad" --raised-by firm --text "Letter of 2 May"
tameel issue raise "The address of a call centre is blocked" --raised-by pasha --form whitelisting
tameel issue assign I-1 --owner fbr --constraint taxed-twice
tameel issue assign I-2 --owner moitt
) | grep -c "^entry"
== OUT
4
== EXIT 0
== CLOCK 2024-05-13
== RUN tameel issue answer I-2 --institution moitt --text "The address is open since this morning" | head -1; tameel issue list
== OUT
entry 37 recorded at 2024-05-13T09:00:00.000000Z
Issues
A small strategy, as of 2024-05-13

issue  form          raised      owner  due         state     what
I-1    issue         2024-05-06  fbr    2024-06-05  assigned  Our exports are taxed here and abroad
                                                              [taxed-twice]; raised by a firm
I-2    whitelisting  2024-05-06  moitt  2024-05-16  answered  The address of a call centre is
                                                              blocked; raised by pasha; answered on
                                                              2024-05-13: The address is open since
                                                              this morning

1 open, 0 of them late; 1 answered, 1 of them in time
== EXIT 0
# Money for the dialogues: the bank pledges dollars, the ministry rupees. What they cost is known, and what is missing.
== CLOCK 2024-05-14
== RUN (tameel fund account A03 --title "Operating expenses"
tameel fund budget halls --subject 1.1.1 --year FY2025 --account A03 --amount 1500000 --currency PKR --basis quotation --title "Halls for three dialogues"
tameel fund rate USD 278.50 --on 2024-05-14 --source a-bank --publisher "A bank, Karachi"
tameel fund record wb-1 --funder world-bank --subject 1.1.1 --year FY2025 --stage pledge --amount 3000 --currency USD
tameel fund record psdp-1 --funder moitt --subject 1.1.1 --year FY2025 --stage pledge --amount 400000 --currency PKR
) | grep -c "^entry"; tameel fund pipeline
== OUT
5
The money of each fund, from prospect to expenditure
A small strategy, as of 2024-05-14
each in its own currency

fund    for    in      funder           prospect   pledge  not committed  commitment
wb-1    1.1.1  FY2025  world-bank  USD         -    3,000          3,000           -
psdp-1  1.1.1  FY2025  moitt       PKR         -  400,000        400,000           -

fund    for    in      disbursement  expenditure  absorbed
wb-1    1.1.1  FY2025             -            -         -
psdp-1  1.1.1  FY2025             -            -         -

USD of 2024-05-14 at PKR 278.50 of 2024-05-14 (a-bank)
== EXIT 0
# In euros there is no rate of these days, so that pledge is not taken.
== RUN tameel fund record eu-1 --funder european-union --subject 1.1.1 --year FY2025 --stage pledge --amount 1000 --currency EUR
== ERR
tameel: E0455 currency: expected a rate in PKR for EUR of 2024-05-14 or of the 7 days before, found none; none is known
== EXIT 1
# The register of firms was due on 31 May. It does not come, and climbs: officer, head, secretariat, council.
== CLOCK 2024-05-31
== RUN tameel council obligations | grep -A1 2024-Q1/4
== OUT
2024-Q1/4  moitt  2024-05-31  open                  MoITT opens the register of firms; proof: The
                                                    notification of the register; carried over once
== EXIT 0
== CLOCK 2024-06-01
== RUN tameel council obligations | grep -A2 2024-Q1/4
== OUT
2024-Q1/4  moitt  2024-05-31  overdue               MoITT opens the register of firms; proof: The
                                                    notification of the register; brought to the
                                                    officer on 2024-06-01; carried over once
== EXIT 0
== CLOCK 2024-06-14
== RUN tameel council obligations | grep -A3 2024-Q1/4
== OUT
2024-Q1/4  moitt  2024-05-31  overdue               MoITT opens the register of firms; proof: The
                                                    notification of the register; brought to the
                                                    head of institution on 2024-06-14; carried over
                                                    once
== EXIT 0
== CLOCK 2024-06-28
== RUN tameel council obligations | grep -A2 2024-Q1/4
== OUT
2024-Q1/4  moitt  2024-05-31  overdue               MoITT opens the register of firms; proof: The
                                                    notification of the register; brought to the
                                                    secretariat on 2024-06-28; carried over once
== EXIT 0
# Meanwhile the working group on tax meets; all its members are there. What it decides is a recommendation.
== RUN (tameel council schedule --body tax --on 2024-06-28 --time 15:00
tameel council hold tax-2024-Q2 --present fbr,pasha,university --chair pasha
tameel council decide tax-2024-Q2 --title "Recommend a credit of the full tax that was paid abroad" --consensus
tameel council advance 2024-Q1/5 --stage drafted --note "Drafted by the working group"
) | grep -c "^entry"
== OUT
4
== EXIT 0
#
# Third quarter. The holder of the Revenue Board's seat travels; an alternate is named until the end of the year.
== FILE second.txt
Minutes of the second dialogue, with the list of those who came
== CLOCK 2024-07-12
== RUN (tameel council appoint fbr --alternate --holder chief-income-tax --until 2024-12-31
tameel report 1.1.1-1 --period 2024-Q2 --value 1 --evidence second.txt --grade B
tameel council prepare 2024-Q3
) | grep -c "^entry"
== OUT
3
== EXIT 0
# The agenda now brings together what was left over, what is late, and what the group recommends.
== RUN tameel council agenda 2024-Q3
== OUT
Agenda of meeting 2024-Q3, prepared on 2024-07-12
A small strategy, as of 2024-07-12
meeting 2024-Q3 on 2024-07-22 at 10:30, Committee room

Obligations that are due
  1 MoITT is late: MoITT opens the register of firms
    decided on 2024-01-22, was due on 2024-05-31; proof: The notification of the register; brought
    to the council on 2024-07-12

Issues past their clock
  2 Our exports are taxed here and abroad
    raised on 2024-05-06 by a firm, to be answered by 2024-06-05; owned by FBR; brought to the
    secretariat on 2024-07-03

Claims that nobody verified
  3 Name who verifies 1.1.1-1: Five dialogues held
    2 reports wait since 2024-04-12; the working plan names no verifier

From the working groups
  4 Recommend a credit of the full tax that was paid abroad
    recommended on 2024-06-28 by Working group on tax

What is open in the working plan
  5 1.1.1 Hold dialogues: the secretariat: verifier of 1.1.1-1; left over from 2024-Q2

Members without any activity
  6 TDAP sits on the council and has no activity
    it neither leads nor supports any; left over from 2024-Q2
  7 FBR sits on the council and has no activity
    it neither leads nor supports any; left over from 2024-Q2

Load beyond the rated capacity
  8 MoITT carries more than its rated capacity
    it leads 1 and supports 1 of 2 activities; a load of 1.25 against 1.0 for a capacity rated 2;
    left over from 2024-Q2
== EXIT 0
# 22 July: the alternate of the Revenue Board stands in. TDAP withdraws where it is named itself; MoITT where its own
# delay is put to the vote. One motion is not carried.
== CLOCK 2024-07-22
== RUN (tameel council hold 2024-Q3 --present moitt,tdap,pasha,university --alternates fbr --chair moitt
tameel council decide 2024-Q3 --item unverified:1.1.1-1 --title "TDAP verifies the dialogues" --concerns 1.1.1 --recused tdap --for moitt,fbr,university --abstain pasha
tameel council decide 2024-Q3 --item obligation:2024-Q1/4 --title "MoITT has until 31 October to open the register" --concerns 2024-Q1/4 --recused moitt --for tdap,fbr,university --against pasha
tameel council decide 2024-Q3 --title "All dialogues are held in the capital" --concerns 1.1.1 --for moitt,tdap --against fbr,pasha,university
tameel council decide 2024-Q3 --item group:tax-2024-Q2/1 --title "The draft of the working group goes to the Ministry of Finance" --concerns 1 --consensus
tameel council extend 2024-Q1/4 --due 2024-10-31 --decision 2024-Q3/2
tameel amend 1.1.1-1 --set verifier=tdap --reason "It takes no part in the dialogues" --decision 2024-Q3/1
) | grep -c "^entry"
== OUT
7
== EXIT 0
== RUN tameel council decisions | grep -A3 2024-Q3/
== OUT
2024-Q3/1      2024-07-22  adopted      3 : 0, 1 abstained  TDAP verifies the dialogues; recused:
                                                            tdap; concerns 1.1.1
2024-Q3/2      2024-07-22  adopted      3 : 1, 0 abstained  MoITT has until 31 October to open the
                                                            register; recused: moitt; concerns
                                                            2024-Q1/4
2024-Q3/3      2024-07-22  not carried  2 : 3, 0 abstained  All dialogues are held in the capital;
                                                            concerns 1.1.1
2024-Q3/4      2024-07-22  adopted      5 : 0, 0 abstained  The draft of the working group goes to
                                                            the Ministry of Finance; concerns 1
== EXIT 0
# The obligation has another due date; the first one stays visible.
== RUN tameel council obligations
== OUT
Obligations
A small strategy, as of 2024-07-22

decision   owner  due         state                 what
2024-Q1/3  pasha  2024-03-31  closed on 2024-03-20  P@SHA hands over a list of its firms; proof: The
                                                    list, received by MoITT
2024-Q1/4  moitt  2024-10-31  open                  MoITT opens the register of firms; proof: The
                                                    notification of the register; first due
                                                    2024-05-31; carried over 2 times

1 open, 0 overdue, 1 closed in time, 0 closed late
== EXIT 0
# The named verifier verifies both reports, the proposal is handed over, and the Revenue Board answers, late.
== FILE draft.txt
Draft of a section on credits for tax paid abroad
== CLOCK 2024-08-05
== RUN (tameel review 1.1.1-1 --period 2024-Q1 --institution tdap --verify --grade B
tameel review 1.1.1-1 --period 2024-Q2 --institution tdap --verify --grade B
tameel council advance 2024-Q1/5 --stage submitted --paper draft.txt
tameel issue answer I-1 --institution fbr --text "A credit has been proposed to the Ministry of Finance"
) | grep -c "^entry"
== OUT
4
== EXIT 0
== RUN tameel status | grep 1.1.1-1; tameel issue list
== OUT
1.1.1-1              on track      Five dialogues held: 2 dialogues reported by 2024-06-30, 2 expected by then: a ratio of 1.00
Issues
A small strategy, as of 2024-08-05

issue  form          raised      owner  due         state           what
I-1    issue         2024-05-06  fbr    2024-06-05  answered, late  Our exports are taxed here and
                                                                    abroad [taxed-twice]; raised by
                                                                    a firm; answered on 2024-08-05:
                                                                    A credit has been proposed to
                                                                    the Ministry of Finance
I-2    whitelisting  2024-05-06  moitt  2024-05-16  answered        The address of a call centre is
                                                                    blocked; raised by pasha;
                                                                    answered on 2024-05-13: The
                                                                    address is open since this
                                                                    morning

0 open, 0 of them late; 2 answered, 1 of them in time
== EXIT 0
# The bank signs for less than it pledged and pays half of it; the ministry pays all. The first course takes in thirty people.
== CLOCK 2024-09-16
== RUN (tameel fund rate USD 280 --on 2024-09-16 --source a-bank --publisher "A bank, Karachi"
tameel fund record wb-1 --funder world-bank --subject 1.1.1 --year FY2025 --stage commitment --amount 2500 --currency USD
tameel fund record wb-1 --funder world-bank --subject 1.1.1 --year FY2025 --stage disbursement --amount 1250 --currency USD
tameel fund record psdp-1 --funder moitt --subject 1.1.1 --year FY2025 --stage commitment --amount 400000 --currency PKR
tameel fund record psdp-1 --funder moitt --subject 1.1.1 --year FY2025 --stage disbursement --amount 400000 --currency PKR
tameel programme cohort course A --title "First course" --seats 30
tameel programme report course --stage admitted --cohort A --period 2024-09-15 --value 30 --sex female=12 --sex male=18
) | grep -c "^entry"; tameel fund gap
== OUT
7
Costs against money
A small strategy, as of 2024-09-16
costs and funds in PKR, counted by activity; other currencies at the rate of each entry's own day

all fiscal years                          cost  committed  pledged  prospects         gap  after pledges
all                                  1,500,000  1,100,000  139,250          0     400,000        260,750
1                 Be known           1,500,000  1,100,000  139,250          0     400,000        260,750
1.1               Be known at home   1,500,000  1,100,000  139,250          0     400,000        260,750
1.1.1             Hold dialogues     1,500,000  1,100,000  139,250          0     400,000        260,750
1.1.2             Ask the firms     not costed          -        -          -  not costed     not costed

all fiscal years  disbursed  spent  absorbed
all                 750,000      0      0.0%
1                   750,000      0      0.0%
1.1                 750,000      0      0.0%
1.1.1               750,000      0      0.0%
1.1.2                     -      -         -

FY2025                         cost  committed  pledged  prospects      gap  after pledges  disbursed  spent  absorbed
all                       1,500,000  1,100,000  139,250          0  400,000        260,750    750,000      0      0.0%
1       Be known          1,500,000  1,100,000  139,250          0  400,000        260,750    750,000      0      0.0%
1.1     Be known at home  1,500,000  1,100,000  139,250          0  400,000        260,750    750,000      0      0.0%
1.1.1   Hold dialogues    1,500,000  1,100,000  139,250          0  400,000        260,750    750,000      0      0.0%

1 of 2 activities are costed

USD of 2024-05-14 at PKR 278.50 of 2024-05-14 (a-bank)
USD of 2024-09-16 at PKR 280 of 2024-09-16 (a-bank)
== EXIT 0
# More than was signed for cannot be paid.
== RUN tameel fund record wb-1 --funder world-bank --subject 1.1.1 --year FY2025 --stage disbursement --amount 2000 --currency USD
== ERR
tameel: E0456 amount: on 2024-09-16 fund wb-1 would have disbursed USD 3250.00 for 1.1.1 in FY2025, above the USD 2500.00 that it has committed
== EXIT 1
#
# Fourth quarter. No dialogue was held in summer. P@SHA asks for four by the end of 2026 instead of five by the end of 2025;
# its letter goes out with the agenda.
== FILE letter.txt
Letter of P@SHA: the hall is closed until spring
== CLOCK 2024-10-10
== RUN (tameel report 1.1.1-1 --period 2024-Q3 --value 0 --evidence second.txt --grade B --explanation "The hall is closed until spring"
tameel review 1.1.1-1 --period 2024-Q3 --institution tdap --verify --grade B
tameel council prepare 2024-Q4 --leave-out overload --add "Four dialogues by the end of 2026" --paper added:1=letter.txt
) | grep -c "^entry"
== OUT
3
== EXIT 0
== RUN tameel council agenda 2024-Q4
== OUT
Agenda of meeting 2024-Q4, prepared on 2024-10-10
A small strategy, as of 2024-10-10
meeting 2024-Q4 on 2024-10-22 at 10:30, Committee room

Obligations that are due
  1 MoITT owes: MoITT opens the register of firms
    decided on 2024-01-22, due on 2024-10-31; proof: The notification of the register

What is open in the working plan
  2 1.1.1 Hold dialogues: MoITT said partly, by 2024-Q3, which has passed; left over from 2024-Q3

Members without any activity
  3 TDAP sits on the council and has no activity
    it neither leads nor supports any; left over from 2024-Q3
  4 FBR sits on the council and has no activity
    it neither leads nor supports any; left over from 2024-Q3

Added by hand
  5 Four dialogues by the end of 2026
    papers: 1
== EXIT 0
# The council lowers the promise by decision; the lead withdraws. What was printed is still shown beside it.
== CLOCK 2024-10-22
== RUN (tameel council hold 2024-Q4 --present moitt,tdap,fbr,pasha,university --chair moitt
tameel council decide 2024-Q4 --item added:1 --title "Four dialogues by the end of 2026" --concerns 1.1.1-1 --recused pasha --for moitt,fbr,university --against tdap
tameel amend 1.1.1-1 --set value=4 --set due=2026 --set 'path=[{"at":"2024","value":2},{"at":"2026","value":4}]' --reason "The hall is closed until spring" --decision 2024-Q4/1
) | grep -c "^entry"
== OUT
3
== EXIT 0
== RUN tameel status 1.1.1-1
== OUT
1.1.1-1  Five dialogues held
on track, as of 2024-10-22

why: 2 dialogues reported by 2024-09-30, 1 expected by then: a ratio of 2.00
alert: the promise was lowered: value 5 became 4
alert: the promise was put off: due 2025 became 2026
alert: the promise was changed: path 1 for 2023, 3 for 2024, 5 for 2025 became 2 for 2024, 4 for 2026

status: on track  [docs/methods/status.md]
  rule: on track from a ratio of 0.95, at risk from 0.60  [docs/methods/status.md]
  value asked for: 4  [the plan in force]
  value printed: 5  [the printed plan]
  baseline: 0  [the plan in force]
  due: 2026  [the plan in force]
  expected by then: 1  [the interim path]
  ratio of achieved to expected progress: 2.000  [(achieved - baseline) / (expected - baseline)]
  reports: 3  [the journal]
    report for 2024-Q1: verified
      claimed: 1 dialogue, evidence of grade B  [journal entry 29]
      verified: 1 dialogue, evidence of grade B  [journal entry 57]
    report for 2024-Q2: verified
      claimed: 1 dialogue, evidence of grade B  [journal entry 48]
      verified: 1 dialogue, evidence of grade B  [journal entry 58]
    report for 2024-Q3: verified
      claimed: 0 dialogues, evidence of grade B  [journal entry 68]
      verified: 0 dialogues, evidence of grade B  [journal entry 69]

2024-Q3 reported on 2024-10-10 by pasha, explanation: The hall is closed until spring
== EXIT 0
== RUN tameel plan working 1.1.1
== OUT
The working plan, and what is open in it
A small strategy, as of 2024-10-22
1 of 2 activities lack nothing, 2 are adopted for this year; one point is open

1.1.1 Hold dialogues
    open: MoITT said partly, by 2024-Q3, which has passed
    adopted for 2024 on 2024-01-22 by decision 2024-Q1/2
    printed beside it: 1.1.1-1 value 5
    printed beside it: 1.1.1-1 due 2025
    printed beside it: 1.1.1-1 path 1 for 2023, 3 for 2024, 5 for 2025
    pasha said yes on 2024-01-11: Two officers work on it
    moitt said partly on 2024-01-11: We give the hall, once it is repaired
    step 2024-02-01 to 2024-12-31: Two dialogues in the capital
    step 2025-01-01 to 2025-12-31: Three dialogues in the provinces
== EXIT 0
#
# January 2025: the second year. MoITT did open the register, and said so on 20 November, but the letter is found only now.
# It is entered for the day on which it came: later than was agreed.
== FILE notification.txt
Notification of the register of firms, 18 November 2024
== CLOCK 2025-01-13
== RUN tameel council close 2024-Q1/4 --evidence notification.txt --grade A --effective-on 2024-11-20 | head -1; tameel council obligations
== OUT
entry 74 recorded at 2025-01-13T09:00:00.000000Z
Obligations
A small strategy, as of 2025-01-13

decision   owner  due         state                      what
2024-Q1/3  pasha  2024-03-31  closed on 2024-03-20       P@SHA hands over a list of its firms;
                                                         proof: The list, received by MoITT
2024-Q1/4  moitt  2024-10-31  closed late on 2024-11-20  MoITT opens the register of firms; proof:
                                                         The notification of the register; first due
                                                         2024-05-31; carried over 3 times

0 open, 0 overdue, 1 closed in time, 1 closed late
== EXIT 0
# The agenda asks for the working plan of the new year, and says that the proposal does not move.
== RUN (tameel report 1.1.1-1 --period 2024-Q4 --value 0 --evidence second.txt --grade B --explanation "The hall is closed until spring"
tameel review 1.1.1-1 --period 2024-Q4 --institution tdap --verify --grade B
tameel report 1.1.2-2 --period 2024 --done no --evidence notification.txt --grade B
tameel review 1.1.2-2 --period 2024 --institution tdap --verify --grade B
tameel council prepare 2025-Q1
) | grep -c "^entry"; tameel council agenda 2025-Q1
== OUT
5
Agenda of meeting 2025-Q1, prepared on 2025-01-13
A small strategy, as of 2025-01-13
meeting 2025-Q1 on 2025-01-22 at 10:30, Committee room

Policy proposals that do not move
  1 Ministry of Finance: A credit is given for tax that was paid abroad
    submitted since 2024-08-05, for 161 days

To adopt
  2 Adopt the working plan for 2025: it was adopted for an earlier year only: 1.1.1, 1.1.2

What is open in the working plan
  3 1.1.1 Hold dialogues: MoITT said partly, by 2024-Q3, which has passed; left over from 2024-Q4

Members without any activity
  4 TDAP sits on the council and has no activity
    it neither leads nor supports any; left over from 2024-Q4
  5 FBR sits on the council and has no activity
    it neither leads nor supports any; left over from 2024-Q4

Load beyond the rated capacity
  6 MoITT carries more than its rated capacity
    it leads 1 and supports 1 of 2 activities; a load of 1.25 against 1.0 for a capacity rated 2
== EXIT 0
== CLOCK 2025-01-22
== RUN (tameel council hold 2025-Q1 --present moitt,tdap,fbr,university --chair moitt
tameel council decide 2025-Q1 --item adoption:year --title "The working plan for 2025 is adopted" --concerns 1 --consensus
tameel council minute 2025-Q1 proposal:2024-Q1/5 --type action --text "The chair speaks to the finance minister"
tameel adopt 1.1.1 1.1.2 --year 2025 --decision 2025-Q1/1
) | grep -c "^entry"
== OUT
4
== EXIT 0
# In February the Ministry of Finance accepts the proposal.
== CLOCK 2025-02-17
== RUN tameel council advance 2024-Q1/5 --stage accepted | head -1
== OUT
entry 84 recorded at 2025-02-17T09:00:00.000000Z
== EXIT 0
# The course ends: twenty-four complete it. More than came in cannot leave.
== CLOCK 2025-03-03
== RUN tameel programme report course --stage completed --cohort A --period 2025-02-28 --value 31
== ERR
tameel: E0475 value: 31 persons at completed (this report), more than the 30 at admitted (entry 67)
== EXIT 1
== RUN tameel programme report course --stage completed --cohort A --period 2025-02-28 --value 24 --sex female=11 --sex male=13 | head -1; tameel programme show course
== OUT
entry 85 recorded at 2025-03-03T09:00:00.000000Z
Course on exporting
A small strategy, as of 2025-03-03
training of Trade Development Authority

persons of cohort A
  Admitted   30  ████████████████████████████████  12 female, 18 male
  Completed  24  ██████████████████████████        80.0 % (62.7 to 90.5), 6 did not; 11 female, 13 male

cohorts
  cohort  title         seats  entered  left  dropped out  still inside
  A       First course     30        -     -            -             -

earned value
  cannot tell: no task with a budget and a schedule

what is reported
  stage  admitted   Admitted   persons
  stage  completed  Completed  persons
== EXIT 0
#
# Second quarter. The dean retires: the seat is vacant until the university names another. The meeting would fall into a
# holiday and is moved. The hall is repaired, so that MoITT now says yes to the dialogues.
== FILE third.txt
Minutes of the third dialogue, with the list of those who came
== CLOCK 2025-04-10
== RUN (tameel council vacate university --effective-on 2025-04-01
tameel confirm 1.1.1 --institution moitt --answer yes --note "The hall is repaired"
tameel council schedule 2025-Q2 --on 2025-05-06 --time 10:30 --place "Committee room"
tameel report 1.1.1-1 --period 2025-Q1 --value 1 --evidence third.txt --grade B
tameel review 1.1.1-1 --period 2025-Q1 --institution tdap --verify --grade B
) | grep -c "^entry"; tameel council agenda
== OUT
5
Agenda proposed for the council's next meeting
A small strategy, as of 2025-04-10
meeting 2025-Q2 on 2025-05-06 at 10:30, Committee room

Overdue duties
  1 MoITT is silent on 1 target: 1 report missing: 1.1.2-1; brought to the council on 2025-03-13

The council itself
  2 Name the holders of 1 seat: University

Members without any activity
  3 TDAP sits on the council and has no activity
    it neither leads nor supports any; left over from 2025-Q1
  4 FBR sits on the council and has no activity
    it neither leads nor supports any; left over from 2025-Q1

Load beyond the rated capacity
  5 MoITT carries more than its rated capacity
    it leads 1 and supports 1 of 2 activities; a load of 1.25 against 1.0 for a capacity rated 2;
    left over from 2025-Q1
== EXIT 0
# A new holder takes the seat. MoITT, which was silent on its survey, reports a first wave.
== FILE survey.txt
First wave: 40 of 120 firms
== CLOCK 2025-04-28
== RUN (tameel council appoint university --holder dean-two --name "Imran Qureshi"
tameel report 1.1.2-1 --period 2024 --numerator 40 --denominator 120 --evidence survey.txt --grade B --explanation "The register came late"
tameel review 1.1.2-1 --period 2024 --institution tdap --verify --grade B
) | grep -c "^entry"; tameel council seats
== OUT
3
Council of the strategy
A small strategy, as of 2025-04-28
quorum: 3 of 5 seats (half of the seats); chair: The minister; term: Two years

seat  institution  side      holder                                                    alternate
1     MoITT        public    Fatima Ali (secretary-it) from 2024-01-08 to 2026-01-07   -
2     TDAP         public    Bilal Khan (director-tdap) from 2024-01-08 to 2026-01-07  -
3     FBR          public    Sana Mir (member-policy) from 2024-01-08 to 2026-01-07    -
4     P@SHA        private   Omar Aziz (chairman-pasha) from 2024-01-08 to 2026-01-07  -
5     University   academia  Imran Qureshi (dean-two) from 2025-04-28 to 2027-04-27    -

group tax: Working group on tax; chaired by pasha; fbr, pasha, university; by decision 2024-Q1/6
== EXIT 0
== CLOCK 2025-05-06
== RUN (tameel council prepare 2025-Q2 --add "The first wave of the survey"
tameel council hold 2025-Q2 --present moitt,fbr,pasha,university --chair moitt
tameel council minute 2025-Q2 added:1 --type information --text "40 of 120 firms see the sector recognized"
) | grep -c "^entry"; tameel council meetings
== OUT
3
Meetings
A small strategy, as of 2025-05-06

meeting      day         time   body     state                                 where, or what it
                                                                               decided
2024-Q1      2024-01-22  10:30  council  held, 5 present, 3 needed             decisions 2024-Q1/1,
                                                                               2024-Q1/2, 2024-Q1/3,
                                                                               2024-Q1/4, 2024-Q1/5,
                                                                               2024-Q1/6
2024-Q2      2024-04-22  10:30  council  held, 2 present, 3 needed: no quorum  Committee room
tax-2024-Q2  2024-06-28  15:00  tax      held, 3 present, 2 needed             decisions tax-2024-Q2/1
2024-Q3      2024-07-22  10:30  council  held, 5 present, 3 needed             decisions 2024-Q3/1,
                                                                               2024-Q3/2, 2024-Q3/3,
                                                                               2024-Q3/4
2024-Q4      2024-10-22  10:30  council  held, 5 present, 3 needed             decisions 2024-Q4/1
2025-Q1      2025-01-22  10:30  council  held, 4 present, 3 needed             decisions 2025-Q1/1
2025-Q2      2025-05-06  10:30  council  held, 4 present, 3 needed             Committee room
2025-Q3      2025-07-22  10:30  council  scheduled                             Committee room
2025-Q4      2025-10-22  10:30  council  scheduled                             Committee room

next: 2025-Q3
== EXIT 0
#
# Third quarter. The law is changed: the proposal has gone from draft to enacted, and the reform table says what the
# council itself achieved in it.
== CLOCK 2025-07-07
== RUN (tameel council advance 2024-Q1/5 --stage enacted --legal-text "Finance Act 2025, section 5"
tameel council credit 2024-Q1/5 --step 1 --score 2 --reason "It put the matter first when nobody had"
tameel council credit 2024-Q1/5 --step 2 --score 3 --reason "Its working group wrote the draft"
tameel council credit 2024-Q1/5 --step 3 --score 2 --reason "Its chair won the minister"
tameel council credit 2024-Q1/5 --step 4 --score 0 --reason "Parliament decided"
) | grep -c "^entry"; tameel council proposals
== OUT
5
Policy proposals
A small strategy, as of 2025-07-07

decision   decided by           stage    1-5    what, and its way
2024-Q1/5  Ministry of Finance  enacted  2320-  A credit is given for tax that was paid abroad;
                                                drafted 2024-06-28, submitted 2024-08-05, accepted
                                                2025-02-17, enacted 2025-07-07 (Finance Act 2025,
                                                section 5)

1-5: what the council itself achieved in each step of the reform, 0 (no part) to 3 (alone)
  1 problem recognized and put first
  2 solution designed
  3 support won and handed over
  4 legislated or decreed
  5 carried out and followed up
== EXIT 0
# With that the working group has done its work.
== CLOCK 2025-07-22
== RUN (tameel report 1.1.1-1 --period 2025-Q2 --value 0 --evidence third.txt --grade B
tameel review 1.1.1-1 --period 2025-Q2 --institution tdap --verify --grade B
tameel council prepare 2025-Q3
tameel council hold 2025-Q3 --present moitt,tdap,fbr,pasha,university --chair moitt
tameel council decide 2025-Q3 --title "The working group on tax is thanked and dissolved" --concerns council --consensus
tameel council group tax --dissolve --decision 2025-Q3/1
) | grep -c "^entry"; tameel council seats | tail -1
== OUT
6
group tax: Working group on tax; chaired by pasha; fbr, pasha, university; by decision 2024-Q1/6; dissolved on 2025-07-22
== EXIT 0
#
# Fourth quarter. The fourth dialogue is held: what was promised last is met, and the printed promise stands beside it.
== FILE fourth.txt
Minutes of the fourth dialogue, with the list of those who came
== CLOCK 2025-10-15
== RUN (tameel report 1.1.1-1 --period 2025-Q3 --value 1 --evidence fourth.txt --grade B
tameel review 1.1.1-1 --period 2025-Q3 --institution tdap --verify --grade B
tameel council prepare 2025-Q4 --add "What two years brought"
) | grep -c "^entry"; tameel status 1.1.1-1 | head -8
== OUT
3
1.1.1-1  Five dialogues held
met, as of 2025-10-15

why: 4 dialogues verified, 4 dialogues promised
alert: the promise was lowered: value 5 became 4
alert: the promise was put off: due 2025 became 2026
alert: the promise was changed: path 1 for 2023, 3 for 2024, 5 for 2025 became 2 for 2024, 4 for 2026
== EXIT 0
== RUN tameel council agenda 2025-Q4
== OUT
Agenda of meeting 2025-Q4, prepared on 2025-10-15
A small strategy, as of 2025-10-15
meeting 2025-Q4 on 2025-10-22 at 10:30, Committee room

Members without any activity
  1 TDAP sits on the council and has no activity
    it neither leads nor supports any; left over from 2025-Q3
  2 FBR sits on the council and has no activity
    it neither leads nor supports any; left over from 2025-Q3

Load beyond the rated capacity
  3 MoITT carries more than its rated capacity
    it leads 1 and supports 1 of 2 activities; a load of 1.25 against 1.0 for a capacity rated 2;
    left over from 2025-Q3

Added by hand
  4 What two years brought
== EXIT 0
== CLOCK 2025-10-22
== RUN (tameel council hold 2025-Q4 --present moitt,tdap,fbr,pasha,university --chair moitt
tameel council minute 2025-Q4 added:1 --type information --text "The secretariat read out what follows"
) | grep -c "^entry"
== OUT
2
== EXIT 0
#
# What became of two years: all decisions, and what each led to.
== CLOCK 2025-12-31
== RUN tameel council decisions
== OUT
Decisions
A small strategy, as of 2025-12-31

decision       day         result       votes               what
2024-Q1/1      2024-01-22  adopted      5 : 0, 0 abstained  The rules of procedure are adopted;
                                                            concerns council
2024-Q1/2      2024-01-22  adopted      4 : 0, 1 abstained  The working plan for 2024 is adopted;
                                                            concerns 1.1.1, 1.1.2
2024-Q1/3      2024-01-22  adopted      5 : 0, 0 abstained  P@SHA hands over a list of its firms;
                                                            concerns 1.1.2; pasha owes it by
                                                            2024-03-31
2024-Q1/4      2024-01-22  adopted      5 : 0, 0 abstained  MoITT opens the register of firms;
                                                            concerns 1.1.2; moitt owes it by
                                                            2024-05-31
2024-Q1/5      2024-01-22  adopted      5 : 0, 0 abstained  A credit is given for tax that was paid
                                                            abroad; concerns 1; Ministry of Finance
                                                            decides
2024-Q1/6      2024-01-22  adopted      5 : 0, 0 abstained  A working group on tax is formed;
                                                            concerns council
tax-2024-Q2/1  2024-06-28  adopted      3 : 0, 0 abstained  Recommend a credit of the full tax that
                                                            was paid abroad
2024-Q3/1      2024-07-22  adopted      3 : 0, 1 abstained  TDAP verifies the dialogues; recused:
                                                            tdap; concerns 1.1.1
2024-Q3/2      2024-07-22  adopted      3 : 1, 0 abstained  MoITT has until 31 October to open the
                                                            register; recused: moitt; concerns
                                                            2024-Q1/4
2024-Q3/3      2024-07-22  not carried  2 : 3, 0 abstained  All dialogues are held in the capital;
                                                            concerns 1.1.1
2024-Q3/4      2024-07-22  adopted      5 : 0, 0 abstained  The draft of the working group goes to
                                                            the Ministry of Finance; concerns 1
2024-Q4/1      2024-10-22  adopted      3 : 1, 0 abstained  Four dialogues by the end of 2026;
                                                            recused: pasha; concerns 1.1.1-1
2025-Q1/1      2025-01-22  adopted      4 : 0, 0 abstained  The working plan for 2025 is adopted;
                                                            concerns 1
2025-Q3/1      2025-07-22  adopted      5 : 0, 0 abstained  The working group on tax is thanked and
                                                            dissolved; concerns council
== EXIT 0
# The same questions as of a year ago show the council of then: the dean before, the alternate in office, the proposal
# submitted and stalled.
== RUN tameel council seats --as-of 2024-12-31
== OUT
Council of the strategy
A small strategy, as of 2024-12-31
quorum: 3 of 5 seats (half of the seats); chair: The minister; term: Two years

seat  institution  side      holder                                                    alternate
1     MoITT        public    Fatima Ali (secretary-it) from 2024-01-08 to 2026-01-07   -
2     TDAP         public    Bilal Khan (director-tdap) from 2024-01-08 to 2026-01-07  -
3     FBR          public    Sana Mir (member-policy) from 2024-01-08 to 2026-01-07    chief-income-tax from
                                                                                       2024-07-12 to 2024-12-31
4     P@SHA        private   Omar Aziz (chairman-pasha) from 2024-01-08 to 2026-01-07  -
5     University   academia  Nadia Shah (dean-one) from 2024-01-08 to 2026-01-07       -

group tax: Working group on tax; chaired by pasha; fbr, pasha, university; by decision 2024-Q1/6
== EXIT 0
== RUN tameel council proposals --as-of 2024-12-31 | sed -n 4,7p
== OUT
decision   decided by           stage               1-5    what, and its way
2024-Q1/5  Ministry of Finance  submitted, stalled  -----  A credit is given for tax that was paid
                                                           abroad; drafted 2024-06-28, submitted
                                                           2024-08-05
== EXIT 0
# The register was opened in November 2024. So it is known today; what the record itself held a year ago was an
# obligation that had not been closed, for the letter had not been entered.
== RUN tameel council obligations --as-of 2024-12-31
== OUT
Obligations
A small strategy, as of 2024-12-31

decision   owner  due         state                      what
2024-Q1/3  pasha  2024-03-31  closed on 2024-03-20       P@SHA hands over a list of its firms;
                                                         proof: The list, received by MoITT
2024-Q1/4  moitt  2024-10-31  closed late on 2024-11-20  MoITT opens the register of firms; proof:
                                                         The notification of the register; first due
                                                         2024-05-31; carried over 3 times

0 open, 0 overdue, 1 closed in time, 1 closed late
== EXIT 0
== RUN tameel council obligations --as-of 2024-12-31 --recorded-by 2024-12-31
== OUT
Obligations
A small strategy, as of 2024-12-31, as recorded by 2024-12-31T18:59:59.999999Z

decision   owner  due         state                 what
2024-Q1/3  pasha  2024-03-31  closed on 2024-03-20  P@SHA hands over a list of its firms; proof: The
                                                    list, received by MoITT
2024-Q1/4  moitt  2024-10-31  overdue               MoITT opens the register of firms; proof: The
                                                    notification of the register; brought to the
                                                    council on 2024-12-12; first due 2024-05-31;
                                                    carried over 3 times

0 open, 1 overdue, 1 closed in time, 0 closed late
== EXIT 0
# The money and the course, as they were known a year before.
== RUN tameel fund pipeline --as-of 2024-06-30; tameel programme show course --as-of 2024-12-31 | grep -i admitted
== OUT
The money of each fund, from prospect to expenditure
A small strategy, as of 2024-06-30
each in its own currency

fund    for    in      funder           prospect   pledge  not committed  commitment
wb-1    1.1.1  FY2025  world-bank  USD         -    3,000          3,000           -
psdp-1  1.1.1  FY2025  moitt       PKR         -  400,000        400,000           -

fund    for    in      disbursement  expenditure  absorbed
wb-1    1.1.1  FY2025             -            -         -
psdp-1  1.1.1  FY2025             -            -         -

USD of 2024-05-14 at PKR 278.50 of 2024-05-14 (a-bank)
  Admitted   30  ████████████████████████████████  12 female, 18 male
  stage  admitted   Admitted   persons
== EXIT 0
# The promise before it was lowered, and now.
== RUN for day in 2024-10-21 2025-12-31; do tameel status 1.1.1-1 --as-of $day | grep -E "^(met|on track)|value|due:"; done
== OUT
on track, as of 2024-10-21
  value asked for: 5  [the plan in force]
  due: 2025  [the plan in force]
met, as of 2025-12-31
alert: the promise was lowered: value 5 became 4
  value asked for: 4  [the plan in force]
  value printed: 5  [the printed plan]
  due: 2026  [the plan in force]
== EXIT 0
# And how the list of what was open became shorter.
== RUN for day in 2024-01-08 2024-01-11 2024-01-22 2024-01-29 2024-07-22 2025-12-31; do tameel plan working --as-of $day | sed -n 2,3p; done
== OUT
A small strategy, as of 2024-01-08
0 of 2 activities lack nothing, 0 are adopted for this year; 8 points are open
A small strategy, as of 2024-01-11
0 of 2 activities lack nothing, 0 are adopted for this year; 6 points are open
A small strategy, as of 2024-01-22
0 of 2 activities lack nothing, 2 are adopted for this year; 2 points are open
A small strategy, as of 2024-01-29
1 of 2 activities lack nothing, 2 are adopted for this year; one point is open
A small strategy, as of 2024-07-22
2 of 2 activities lack nothing, 2 are adopted for this year; 0 points are open
A small strategy, as of 2025-12-31
2 of 2 activities lack nothing, 2 are adopted for this year; 0 points are open
== EXIT 0
# The whole record holds.
== RUN tameel verify | head -1
== OUT
113 entries, 113 checkpoints and 19 attachments hold
== EXIT 0
