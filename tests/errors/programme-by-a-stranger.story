# The owner, the operators and the secretariat report on a programme, and nobody else.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-programmes.yaml AS small/programmes.yaml
== CLOCK 2024-04-20
== STORE store.db FROM small
== RUN tameel programme cohort course 2024-A --title "First course" --institution moitt
== ERR
tameel: E0476 institution: Ministry of Information Technology neither owns nor operates A course for agents
== EXIT 1
# An operator may.
== RUN tameel programme cohort course 2024-A --title "First course" --institution chambers
== OUT
entry 2 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# Of a body that is not in the plan nobody can act but the secretariat.
== RUN tameel programme report park --measure seats --period 2024-03-31 --value 60 --institution pasha
== ERR
tameel: E0476 institution: Association of Software Houses neither owns nor operates A park for small firms
== EXIT 1
== RUN tameel programme report park --measure seats --period 2024-03-31 --value 60
== OUT
entry 3 recorded at 2024-04-20T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# Nothing else was written.
== RUN tameel verify | head -1
== OUT
4 entries, 4 checkpoints and 7 attachments hold
== EXIT 0
