# The first agenda that the strategy as printed gets: nobody has confirmed or reported anything. It is the checklist of
# what is open, activity by activity, with who can close it; what the statistics already say stands before it.
== COPY strategies/pakistan-bpo-2023 AS strategy
== CLOCK 2026-11-26
== RUN tameel council agenda --strategy strategy
== OUT
Agenda proposed for the council's next meeting
Pakistan Business Process Outsourcing Export Strategy 2023-2027, as of 2026-11-26
no meeting is called

Red lines
  1 exports-fy2022 missed: IT and ITeS export receipts reach 3.5 billion dollars in FY2022
    FY2022: 2619.1 USD million, against at least 3500 USD million
  2 exports-2023 missed: IT and ITeS export receipts reach 5 billion dollars by 2023
    FY2023: 2596 USD million, against at least 5000 USD million
  3 market-concentration off track: No single market brings in more than half of the receipts
    United States, July 2022 to March 2023: 54.54 percent, against at most 50 percent

Promises whose day has passed
  4 The day of 4 promises has passed, and nothing is known
    nobody was asked, or nothing was reported: 1.1.1-4 (due 2023), 1.1.2-3 (due 2023), 1.2.3-1 (due
    2023), 2.2.1-3 (due 2024)

The council itself
  5 Decide the council's chair, quorum, term
    the strategy leaves them open; until then more than half of the seats are a quorum
  6 Name the holders of 13 seats
    MoC, TDAP, MoITT, PSEB, MoFEPT, SMEDA, FBR, MoIP, SECP, BOI, P@SHA, UET Lahore, S&P Global

What is open in the working plan
  7 1.1.1 Give BPO and KPO firms a stronger voice in their association
    the council: period, due date of 1.1.1-1 to -3; the lead, P@SHA: confirmation, dated steps,
    verification of 1.1.1-1 to -4; supporters not confirmed: MoITT, Local chambers of commerce,
    DGTO; the secretariat: verifier of 1.1.1-1 to -4
  8 1.1.2 Agree and carry out recognition measures in public-private dialogues
    the council: period, due date of 1.1.2-1, -2; the lead, P@SHA: confirmation, dated steps,
    verification of 1.1.2-1 to -4; supporters not confirmed: MoITT, Provincial IT boards and
    ministries, Local chambers of commerce, TDAP; the secretariat: verifier of 1.1.2-1 to -4
  9 1.1.3 Define the BPO and KPO sector and its scope
    the council: period, due date of 1.1.3-1, -2; the lead, MoITT: confirmation, dated steps,
    verification of 1.1.3-1, -2; supporters not confirmed: P@SHA, PTA, TDAP; the secretariat:
    verifier of 1.1.3-1, -2
 10 1.2.1 Commission an international benchmarking and marketing study
    the council: period, due date of 1.2.1-1, -2; the lead, P@SHA: confirmation, dated steps,
    verification of 1.2.1-1, -2; supporters not confirmed: TDAP; the secretariat: verifier of
    1.2.1-1, -2
 11 1.2.2 Produce marketing material on abilities, incentives and success stories
    the council: period, due date of 1.2.2-1; the lead, P@SHA: confirmation, dated steps,
    verification of 1.2.2-1; supporters not confirmed: MoITT, MoFEPT; the secretariat: verifier of
    1.2.2-1
 12 1.2.3 Brief commercial counsellors abroad
    the council: period; the lead, P@SHA: confirmation, dated steps, verification of 1.2.3-1;
    supporters not confirmed: TDAP, Trade missions; the secretariat: verifier of 1.2.3-1
 13 1.2.4 Build promotion and market intelligence in government agencies
    the council: period, due date of 1.2.4-1, -2; the lead, P@SHA: confirmation, dated steps,
    verification of 1.2.4-1, -2; supporters not confirmed: MoITT, MoFEPT, TDAP, PSEB; the
    secretariat: verifier of 1.2.4-1, -2
 14 1.3.1 Hold a yearly summit on emerging trends
    the council: period, due date of 1.3.1-1 to -4, value of 1.3.1-3; the lead, P@SHA: confirmation,
    dated steps, verification of 1.3.1-1 to -4, baseline of 1.3.1-3, -4, question of 1.3.1-4;
    supporters not confirmed: MoITT, Local chambers of commerce, TDAP, MoIP; the secretariat:
    verifier of 1.3.1-1 to -4
 15 1.3.2 Win multinationals for captive centres in Pakistan
    the council: period, due date of 1.3.2-1, -2; the lead, BOI: confirmation, dated steps,
    verification of 1.3.2-1, -2; supporters not confirmed: P@SHA, MoITT; the secretariat: verifier
    of 1.3.2-1, -2
 16 2.1.1 Start rapid conversion courses for school-leavers and graduates
    the council: period, due date of 2.1.1-1, -2; the lead, MoFEPT: confirmation, dated steps,
    verification of 2.1.1-1, -2; supporters not confirmed: P@SHA, MoITT; the secretariat: verifier
    of 2.1.1-1, -2
 17 2.1.2 Start short basic skills programmes in vocational institutes
    the council: period, due date of 2.1.2-1, -2; the lead, MoFEPT: confirmation, dated steps,
    verification of 2.1.2-1, -2; supporters not confirmed: P@SHA, MoITT, NAVTTC; the secretariat:
    verifier of 2.1.2-1, -2
 18 2.1.3 Hold career workshops for young people
    the council: period, due date of 2.1.3-1; the lead, P@SHA: confirmation, dated steps,
    verification of 2.1.3-1; supporters not confirmed: MoITT, MoFEPT; the secretariat: verifier of
    2.1.3-1
 19 2.1.4 Improve how firms develop and keep their staff
    the council: period, due date of 2.1.4-1; the lead, MoFEPT: confirmation, dated steps, baseline,
    verification of 2.1.4-1; supporters not confirmed: P@SHA, MoITT; the secretariat: verifier of
    2.1.4-1
 20 2.1.5 Assess and publish the skills that KPO will need
    the council: period, due date of 2.1.5-1 to -4; the lead, MoFEPT: confirmation, dated steps,
    verification of 2.1.5-1 to -4; supporters not confirmed: P@SHA, MoITT; the secretariat: verifier
    of 2.1.5-1 to -4
 21 2.1.6 Have tertiary institutions offer courses in emerging fields
    the council: period, due date of 2.1.6-1; the lead, MoFEPT: confirmation, dated steps, baseline,
    verification of 2.1.6-1; supporters not confirmed: P@SHA, MoITT; the secretariat: verifier of
    2.1.6-1
 22 2.2.1 Review labour law together and press for the changes
    the council: period, due date of 2.2.1-1, -2; the lead, P@SHA: confirmation, dated steps,
    verification of 2.2.1-1 to -4; supporters not confirmed: Ministry of Labour, Local chambers of
    commerce, SECP; the secretariat: verifier of 2.2.1-1 to -4
 23 2.2.2 Raise awareness of labour rules and compliance with them
    the council: period, due date of 2.2.2-1; the lead, P@SHA: confirmation, dated steps, baseline,
    verification, question of 2.2.2-1; supporters not confirmed: Ministry of Labour, Local chambers
    of commerce, SECP; the secretariat: verifier of 2.2.2-1
 24 3.1.1 Remove the tax differences between BPO and software firms
    the council: period, due date of 3.1.1-1; the lead, FBR: confirmation, dated steps, verification
    of 3.1.1-1; supporters not confirmed: P@SHA, Local chambers of commerce, SECP; the secretariat:
    verifier of 3.1.1-1
 25 3.1.2 Hold tax sessions of industry and government twice a year
    the council: period, due date of 3.1.2-1 to -3; the lead, P@SHA: confirmation, dated steps,
    verification of 3.1.2-1 to -3, baseline, question of 3.1.2-2, -3; supporters not confirmed: FBR,
    Local chambers of commerce, SECP; the secretariat: verifier of 3.1.2-1 to -3
 26 3.1.3 Grant import duty concessions on equipment to small firms
    the council: period, due date of 3.1.3-1; the lead, MoC: confirmation, dated steps, verification
    of 3.1.3-1; supporters not confirmed: FBR, P@SHA, Local chambers of commerce, SECP; the
    secretariat: verifier of 3.1.3-1
 27 3.2.1 Open dedicated financing windows with uncollateralized loans
    the council: period, due date of 3.2.1-1, -2; the lead, MoF: confirmation, dated steps,
    verification of 3.2.1-1, -2, baseline, question of 3.2.1-2; supporters not confirmed: SBP,
    P@SHA, Local chambers of commerce, SECP, FBR; the secretariat: verifier of 3.2.1-1, -2
 28 3.2.2 Develop lending products for IT firms, BPO and KPO above all
    the council: period, lead, supporters, targets, dated steps
 29 3.3.1 Subsidize the first six months of rent in technology zones
    the council: kind, period, lead, supporters, dated steps, due date, verification of 3.3.1-1, -2,
    baseline, question of 3.3.1-2; the secretariat: verifier of 3.3.1-1, -2

What else is open
 30 Close what 3 outcomes leave open
    the council: baseline of exports-fy2022, baseline of exports-2023, baseline of exports-fy2024
 31 Say of which type 14 institutions are
    the secretariat: MoFEPT, SMEDA, MoIP, SECP, BOI, UET Lahore, S&P Global, DGTO, Local chambers of
    commerce, Ministry of Labour, NAVTTC, PTA, Provincial IT boards and ministries, Trade missions

Members without any activity
 32 SMEDA sits on the council and has no activity: it neither leads nor supports any
 33 UET Lahore sits on the council and has no activity: it neither leads nor supports any
 34 S&P Global sits on the council and has no activity: it neither leads nor supports any

Load beyond the rated capacity
 35 P@SHA carries more than its rated capacity
    it leads 11 and supports 10 of 23 activities; a load of 13.50 against 2.3 for a capacity rated 3
== EXIT 0
# It fits on two pages of 66 lines with 100 columns.
== RUN tameel council agenda --strategy strategy > agenda.txt; test $(wc -l < agenda.txt) -le 132 && ! grep -nE '^.{101,}' agenda.txt && echo two pages
== OUT
two pages
== EXIT 0
# And it is complete: every open field of the plan language is on it, 41 undated targets among them, both open leads,
# every confirmation, and every member of the council that has nothing to do.
== RUN tameel council agenda --strategy strategy --json > agenda.json; tameel plan working --strategy strategy --json > plan.json; python3 - <<'END'
import json, re
items = json.load(open("agenda.json"))["items"]
plan = json.load(open("plan.json"))
points = [point for activity in plan["activities"] for point in activity["points"]]
count = lambda field: sum(point["field"] == field for point in points)
print("due dates", count("due"), "leads", count("lead"), "confirmations", count("confirmation"),
      "means of verification", count("verification"), "verifiers", count("verifier"), "steps", count("steps"))
working = {item["subject"]: item["why"] for item in items if item["kind"] == "working_plan"}
print("activities", len(working), "idle", [item["subject"] for item in items if item["kind"] == "idle_member"],
      "overloaded", [item["subject"] for item in items if item["kind"] == "overload"])
named = set()
for activity, why in working.items():  # "1.1.1-1 to -3, -5"
    for part in re.findall(r"due date[^;]*? of (%s-[\d, to-]+)" % re.escape(activity), why):
        for first, last in re.findall(r"-(\d+)(?: to -(\d+))?", part.removeprefix(activity)):
            named |= {f"{activity}-{n}" for n in range(int(first), int(last or first) + 1)}
print("undated targets named", len(named), named == {point["subject"] for point in points if point["field"] == "due"})
print(sorted({key for item in items for key in item}))
END
== OUT
due dates 41 leads 2 confirmations 80 means of verification 47 verifiers 47 steps 23
activities 23 idle ['smeda', 'uet-lahore', 'sp-global'] overloaded ['pasha']
undated targets named 41 True
['heading', 'kind', 'papers', 'subject', 'title', 'why']
== EXIT 0
# Before the strategy nothing was in force, and this record did not exist before it was made.
== RUN tameel council agenda --strategy strategy --as-of 2022-12-31
== ERR
tameel: E0424 as_of: no plan was in force on 2022-12-31: pakistan-bpo-2023 counts from 2023-01-01
== EXIT 1
== RUN tameel council agenda --strategy strategy --recorded-by 2020-01-01
== ERR
tameel: E0802 recorded_by: this record did not exist on 2020-01-01T18:59:59.999999Z: its first entry was recorded at 2026-11-26T09:00:00.000000Z
== EXIT 1
