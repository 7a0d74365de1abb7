# E0464: a correction names the record of money that is in force.
== COPY tests/fixtures/small
== CLOCK 2024-03-08
== STORE store.db FROM small
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage pledge --amount 60 --currency PKR --corrects 1
== ERR
tameel: E0464 corrects: entry 1 records no money
== EXIT 1
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage pledge --amount 60 --currency PKR > entries
== EXIT 0
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage pledge --amount 70 --currency PKR --corrects 2 > entries
== EXIT 0
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage pledge --amount 80 --currency PKR --corrects 2
== ERR
tameel: E0464 corrects: entry 2 was corrected by entry 3; expected the correction of a record that is in force
== EXIT 1
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage pledge --amount 80 --currency PKR --corrects 99
== ERR
tameel: E0464 corrects: entry 99 records no money
== EXIT 1
# 0 takes back, and what was taken back can be corrected again.
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage pledge --amount 0 --currency PKR --corrects 3 > entries
== EXIT 0
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage pledge --amount 75 --currency PKR --corrects 4 > entries
== EXIT 0
== RUN tameel fund pipeline | tail -1
== OUT
psdp  1.1.1  FY2024  moitt   PKR         -      75             75           -             -            -         -
== EXIT 0
# Nothing was written.
== RUN tameel verify | head -1
== OUT
6 entries, 6 checkpoints and 6 attachments hold
== EXIT 0
