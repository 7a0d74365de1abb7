# E0465: money needs the strategy's own currency.
== COPY tests/fixtures/small
== RUN sed -i '/currency: PKR/d' small/plan.yaml
== EXIT 0
== CLOCK 2024-03-08
== STORE store.db FROM small
== RUN tameel fund record psdp --funder moitt --subject 1.1.1 --year FY2024 --stage pledge --amount 60 --currency PKR
== ERR
tameel: E0465 currency: the strategy names no currency of its own: expected a line such as "currency: PKR" in plan.yaml, adopted with tameel init --again
== EXIT 1
== RUN tameel fund gap
== ERR
tameel: E0465 currency: the strategy names no currency of its own: expected a line such as "currency: PKR" in plan.yaml, adopted with tameel init --again
== EXIT 1
# It is added to the plan, which is adopted again.
== RUN sed -i 's/fiscal_year_start: 7/fiscal_year_start: 7\n  currency: PKR/' small/plan.yaml
== EXIT 0
== RUN tameel init small --again
== OUT
adopted small with 3 targets, 1 outcomes and 0 warnings
small currency changed: (none) -> PKR
== EXIT 0
== RUN tameel fund gap | head -5
== OUT
Costs against money
A small strategy, as of 2024-03-08
costs and funds in PKR, counted by activity; other currencies at the rate of each entry's own day

all fiscal years                          cost  committed  pledged  prospects         gap  after pledges
== EXIT 0
# Nothing was written.
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 9 attachments hold
== EXIT 0
