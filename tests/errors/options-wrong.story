# Options that are not understood: one sentence, and exit code 2.
== RUN tameel
== ERR
tameel: E0808: expected a command: check, serve, token, status, figure, forecast, adjust, quality, trade, report, contribute, review, init, confirm, amend, adopt, plan, load, council, issue, fund, programme, verify, export, backup, restore, exercise, sdmx; found none
tameel: tameel --help shows all commands
== EXIT 2
== RUN tameel stauts
== ERR
tameel: E0808: no command is called "stauts"; did you mean status?
== EXIT 2
== RUN tameel status --asof 2024-05-20
== ERR
tameel: E0808: status has no option "--asof"; did you mean --as-of?
tameel: tameel status --help shows how
== EXIT 2
== RUN tameel check
== ERR
tameel: E0808: expected DIR, found none
tameel: tameel check --help shows how
== EXIT 2
== RUN tameel report --period 2024-Q1
== ERR
tameel: E0808: expected TARGET, found none
tameel: tameel report --help shows how
== EXIT 2
== RUN tameel exercise small
== ERR
tameel: E0808: expected --store FILE, found none
== EXIT 2
== RUN tameel serve --store s.db --listen somewhere
== ERR
tameel: E0001 --listen: expected ADDRESS:PORT such as 127.0.0.1:8080, found somewhere
== EXIT 2
== RUN tameel exercise --store s.db --entries many small
== ERR
tameel: E0808 --entries: expected a whole number from 0, found "many"
tameel: tameel exercise --help shows how
== EXIT 2
== RUN tameel status --store s.db --strategy small
== ERR
tameel: E0808: expected --store FILE (or TAMEEL_STORE) or --strategy DIR, found both
== EXIT 2
== RUN tameel report 1.1.1-1 --period
== ERR
tameel: E0808: expected a value after --period, found none
tameel: tameel report --help shows how
== EXIT 2
== RUN tameel export jurnal
== ERR
tameel: E0808: expected one of file, sdmx, journal, found "jurnal"; did you mean journal?
tameel: tameel export --help shows how
== EXIT 2
== RUN ls
== EXIT 0
