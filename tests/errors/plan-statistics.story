# E0160. What statistics.yaml refers to, it declares; a fault costs its own line.
== COPY strategies/pakistan-bpo-2023 AS strategy
== RUN sed -i -e 's/    subject: MARKETS/    subject: MARKET/' -e 's/        list: CL_FLOW/        list: CL_FLOWS/' -e '0,/      - from: ICT_TEL$/s//      - from: ICT_TELE/' -e 's/        parent: ICT_COM$/        parent: ICT_COMP/' -e 's/^    version: "1.0"$/    version: one/' strategy/statistics.yaml && tameel check strategy | grep -v W0 | grep "^statistics" | sed -E 's/:[0-9]+:[0-9]+:/:/' | sort | uniq -c
== OUT
     29 statistics.yaml: error E0115: expected 1.0 or 1.0.0, found "one"
      5 statistics.yaml: error E0160: no code of CL_SERVICE is called "ICT_COMP"; did you mean "ICT_COM"?
      1 statistics.yaml: error E0160: no code of CL_SERVICE is called "ICT_TELE"; did you mean "ICT_TEL"?
      2 statistics.yaml: error E0160: no list is called "CL_FLOWS"; did you mean "CL_FLOW"?
      2 statistics.yaml: error E0160: no subject is called "MARKET"; did you mean "MARKETS"?
== EXIT 0
