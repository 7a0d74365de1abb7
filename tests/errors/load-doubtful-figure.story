# A second file is held against the first: what does not fit is used as it was published, and said.
== COPY tests/fixtures/small
== CLOCK 2024-02-10
== STORE store.db FROM small
== FILE december.csv
category,measure,period,value,published,source
ict,receipts,2023-12,30.3,2024-01-22,the-news
== RUN tameel load december.csv
== OUT
1 row, 1 observation in 1 series from 1 source
dates of publication: 0 are only a month, 0 are unknown and estimated
to look at (tameel quality tells more; nothing was mended):
A digit too many, too few or another one
  warning W0302 december.csv:2: 30.3 for 2023-12 [the-news]: a point in the wrong place, or a zero too many or too few: 30.3 for 303
1 period with several values; tameel quality --kind several_values lists them
entry 2 recorded at 2024-02-10T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# It can be asked for again; what was found is kept nowhere, and nothing is mended.
== RUN tameel quality
== OUT
A digit too many, too few or another one (1)
  30.3 for 2023-12 [the-news]
      a point in the wrong place, or a zero too many or too few: 30.3 for 303
      look up whether 303 was meant
8 figures were reviewed: 1 finding in 1 kind; nothing was mended
== EXIT 0
== RUN tameel quality --kind unit_slip
== OUT
8 figures were reviewed: 0 findings in 0 kinds; nothing was mended
== EXIT 0
== RUN tameel quality --kind slips
== ERR
tameel: E0001 kind: expected one of unit_slip, digit_slip, transposed_digits, label_swap, carried_over, period_mislabelled, total_not_parts, total_for_a_part, figures_disagree, implausible_change, named_by_its_text, several_values, found "slips"
== EXIT 2
