# A strategy with errors is not adopted, and the store stays empty.
== COPY tests/fixtures/thirty-faults
== RUN tameel serve --store store.db --strategy thirty-faults --listen 127.0.0.1:0
== ERR
tameel: E0803: the strategy has 29 errors and is not adopted
tameel: E0138 indicators.yaml:3:5: an indicator needs the field "source": the document that publishes it
tameel: E0140 indicators.yaml:11:7: the file data/exports.csv has no column "kategory"; did you mean "category"?
tameel: E0142 institutions.yaml:14:9: "P@SHA" already names the institution pasha (line 2)
tameel: E0143 institutions.yaml:23:15: the seat 1 stands twice
tameel: E0122 plan.yaml:7:12: expected the code of a country in ISO 3166-1, three capitals such as PAK, found "pak"
tameel: E0122 plan.yaml:14:14: expected one of weekly, monthly, quarterly, half-yearly, yearly; found "quaterly"; did you mean "quarterly"?
tameel: E0104 plan.yaml:16:1: expected spaces in the indentation, found a tab
tameel: E0102 plan.yaml:26:20: the text that begins with " is not closed on its line
tameel: E0110 plan.yaml:28:13: an activity has no key "prioritty"
tameel: E0103 plan.yaml:32:13: the key "kind" stands twice in this item; the first is on line 30, column 13
tameel: E0107 plan.yaml:36:19: the institution "psha" is not known; did you mean "pasha"?
tameel: E0129 plan.yaml:44:24: expected a whole number that is not negative, found -5
tameel: E0127 plan.yaml:52:24: a milestone is done or not done and has no value
tameel: E0120 plan.yaml:61:13: an activity has exactly one lead; found a list of 2
tameel: E0133 plan.yaml:67:17: the field "population" is missing: a survey_share is a share of something
tameel: E0134 plan.yaml:76:17: the field "question" is missing: a survey target names the question that is asked
tameel: E0121 plan.yaml:92:17: "moitt" leads 1.1.3 and cannot support it too
tameel: E0118 plan.yaml:95:17: the activity "1.1.9" does not exist; did you mean "1.1.1"?
tameel: E0126 plan.yaml:101:22: 2029 (until 2029-12-31) lies outside the horizon from 2023-01-01 to 2027-12-31
tameel: E0130 plan.yaml:122:19: the interim target 100 for 2025 goes back behind 200 for 2024
tameel: E0129 plan.yaml:128:24: expected a share from 0 to 100 percent, found 120
tameel: E0135 plan.yaml:142:17: these activities wait for each other: 1.1.4 → 1.1.5 → 1.1.4
tameel: E0131 plan.yaml:153:19: the interim target at the due date 2026 is 2, but the value is 3
tameel: E0144 plan.yaml:156:27: Association of Software Houses leads 1.1.5 and cannot verify its targets
tameel: E0128 plan.yaml:162:23: a share is in percent; found the unit "women"
tameel: E0112 plan.yaml:164:22: "due" is open, but no note says why
tameel: E0137 plan.yaml:172:16: the indicator "export" is not known; did you mean "exports"?
tameel: E0125 sources.yaml:5:16: expected a day, a month or a year such as 2023-01, found "2024-13"
tameel: E0146 sources.yaml:37:13: the figure "F201" is not known
== EXIT 1
== RUN tameel status --store store.db
== ERR
tameel: E0801: no strategy has been adopted in this store
== EXIT 1
