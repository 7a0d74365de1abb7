# The value must fit the target's measure. All that is wrong is said at once.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
# P@SHA leads activity 1.1.1, the ministry supports it. With the confirmation, reports are asked.
== RUN tameel confirm 1.1.1 --answer yes
== OUT
entry 2 recorded at 2024-01-10T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== CLOCK 2024-04-20
== FILE minutes.txt
Minutes of the first dialogue
# A count is whole and not negative, and a number is written with digits.
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1.5 --evidence minutes.txt --grade B
== ERR
tameel: E0407 value: expected a whole number of dialogues, found 1.5
== EXIT 1
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value=-1 --evidence minutes.txt --grade B
== ERR
tameel: E0407 value: expected a value of 0 or more, found -1
== EXIT 1
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1,000 --evidence minutes.txt --grade B
== ERR
tameel: E0003 value: expected a decimal number such as -12.50, found "1,000"
== EXIT 2
# A count has no numerator, is not done or not done, and has no items.
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade B --numerator 1 --denominator 2 --done yes --item a=50
== ERR
tameel: E0407 done: 1.1.1-1 is measured by a value, not by done
tameel: E0407 numerator: 1.1.1-1 is no share and has no numerator
tameel: E0407 items: 1.1.1-1 has no list of items
tameel: E0407 value: expected 50 as the value of 1 of 2, found 1
== EXIT 1
# A count without a value.
== RUN tameel report 1.1.1-1 --period 2024-Q1 --evidence minutes.txt --grade B
== ERR
tameel: E0407 value: a report of 1.1.1-1 needs a value
== EXIT 1
# Four faults in one report.
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 0.5 --evidence minutes.txt --grade B --unit firms --self-rating great --institution chambers
== ERR
tameel: E0415 self_rating: expected on_track, at_risk, off_track or met, found "great"
tameel: E0402 institution: Chambers of commerce neither leads nor supports activity 1.1.1; its lead is Association of Software Houses
tameel: E0416 unit: expected dialogues, found firms
tameel: E0407 value: expected a whole number of dialogues, found 0.5
== EXIT 2
# Nothing was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
