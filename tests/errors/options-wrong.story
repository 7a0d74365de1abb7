# Options that are not understood: one sentence, and exit code 2.
== RUN tameel
== ERR
tameel: E0808: A subcommand is required
tameel: tameel --help shows all commands
== EXIT 2
== RUN tameel stauts
== ERR
tameel: E0808: no command is called "stauts"; did you mean status?
== EXIT 2
== RUN tameel status --asof 2024-05-20
== ERR
tameel: E0808: The following argument was not expected: --asof
tameel: tameel --help shows all commands
== EXIT 2
== RUN tameel check
== ERR
tameel: E0808: DIR is required
tameel: tameel --help shows all commands
== EXIT 2
== RUN tameel report --period 2024-Q1
== ERR
tameel: E0808: TARGET is required
tameel: tameel --help shows all commands
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
tameel: E0808: Could not convert: --entries = many
tameel: tameel --help shows all commands
== EXIT 2
== RUN ls
== EXIT 0
