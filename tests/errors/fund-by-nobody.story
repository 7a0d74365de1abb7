# E0107: who records money or reports on a programme acts for an institution of the plan.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-03-08
== STORE store.db FROM small
== RUN tameel fund account A03 --title "Operating expenses" --institution nobody
== ERR
tameel: E0107 institution: no institution is called "nobody"
== EXIT 1
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage pledge --amount 60 --currency PKR --institution nobody
== ERR
tameel: E0107 institution: no institution is called "nobody"
== EXIT 1
== RUN tameel fund rate USD 280 --on 2024-03-07 --source a-bank --institution nobody
== ERR
tameel: E0107 institution: no institution is called "nobody"
== EXIT 1
== RUN tameel programme cohort course 2024-A --title "First course" --institution nobody
== ERR
tameel: E0107 institution: no institution is called "nobody"
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
2 entries, 2 checkpoints and 7 attachments hold
== EXIT 0
# Without --institution it is the secretariat's.
== RUN tameel fund account A03 --title "Operating expenses" > entries
== EXIT 0
== RUN tameel export journal --output out > /dev/null && tail -1 out/entries.jsonl | grep -o '"institution":"[a-z]*"'
== OUT
"institution":"tdap"
== EXIT 0
