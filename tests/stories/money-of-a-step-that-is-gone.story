# A later amendment leaves fewer steps. What was recorded on one that is gone still counts in its activity, and is
# still corrected under its own name; new money cannot stand on it.
== COPY tests/fixtures/small
== CLOCK 2023-07-03
== STORE store.db FROM small
== DECIDED 2023/2 2023/3
== RUN tameel amend 1.1.1 --set 'steps=[{"title":"Book the halls","from":"2023-07-01","until":"2023-12-31"},{"title":"Invite the firms","from":"2024-01-01","until":"2024-06-30"}]' --reason "Steps are agreed" --decision 2023/2 > entries
== EXIT 0
== RUN tameel fund account A03 --title "Operating expenses" > entries
== EXIT 0
== RUN tameel fund budget invite --subject 1.1.1/2 --year FY2024 --account A03 --amount 20000 --currency PKR --basis estimate --title "Letters and calls" > entries
== EXIT 0
== RUN tameel fund record psdp-24 --funder moitt --subject 1.1.1/2 --year FY2024 --stage commitment --amount 200000 --currency PKR
== OUT
entry 7 recorded at 2023-07-03T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== CLOCK 2023-09-04
== RUN tameel amend 1.1.1 --set 'steps=[{"title":"Book the halls","from":"2023-07-01","until":"2023-12-31"}]' --reason "One step is dropped" --decision 2023/3 > entries
== EXIT 0
# The commitment had a zero too many, and the letters cost less.
== RUN tameel fund record psdp-24 --funder moitt --subject 1.1.1/2 --year FY2024 --stage commitment --amount 20000 --currency PKR --corrects 7
== OUT
entry 9 recorded at 2023-09-04T09:00:00.000000Z
leaf hash <any>
in the place of entry 7: commitment of PKR 200000.00 of fund psdp-24 for 1.1.1/2 in FY2024
== EXIT 0
== RUN tameel fund budget invite --subject 1.1.1/2 --year FY2024 --account A03 --amount 18000 --currency PKR --basis approved --title "Letters" > entries
== EXIT 0
== RUN tameel fund record psdp-24 --funder moitt --subject 1.1.1/2 --year FY2024 --stage disbursement --amount 100 --currency PKR
== ERR
tameel: E0462 subject: expected a step from 1.1.1/1 to 1.1.1/1, found "1.1.1/2"
== EXIT 1
== RUN tameel fund gap | grep '^1.1.1'
== OUT
1.1.1             Hold dialogues        18,000     20,000        0          0      -2,000         -2,000
1.1.1/2                                 18,000     20,000        0          0      -2,000         -2,000
1.1.1                     0      0         -
1.1.1/2                   0      0         -
1.1.1    Hold dialogues    18,000     20,000        0          0  -2,000         -2,000          0      0         -
1.1.1/2                    18,000     20,000        0          0  -2,000         -2,000          0      0         -
== EXIT 0
