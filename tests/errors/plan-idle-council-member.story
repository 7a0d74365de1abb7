# W0102. A member of the council without any activity.
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
    type: B
  - code: chambers
    name: Chambers of commerce
    aliases:
      - Local chamber of commerce
      - Local chambers of commerce
    type: C
council:
  title: Council of the strategy
  seats:
    - number: 1
      institution: moitt
      side: public
    - number: 2
      institution: tdap
      side: private
== RUN tameel check small
== OUT
institutions.yaml:27:20: warning W0102: Trade Development Authority sits in the council and neither leads nor supports an activity
  27 |       institution: tdap
     |                    ^^^^
0 errors, 1 warning; 2 activities, 3 targets, 1 outcome, 4 institutions
== EXIT 0
