# Thirty faults of different kinds in one strategy are all found in one run, and nothing that only
# follows from them. The comments in the files number them.
== COPY tests/fixtures/thirty-faults
== RUN tameel check thirty-faults
== OUT
indicators.yaml:3:5: error E0138: an indicator needs the field "source": the document that publishes it
   3 |   - code: exports
     |     ^^^^
  hint: An indicator names the document and the data file that it rests on.
indicators.yaml:11:7: error E0140: the file data/exports.csv has no column "kategory"; did you mean "category"?
  11 |       kategory: ict
     |       ^^^^^^^^
  hint: The data file lacks a column or a series that the indicator names.
institutions.yaml:14:9: error E0142: "P@SHA" already names the institution pasha (line 2)
  14 |       - P@SHA
     |         ^^^^^
  hint: A name or alias leads to one institution only.
institutions.yaml:23:15: error E0143: the seat 1 stands twice
  23 |     - number: 1
     |               ^
  hint: A seat of the council has its own number, and an institution has one seat.
plan.yaml:7:12: error E0122: expected the code of a country in ISO 3166-1, three capitals such as PAK, found "pak"
   7 |   country: pak
     |            ^^^
  hint: ISO 3166-1 lists the codes of three capitals: PAK, BGD, KEN.
plan.yaml:14:14: error E0122: expected one of weekly, monthly, quarterly, half-yearly, yearly; found "quaterly"; did you mean "quarterly"?
  14 |   frequency: quaterly
     |              ^^^^^^^^
  hint: The field takes one word of a fixed list.
plan.yaml:16:1: error E0104: expected spaces in the indentation, found a tab
  16 | 	grace_days: 30
     | ^
  hint: Indentation is two spaces a level; a tab has no fixed width.
plan.yaml:26:20: error E0102: the text that begins with " is not closed on its line
  26 |             title: "Hold dialogues
     |                    ^^^^^^^^^^^^^^^
  hint: A quoted text must be closed on the line on which it begins.
plan.yaml:28:13: error E0110: an activity has no key "prioritty"
  28 |             prioritty: 1
     |             ^^^^^^^^^
  hint: Only the keys of docs/formats/plan-language.md are allowed, so that a misspelled one is not overlooked.
plan.yaml:32:13: error E0103: the key "kind" stands twice in this item; the first is on line 30, column 13
  32 |             kind: reform
     |             ^^^^
  hint: A key may stand once in an item; delete one of the two, or give it its own item.
plan.yaml:36:19: error E0107: the institution "psha" is not known; did you mean "pasha"?
  36 |             lead: psha
     |                   ^^^^
  hint: institutions.yaml lists the codes and aliases; add the institution there or correct the name.
plan.yaml:44:24: error E0129: expected a whole number that is not negative, found -5
  44 |                 value: -5
     |                        ^^
  hint: The number cannot be reached: a share lies between 0 and 100 percent, a count is whole and not negative.
plan.yaml:52:24: error E0127: a milestone is done or not done and has no value
  52 |                 value: 1
     |                        ^
  hint: A milestone is done or not done; it has neither value nor unit.
plan.yaml:61:13: error E0120: an activity has exactly one lead; found a list of 2
  61 |             lead:
     |             ^^^^
  hint: An activity has exactly one lead institution; the others support.
plan.yaml:67:17: error E0133: the field "population" is missing: a survey_share is a share of something
  67 |               - id: 1.1.2-1
     |                 ^^
  hint: A share is a share of something: name the population, or write open with a note.
plan.yaml:76:17: error E0134: the field "question" is missing: a survey target names the question that is asked
  76 |               - id: 1.1.2-2
     |                 ^^
  hint: A survey target names the question that is asked, or says open with a note.
plan.yaml:92:17: error E0121: "moitt" leads 1.1.3 and cannot support it too
  92 |               - MoITT
     |                 ^^^^^
  hint: The lead of an activity is not among its supporters.
plan.yaml:95:17: error E0118: the activity "1.1.9" does not exist; did you mean "1.1.1"?
  95 |               - 1.1.9
     |                 ^^^^^
  hint: The plan has no activity of that code.
plan.yaml:101:22: error E0126: 2029 (until 2029-12-31) lies outside the horizon from 2023-01-01 to 2027-12-31
 101 |                 due: 2029
     |                      ^^^^
  hint: What the plan promises is due between the strategy's first and last day.
plan.yaml:122:19: error E0130: the interim target 100 for 2025 goes back behind 200 for 2024
 122 |                   2025: 100
     |                   ^^^^
  hint: Interim targets ascend by date and never turn back.
plan.yaml:128:24: error E0129: expected a share from 0 to 100 percent, found 120
 128 |                 value: 120
     |                        ^^^
  hint: The number cannot be reached: a share lies between 0 and 100 percent, a count is whole and not negative.
plan.yaml:142:17: error E0135: these activities wait for each other: 1.1.4 → 1.1.5 → 1.1.4
 142 |               - 1.1.4
     |                 ^^^^^
  hint: Activities that wait for each other in a circle can never begin.
plan.yaml:153:19: error E0131: the interim target at the due date 2026 is 2, but the value is 3
 153 |                   2026: 2
     |                   ^^^^
  hint: The last interim target must lead to the value at the due date.
plan.yaml:156:27: error E0144: Association of Software Houses leads 1.1.5 and cannot verify its targets
 156 |                 verifier: pasha
     |                           ^^^^^
  hint: Nobody from the lead or the supporters of an activity verifies its targets.
plan.yaml:162:23: error E0128: a share is in percent; found the unit "women"
 162 |                 unit: women
     |                       ^^^^^
  hint: The unit must fit the measure: shares are in percent, an outcome has its indicator's unit.
plan.yaml:164:22: error E0112: "due" is open, but no note says why
 164 |                 due: open
     |                      ^^^^
  hint: A field that is open needs a note in the same item that says why.
plan.yaml:172:16: error E0137: the indicator "export" is not known; did you mean "exports"?
 172 |     indicator: export
     |                ^^^^^^
  hint: indicators.yaml has no indicator of that code.
sources.yaml:5:16: error E0125: expected a day, a month or a year such as 2023-01, found "2024-13"
   5 |     published: 2024-13
     |                ^^^^^^^
  hint: A document was published in 2023, in 2023-01 or on 2023-01-31.
sources.yaml:27:11: warning W0120: Receipts rose by 458 million: printed 458 USD million, recomputed 2590.9 USD million (the roundings allow 1 USD million)
  27 |   - code: increase
     |           ^^^^^^^^
  hint: 2.135 million would have to be 2.135 billion
sources.yaml:37:13: error E0146: the figure "F201" is not known
  37 |     result: F201
     |             ^^^^
  hint: sources.yaml has no figure of that code.
29 errors, 1 warning; 5 activities, 9 targets, 1 outcome, 3 institutions
== EXIT 1
