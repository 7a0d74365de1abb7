# A backup is one command while the store is in use; to restore is to verify.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== DECIDED C1
== RUN tameel confirm 1.1.1 --answer yes
== OUT
entry 3 recorded at 2024-01-10T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel backup copy
== OUT
backed up to copy
== EXIT 0
== RUN ls copy
== OUT
checkpoint
objects
store
== EXIT 0
# The store goes on after the backup.
== RUN tameel adopt 1.1.2 --year 2024 --decision C1
== OUT
entry 4 recorded at 2024-01-10T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN rm -r store.db*; tameel verify --store store.db
== ERR
tameel: E0015 store.db: there is no store here; tameel init makes one
== EXIT 1
== RUN tameel restore copy --store new.db
== OUT
restored to new.db and verified
== EXIT 0
== RUN tameel verify --store new.db | head -1
== OUT
4 entries, 4 checkpoints and 7 attachments hold
== EXIT 0
== RUN tameel status --store new.db | tail -1
== OUT
3 targets: 1 no data, 2 not asked
== EXIT 0
# The signing key stays outside a backup unless it is asked for. Without it the record can be read, not written.
== RUN tameel adopt 1.1.2 --store new.db --year 2024 --decision C1
== ERR
tameel: E0217: the store was opened without its signing key, so it can only be read
== EXIT 1
# A backup that was damaged is not restored.
== RUN f=$(find copy -type f | grep '/[0-9a-f]*$' | sort | head -1); echo more >> $f; tameel restore copy --store third.db; ls | grep third
== ERR
tameel: E0216 entry 0, file <any>: the file no longer has the content of its name
== EXIT 1
