# E0122, E0125 and E0123 in the head of a strategy: each hint says what its own field takes.
== COPY tests/fixtures/small
== RUN sed -i -e 's/country: PAK/country: ZZZ/' -e 's/"+05:00"/5/' -e 's/fiscal_year_start: 7/fiscal_year_start: 13/' -e 's/period: 2023-2025/period: 2023 to 2025/' small/plan.yaml
== EXIT 0
== RUN tameel check small
== OUT
plan.yaml:5:12: error E0122: expected the code of a country in ISO 3166-1, three capitals such as PAK, found "ZZZ"
   5 |   country: ZZZ
     |            ^^^
  hint: ISO 3166-1 lists the codes of three capitals: PAK, BGD, KEN.
plan.yaml:8:15: error E0125: expected a distance from UTC such as +05:00, found "5"
   8 |   utc_offset: 5
     |               ^
  hint: Hours and minutes that clocks there are ahead of UTC, in quotes: "+05:00", or "-03:30" where they are behind.
plan.yaml:9:22: error E0123: expected a whole number from 1 to 12, found "13"
   9 |   fiscal_year_start: 13
     |                      ^^
  hint: A whole number is digits without a point, within these bounds.
plan.yaml:26:21: error E0125: expected years such as 2023-2025 or one period such as FY2024, found "2023 to 2025"
  26 |             period: 2023 to 2025
     |                     ^^^^^^^^^^^^
  hint: An activity lasts from a first year to a last, 2023-2025 or FY2023-FY2025 with a plain hyphen; or one period: 2024, 2024-H1, 2024-Q1, 2024-06 or FY2024.
4 errors, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions
== EXIT 1
# A line of more than 200,000 characters is shown around the fault alone, and so is what was found.
== COPY tests/fixtures/small AS long
== RUN awk '/ value: 5$/ { v = "5"; while (length(v) < 200000) v = v v; sub(/5$/, v ",0") } { print }' long/plan.yaml > plan.yaml && mv plan.yaml long/
== EXIT 0
== RUN tameel check long | sed -e 's/5\{600,\}/(many)/g' -e 's/5\{100,\}/(some)/g'
== OUT
plan.yaml:34:24: error E0123: expected a number such as 12.5, found "(many)…(some),0"
  34 |                 value: (some)…
     |                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: A number is digits with an optional sign and one point; thousands are not grouped.
1 error, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions
== EXIT 0
