# E0143. Two members on one seat, and an institution on two.
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
    - number: 1
      institution: pasha
      side: private
    - number: 3
      institution: pasha
      side: private
== RUN tameel check small
== OUT
institutions.yaml:26:15: error E0143: the seat 1 stands twice
  26 |     - number: 1
     |               ^
  hint: A seat of the council has its own number, and an institution has one seat.
institutions.yaml:30:20: error E0143: "pasha" already has the seat on line 27
  30 |       institution: pasha
     |                    ^^^^^
  hint: A seat of the council has its own number, and an institution has one seat.
2 errors, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions
== EXIT 1
