# E0142. One name must lead to one institution.
== COPY tests/fixtures/small
== FILE small/institutions.yaml
institutions:
  - code: pasha
    name: Association of Software Houses
    abbreviation: P@SHA
    type: C
  - code: moitt
    name: Ministry of Information Technology
    abbreviation: MoITT
    type: A
    capacity: 2
  - code: tdap
    name: Trade Development Authority
    aliases:
      - MoITT
    type: B
  - code: chambers
    name: Chambers of commerce
    aliases:
      - Local chamber of commerce
      - Local chambers of commerce
    type: C
== RUN tameel check small
== OUT
institutions.yaml:14:9: error E0142: "MoITT" already names the institution moitt (line 6)
  14 |       - MoITT
     |         ^^^^^
  hint: A name or alias leads to one institution only.
1 error, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions
== EXIT 1
