# Everything that is wrong with a report is said in one pass, whether an option or a rule finds it.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== RUN tameel confirm 1.1.1 --answer yes > /dev/null
== EXIT 0
== FILE minutes.txt
Minutes of the first dialogue
== CLOCK 2024-04-20
== RUN tameel report 1.1.2-1 --period 2024-Q9 --value x --evidence nofile --grade Z --evidence minutes.txt --grade Q --self-rating good --institution yy --done maybe --effective-on 2024-13-01
== ERR
tameel: E0003 value: expected a decimal number such as -12.50, found "x"
tameel: E0808 done: expected yes or no, found "maybe"
tameel: E0016 nofile: cannot read the file: No such file or directory
tameel: E0004 --effective-on: the day 2024-13-01 does not exist in the calendar
tameel: E0005 period: expected a period such as 2024, 2024-H1, 2024-Q3, 2024-04, 2024-W05, 2024-04-20 or FY2024-Q1, found "2024-Q9"
tameel: E0107 institution: no institution is called "yy"
tameel: E0415 self_rating: expected on_track, at_risk, off_track or met, found "good"
tameel: E0414 evidence[0].grade: expected A, B, C or D, found "Q"
== EXIT 2
== RUN tameel amend 1.1.1-1 --set foo=1 --set value=-5 --set due=2030 --set due=2031
== ERR
tameel: E0808 --set: the field due is set twice
tameel: E0413 reason: expected a reason, found none
tameel: E0439 decision: expected the code of an adopted decision of the council, found none
tameel: E0150 amendment.changes.foo: the field "foo" cannot be amended here; allowed are due, value, baseline, path, verification, verifier, frequency, population, question, unit, measure, note
== EXIT 2
== RUN tameel adopt 1.1.1 1.1.1 9.9.9 --year 20xx --decision " "
== ERR
tameel: E0423 activities[2]: no activity has the code "9.9.9"
tameel: E0005 year: expected a year of the strategy, 2023-01-01 to 2027-12-31, found "20xx"
tameel: E0439 decision: expected the code of an adopted decision of the council, found none
tameel: E0001 activities[1]: activity 1.1.1 stands twice
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
