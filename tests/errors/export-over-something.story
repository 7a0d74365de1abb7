# Nothing that exists is overwritten by an export, a backup or a restored store.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== RUN mkdir taken; echo mine > taken/file; tameel export journal --output taken
== ERR
tameel: E0017 taken: expected an empty folder, or none, to write the export to
== EXIT 1
== RUN tameel backup taken
== ERR
tameel: E0504 taken: something lies there already
== EXIT 1
== RUN tameel backup copy
== OUT
backed up to copy
== EXIT 0
== RUN tameel restore copy --store store.db
== ERR
tameel: E0504 store.db: something lies there already
== EXIT 1
== RUN cat taken/file
== OUT
mine
== EXIT 0
