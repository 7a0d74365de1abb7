# W0120. The shares of the hubs are printed as parts of a whole and add to 101.4 percent, more than the
# roundings allow.
== COPY tests/fixtures/small
== FILE small/sources.yaml
documents:
  - code: strategy-paper
    title: The strategy
    publisher: The ministry
    published: 2023-01
  - code: central-bank
    title: Monthly exports
    publisher: The central bank
figures:
  - code: F6
    document: strategy-paper
    subject: companies in Lahore
    value: 36.4
    unit: percent
  - code: F7
    document: strategy-paper
    subject: companies in Karachi
    value: 28
    unit: percent
  - code: F8
    document: strategy-paper
    subject: companies in Islamabad
    value: 27
    unit: percent
  - code: F9
    document: strategy-paper
    subject: companies in the rest
    value: 10
    unit: percent
claims:
  - code: hubs
    kind: total
    statement: The hubs hold all companies
    parts: [F6, F7, F8, F9]
== RUN tameel check small
== OUT
sources.yaml:31:11: warning W0120: The hubs hold all companies: printed 100, recomputed 101.4 (the roundings allow 0.867)
  31 |   - code: hubs
     |           ^^^^
0 errors, 1 warning; 2 activities, 3 targets, 1 outcome, 4 institutions
== EXIT 0
