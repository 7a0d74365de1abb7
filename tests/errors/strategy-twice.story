# A store holds one strategy; another, or a changed one, is adopted only when that is said.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== RUN tameel init small
== ERR
tameel: E0805: this store already holds a strategy
== EXIT 1
== RUN tameel init small --again
== ERR
tameel: E0804: the strategy in force is the same already
== EXIT 1
== RUN sed -i 's/Five dialogues held/Five good dialogues held/' small/plan.yaml; tameel init small
== ERR
tameel: E0805: this store already holds a strategy
== EXIT 1
== RUN tameel init small --again
== OUT
adopted small with 3 targets, 1 outcomes and 0 warnings
1.1.1-1 statement changed: Five dialogues held -> Five good dialogues held
== EXIT 0
== RUN tameel status | grep 1.1.1-1
== OUT
1.1.1-1              not asked     Five good dialogues held: the lead has not confirmed the activity, and no working plan holds it
== EXIT 0
== RUN tameel init nowhere --store other.db
== ERR
tameel: E0803: the strategy has 4 errors and is not adopted
tameel: E0108 indicators.yaml:1:1: expected the file indicators.yaml; it cannot be read
tameel: E0108 institutions.yaml:1:1: expected the file institutions.yaml; it cannot be read
tameel: E0108 plan.yaml:1:1: expected the file plan.yaml; it cannot be read
tameel: E0108 sources.yaml:1:1: expected the file sources.yaml; it cannot be read
== EXIT 1
