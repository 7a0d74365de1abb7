# E0147. A growth needs a value before and a value after.
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
  - code: F1
    document: strategy-paper
    subject: exports
    value: 1.72
    unit: USD
    scale: billion
  - code: F2
    document: strategy-paper
    subject: exports a year before
    value: 1.47
    unit: USD
    scale: billion
  - code: F3
    document: strategy-paper
    subject: growth of exports
    value: 16.7
    unit: percent
claims:
  - code: growth
    kind: growth
    document: strategy-paper
    statement: Exports grew by 16.7 percent
    result: F3
    to: F1
== RUN tameel check small
== OUT
sources.yaml:28:5: error E0147: a growth needs the operand "from"
  28 |   - code: growth
     |     ^^^^
  hint: A claim names the operands of its kind; docs/formats/plan-language.md lists them.
1 error, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions
== EXIT 1
