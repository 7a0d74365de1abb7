# A return says why, a verification grades the evidence, a review is one action by one institution.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
# P@SHA leads activity 1.1.1, the ministry supports it. With the confirmation, reports are asked.
== RUN tameel confirm 1.1.1 --answer yes
== OUT
entry 2 recorded at 2024-01-10T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== CLOCK 2024-04-20
== FILE minutes.txt
Minutes of the first dialogue
== RUN tameel report 1.1.1-1 --period 2024-Q1 --value 1 --evidence minutes.txt --grade B
== OUT
entry 3 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel review 1.1.1-1 --period 2024-Q1 --institution tdap --return ""
== ERR
tameel: E0808: expected one of --verify, --return REASON, --withdraw REASON, --endorse DECISION, --reopen REASON
== EXIT 2
== RUN tameel review 1.1.1-1 --period 2024-Q1 --institution tdap --verify
== ERR
tameel: E0414 grade: a verifier grades the evidence from A to D; found no grade
== EXIT 2
== RUN tameel review 1.1.1-1 --period 2024-Q1 --institution tdap --verify --grade X
== ERR
tameel: E0414 grade: expected A, B, C or D, found "X"
== EXIT 2
== RUN tameel review 1.1.1-1 --period 2024-Q1 --institution tdap --verify --grade B --return Why
== ERR
tameel: E0808: expected one of --verify, --return REASON, --withdraw REASON, --endorse DECISION, --reopen REASON
== EXIT 2
== RUN tameel review 1.1.1-1 --period 2024-Q1 --verify --grade B
== ERR
tameel: E0808 --institution: a review names the institution that reviews
== EXIT 2
# Nothing was written.
== RUN tameel verify | head -1
== OUT
4 entries, 4 checkpoints and 7 attachments hold
== EXIT 0
