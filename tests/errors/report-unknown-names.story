# Codes that are not known are answered with the nearest one that is.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== DECIDED C1
# P@SHA leads activity 1.1.1, the ministry supports it. With the confirmation, reports are asked.
== RUN tameel confirm 1.1.1 --answer yes
== OUT
entry 3 recorded at 2024-01-10T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== CLOCK 2024-04-20
== FILE minutes.txt
Minutes of the first dialogue
== RUN tameel report 1.1.1-7 --period 2024-Q1 --value 1 --evidence minutes.txt --grade B
== ERR
tameel: E0420 target: no target has the code "1.1.1-7"; did you mean 1.1.1-1?
== EXIT 1
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade B --institution pahsa
== ERR
tameel: E0107 institution: no institution is called "pahsa"; did you mean pasha?
== EXIT 1
== RUN tameel status 1.1.1-7
== ERR
tameel: E0420 target: no target has the code "1.1.1-7"; did you mean 1.1.1-1?
== EXIT 1
== RUN tameel confirm 1.1.4 --answer yes
== ERR
tameel: E0423 activity: no activity has the code "1.1.4"; did you mean 1.1.1?
== EXIT 1
== RUN tameel amend 1.1.1-7 --set value=4 --reason Fewer --decision C1
== ERR
tameel: E0150 amendment.subject: expected a target, an activity, an outcome or an institution of the plan, or "council", found "1.1.1-7"
== EXIT 1
== RUN tameel adopt 1.1.4 1.1.2 9.9.9 --year 2024 --decision C1
== ERR
tameel: E0423 activities[0]: no activity has the code "1.1.4"; did you mean 1.1.1?
tameel: E0423 activities[2]: no activity has the code "9.9.9"
== EXIT 1
== RUN tameel review 1.1.1-7 --period 2024-Q1 --institution tdap --verify --grade B
== ERR
tameel: E0420 target: no target has the code "1.1.1-7"; did you mean 1.1.1-1?
== EXIT 1
== RUN tameel token --person Somebody --institution tdpa --role reviewer
== ERR
tameel: E0107 institution: no institution is called "tdpa"; did you mean tdap?
tameel: E0704 role: expected one of reporter, head, verifier, secretariat, council, auditor, administrator, found "reviewer"
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
4 entries, 4 checkpoints and 7 attachments hold
== EXIT 0
# An activity is no target, but says which are.
== RUN tameel status 1.1.1
== ERR
tameel: E0420 target: 1.1.1 is an activity; expected one of its targets: 1.1.1-1
== EXIT 1
