# A decision reaches what it names: a target, an activity with its targets, an objective with all below it, or the plan.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
# Both seats have a holder, and the council meets on 25 January.
== RUN tameel council appoint moitt --holder m-1 > /dev/null
tameel council appoint pasha --holder p-1 > /dev/null
tameel council schedule --on 2024-01-25 > /dev/null
== EXIT 0
== CLOCK 2024-01-25
== RUN tameel council hold 2024-Q1 --present moitt,pasha > /dev/null
== EXIT 0
== RUN tameel council decide 2024-Q1 --title "Half a year more for the survey" --concerns 1.1.2-1 --consensus > /dev/null
tameel council decide 2024-Q1 --title "We thank the ministry" --consensus > /dev/null
tameel council decide 2024-Q1 --title "Less to be known" --concerns 1.1 --consensus > /dev/null
== EXIT 0
== RUN tameel amend 1.1.2-2 --set due=2027 --reason "The survey is late" --decision 2024-Q1/1
== ERR
tameel: E0440 decision: decision 2024-Q1/1 does not reach 1.1.2-2; it concerns 1.1.2-1
== EXIT 1
== RUN tameel amend 1.1.2 --set period=2024-2027 --reason "The survey is late" --decision 2024-Q1/1
== ERR
tameel: E0440 decision: decision 2024-Q1/1 does not reach 1.1.2; it concerns 1.1.2-1
== EXIT 1
== RUN tameel adopt 1.1.1 1.1.2 --year 2024 --decision 2024-Q1/1
== ERR
tameel: E0440 decision: decision 2024-Q1/1 does not reach 1.1.1, 1.1.2; it concerns 1.1.2-1
== EXIT 1
== RUN tameel amend exports-fy2024 --set value=2900 --reason "A weak half" --decision 2024-Q1/1
== ERR
tameel: E0440 decision: decision 2024-Q1/1 does not reach exports-fy2024; it concerns 1.1.2-1
== EXIT 1
== RUN tameel amend council --set quorum=2 --reason "Both decide" --decision 2024-Q1/3
== ERR
tameel: E0440 decision: decision 2024-Q1/3 does not reach council; it concerns 1.1
== EXIT 1
# A decision that names nothing reaches nothing.
== RUN tameel amend 1.1.2-1 --set due=2027 --reason "The survey is late" --decision 2024-Q1/2
== ERR
tameel: E0440 decision: decision 2024-Q1/2 does not reach 1.1.2-1; it concerns nothing
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
9 entries, 9 checkpoints and 6 attachments hold
== EXIT 0
# What it names, it reaches; an objective reaches all below it.
== RUN tameel amend 1.1.2-1 --set due=2026-12-31 --reason "The survey is late" --decision 2024-Q1/1 > /dev/null
tameel amend 1.1.1-1 --set due=2026 --reason "No hall" --decision 2024-Q1/3 > /dev/null
== EXIT 0
