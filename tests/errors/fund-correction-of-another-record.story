# E0466: a correction keeps fund, funder and stage of the record that it takes the place of.
== COPY tests/fixtures/small
== CLOCK 2024-03-08
== STORE store.db FROM small
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage pledge --amount 60 --currency PKR > entries
== EXIT 0
== RUN tameel fund record usf-1 --funder pasha --subject 1.1.2 --year FY2024 --stage pledge --amount 70 --currency PKR > entries
== EXIT 0
# The number of another fund's entry, and a stage that is another record.
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage pledge --amount 65 --currency PKR --corrects 3
== ERR
tameel: E0466 corrects: entry 3 is a pledge of fund usf-1 by pasha: expected the same in its place, found a pledge of fund psdp by moitt
== EXIT 1
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage commitment --amount 60 --currency PKR --corrects 2
== ERR
tameel: E0466 corrects: entry 2 is a pledge of fund psdp by moitt: expected the same in its place, found a commitment of fund psdp by moitt
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
4 entries, 4 checkpoints and 6 attachments hold
== EXIT 0
# Subject and fiscal year may be corrected.
== RUN tameel fund record psdp --funder moitt --subject 1.1.2 --year FY2025 --stage pledge --amount 60 --currency PKR --corrects 2 > entries
== EXIT 0
== RUN tameel fund pipeline | grep psdp
== OUT
psdp   1.1.2  FY2025  moitt   PKR         -      60             60           -             -            -         -
== EXIT 0
