# A quorum that does not say how many seats must be present is a warning: until the council says, more than half must.
== COPY tests/fixtures/small
== RUN sed -i 's/quorum: Half of the seats/quorum: A fair number/' small/institutions.yaml; tameel check small
== OUT
institutions.yaml:23:11: warning W0108: "A fair number" does not say how many of 2 seats must be present
  23 |   quorum: A fair number
     |           ^^^^^^^^^^^^^
  hint: write a number, half of the seats, more than half of the seats or two thirds of the seats
0 errors, 1 warning; 2 activities, 3 targets, 1 outcome, 4 institutions
== EXIT 0
== RUN tameel council seats --strategy small --as-of 2024-01-10 | sed -n 3p
== OUT
quorum: 2 of 2 seats (more than half of the seats, until the council decides); chair: The minister; term: Two years
== EXIT 0
# These can be computed.
== RUN for quorum in 2 "two seats" "All seats" "Two thirds of the seats" "More than half of the seats" "A third of the seats"; do sed -i "s/quorum: .*/quorum: $quorum/" small/institutions.yaml; tameel check small > /dev/null && tameel council seats --strategy small --as-of 2024-01-10 | sed -n 3p; done
== OUT
quorum: 2 of 2 seats (2 seats); chair: The minister; term: Two years
quorum: 2 of 2 seats (two seats); chair: The minister; term: Two years
quorum: 2 of 2 seats (all seats); chair: The minister; term: Two years
quorum: 2 of 2 seats (two thirds of the seats); chair: The minister; term: Two years
quorum: 2 of 2 seats (more than half of the seats); chair: The minister; term: Two years
quorum: 1 of 2 seats (a third of the seats); chair: The minister; term: Two years
== EXIT 0
# More seats than there are cannot be present.
== RUN sed -i 's/quorum: .*/quorum: 3/' small/institutions.yaml; tameel check small
== OUT
institutions.yaml:23:11: warning W0108: "3" does not say how many of 2 seats must be present
  23 |   quorum: 3
     |           ^
  hint: write a number, half of the seats, more than half of the seats or two thirds of the seats
0 errors, 1 warning; 2 activities, 3 targets, 1 outcome, 4 institutions
== EXIT 0
