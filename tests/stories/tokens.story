# A token lets one person write over HTTP, for one institution, in the roles that it names. It is shown once,
# alone on standard output; the record holds its hash only, and no name.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== RUN tameel token --person "Ayesha Khan" --institution P@SHA --role reporter --role head --days 90 > token; cut -c1-4 token
== OUT
tml_
== ERR
for <any> until 2024-04-09; it is shown only now
== EXIT 0
== RUN wc -c < token
== OUT
69
== EXIT 0
== RUN tameel export journal --output journal; grep -c 'key.issued' journal/entries.jsonl; grep -c Ayesha journal/entries.jsonl; grep -c $(cat token) journal/entries.jsonl
== OUT
3 entries written to journal
1
0
0
== EXIT 1
== RUN tameel token --revoke $(cat token)
== OUT
revoked by entry 3
== EXIT 0
== RUN tameel token --revoke $(cat token)
== ERR
tameel: E0702: this token was never issued, or was revoked
== EXIT 1
