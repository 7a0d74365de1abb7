# A programme is named by its code; a misspelled one is guessed.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-04-20
== STORE store.db FROM small
== RUN tameel programme show cours
== ERR
tameel: E0470 programme: no programme has the code "cours"; did you mean course?
== EXIT 1
== RUN tameel programme report courses --stage admitted --period 2024-03-31 --value 3
== ERR
tameel: E0470 programme: no programme has the code "courses"; did you mean course?
== EXIT 1
# Nothing else was written.
== RUN tameel verify | head -1
== OUT
2 entries, 2 checkpoints and 7 attachments hold
== EXIT 0
