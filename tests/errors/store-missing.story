# A command says which store it needs, and never makes one by mistake.
== RUN tameel status
== ERR
tameel: E0808: expected --store FILE (or TAMEEL_STORE), found none
== EXIT 2
== RUN tameel status --store nowhere.db
== ERR
tameel: E0015 nowhere.db: there is no store here; tameel init makes one
== EXIT 1
== RUN tameel verify --store nowhere.db
== ERR
tameel: E0015 nowhere.db: there is no store here; tameel init makes one
== EXIT 1
== RUN tameel export journal --store nowhere.db --output out
== ERR
tameel: E0015 nowhere.db: there is no store here; tameel init makes one
== EXIT 1
== RUN tameel backup --store nowhere.db copy
== ERR
tameel: E0015 nowhere.db: there is no store here; tameel init makes one
== EXIT 1
== RUN tameel token --store nowhere.db --person A --institution b --role head
== ERR
tameel: E0015 nowhere.db: there is no store here; tameel init makes one
== EXIT 1
== RUN tameel status --strategy nowhere
== ERR
tameel: E0803: the strategy has 4 errors and is not adopted
tameel: E0108 indicators.yaml:1:1: expected the file indicators.yaml; it cannot be read
tameel: E0108 institutions.yaml:1:1: expected the file institutions.yaml; it cannot be read
tameel: E0108 plan.yaml:1:1: expected the file plan.yaml; it cannot be read
tameel: E0108 sources.yaml:1:1: expected the file sources.yaml; it cannot be read
== EXIT 1
== RUN tameel init
== ERR
tameel: E0808: expected DIR, found none
tameel: tameel init --help shows how
== EXIT 2
== RUN ls
== EXIT 0
