# A token belongs to a person of an institution of the plan, and has roles that exist.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== RUN tameel token --person Somebody --institution pasha
== ERR
tameel: E0704 role: expected at least one role, found none
== EXIT 2
== RUN tameel token --institution nobody --role reporter --role boss --days 0
== ERR
tameel: E0107 institution: no institution is called "nobody"
tameel: E0001 person: expected a person's name, found none
tameel: E0001 days: expected 1 to 3650 days, found 0
tameel: E0704 role: expected one of reporter, head, verifier, secretariat, council, auditor, administrator, found "boss"
== EXIT 1
== RUN tameel token --revoke tml_0000
== ERR
tameel: E0702: this token was never issued, or was revoked
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
2 entries, 2 checkpoints and 6 attachments hold
== EXIT 0
