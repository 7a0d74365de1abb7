# A record that begins in 2024 does not say what it would have said before.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== RUN tameel status --recorded-by 2024-01-09
== ERR
tameel: E0802 recorded_by: this record did not exist on 2024-01-09T18:59:59.999999Z: its first entry was recorded at 2024-01-10T09:00:00.000000Z
== EXIT 1
== RUN tameel status --recorded-by 2024-01-10T08:59:59.999999Z
== ERR
tameel: E0802 recorded_by: this record did not exist on 2024-01-10T08:59:59.999999Z: its first entry was recorded at 2024-01-10T09:00:00.000000Z
== EXIT 1
== RUN tameel status --as-of 2023-06-30 --recorded-by 2024-01-09
== ERR
tameel: E0802 recorded_by: this record did not exist on 2024-01-09T18:59:59.999999Z: its first entry was recorded at 2024-01-10T09:00:00.000000Z
== EXIT 1
