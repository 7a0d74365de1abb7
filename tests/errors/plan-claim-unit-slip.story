# W0120. The figures give 2,590.9 million instead of 458: one unit was printed as million for billion.
# The check finds by trying which one.
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
  - code: F198
    document: strategy-paper
    subject: receipts of July to April
    value: 2.593
    unit: USD
    scale: billion
  - code: F199
    document: strategy-paper
    subject: receipts of July to April a year before
    value: 2.135
    unit: USD
    scale: million
  - code: F200
    document: strategy-paper
    subject: increase
    value: 458
    unit: USD
    scale: million
claims:
  - code: increase
    kind: difference
    document: strategy-paper
    statement: Receipts rose by 458 million dollars
    result: F200
    from: F199
    to: F198
== RUN tameel check small
== OUT
sources.yaml:29:11: warning W0120: Receipts rose by 458 million dollars: printed 458 USD million, recomputed 2590.9 USD million (the roundings allow 1 USD million)
  29 |   - code: increase
     |           ^^^^^^^^
  hint: 2.135 million would have to be 2.135 billion
0 errors, 1 warning; 2 activities, 3 targets, 1 outcome, 4 institutions
== EXIT 0
