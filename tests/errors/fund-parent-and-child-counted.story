# E0454: costs, and funds, of one fiscal year stand on a subject or on its parts, never on both.
== COPY tests/fixtures/small
== CLOCK 2024-03-08
== STORE store.db FROM small
== DECIDED 2024/1
== RUN tameel amend 1.1.1 --set 'steps=[{"title":"Book the halls","from":"2023-07-01","until":"2023-12-31"},{"title":"Invite the firms","from":"2024-01-01","until":"2024-06-30"}]' --reason "Agreed" --decision 2024/1 > entries
== EXIT 0
== RUN tameel fund account A03 --title "Operating expenses" --effective-on 2024-01-01 > entries
== EXIT 0
== RUN tameel fund budget halls --subject 1.1.1/1 --year FY2024 --account A03 --amount 100 --currency PKR --basis estimate --title "Halls" > entries
== EXIT 0
== RUN tameel fund budget whole --subject 1.1.1 --year FY2024 --account A03 --amount 500 --currency PKR --basis estimate --title "Halls"
== ERR
tameel: E0454 subject: costs of FY2024 would be counted twice: budget line whole on 1.1.1, and budget line halls of entry 5 on 1.1.1/1, which lies in it
== EXIT 1
# Another year, another part, or a line that is itself replaced by the whole, is no fault.
== RUN tameel fund budget whole --subject 1.1.1 --year FY2025 --account A03 --amount 500 --currency PKR --basis estimate --title "Halls" > entries
== EXIT 0
== RUN tameel fund budget letters --subject 1.1.1/2 --year FY2024 --account A03 --amount 50 --currency PKR --basis estimate --title "Halls" > entries
== EXIT 0
== RUN tameel fund budget halls --subject 1.1.1 --year FY2024 --account A03 --amount 500 --currency PKR --basis estimate --title "Halls"
== ERR
tameel: E0454 subject: costs of FY2024 would be counted twice: budget line halls on 1.1.1, and budget line letters of entry 7 on 1.1.1/2, which lies in it
== EXIT 1
== RUN tameel fund budget letters --subject 1.1.1/2 --year FY2024 --account A03 --amount 0 --currency PKR --basis estimate --title "Halls" > entries
== EXIT 0
== RUN tameel fund budget halls --subject 1.1.1 --year FY2024 --account A03 --amount 500 --currency PKR --basis estimate --title "Halls" > entries
== EXIT 0
# Before that day the step still stood: what counts from an earlier day is asked of every later one.
== RUN tameel fund budget early --subject 1.1.1/2 --year FY2024 --account A03 --amount 50 --currency PKR --basis estimate --title "Halls" --on 2024-03-01
== ERR
tameel: E0454 subject: costs of FY2024 would be counted twice: budget line early on 1.1.1/2, and budget line halls of entry 9 on 1.1.1, which holds it
== EXIT 1
# Funds are asked apart from costs.
== RUN tameel fund record psdp --funder moitt --subject 1.1.1/1 --year FY2024 --stage pledge --amount 60 --currency PKR > entries
== EXIT 0
== RUN tameel fund record wb-1 --funder world-bank --subject 1.1.1 --year FY2024 --stage prospect --amount 60 --currency PKR
== ERR
tameel: E0454 subject: funds of FY2024 would be counted twice: fund wb-1 on 1.1.1, and fund psdp of entry 10 on 1.1.1/1, which lies in it
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
11 entries, 11 checkpoints and 7 attachments hold
== EXIT 0
