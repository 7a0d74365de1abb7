# The day of a question is a day of the calendar within the strategy's time.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== RUN tameel status --as-of yesterday
== ERR
tameel: E0004 as_of: expected a date as YYYY-MM-DD, found "yesterday"
== EXIT 2
== RUN tameel status --as-of 2024-02-30
== ERR
tameel: E0004 as_of: the day 2024-02-30 does not exist in the calendar
== EXIT 2
== RUN tameel status --as-of 20-05-2024
== ERR
tameel: E0004 as_of: expected a date as YYYY-MM-DD, found "20-05-2024"
== EXIT 2
# Before the strategy began there was no plan.
== RUN tameel status --as-of 2022-12-31
== ERR
tameel: E0424 as_of: no plan was in force on 2022-12-31: small counts from 2023-01-01
== EXIT 1
== RUN tameel status --recorded-by noon
== ERR
tameel: E0004 recorded_by: expected a date as YYYY-MM-DD, found "noon"
== EXIT 2
# Nobody knows today what will have been reported tomorrow.
== RUN tameel status --as-of 2024-01-11
== ERR
tameel: E0418 as_of: expected a day up to today, 2024-01-10, found 2024-01-11: what is not known yet cannot be asked
== EXIT 1
