# Who keeps a checkpoint can check later that the record has only grown.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== RUN tameel export journal --output before; cp before/checkpoint kept
== OUT
2 entries written to before
== EXIT 0
== RUN tameel confirm 1.1.1 --answer yes
== OUT
entry 2 recorded at 2024-01-10T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel verify --checkpoint kept | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
== RUN tameel export journal --output after; tameel verify --journal after --checkpoint kept | head -1
== OUT
3 entries written to after
3 entries, 1 checkpoints and 6 attachments hold
== EXIT 0
# A record of another key that begins alike is another record.
== STORE other.db FROM small
== RUN tameel export journal --store other.db --output other > /dev/null; tameel verify --journal other --checkpoint kept
== ERR
tameel: E0206 checkpoint: expected a signature by tameel.invalid/small+<any>, found none that holds
== EXIT 1
