# Whoever changes the store's file is found out.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== RUN tameel confirm 1.1.1 --answer no > /dev/null; tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
== RUN python3 -c '
import sqlite3
store = sqlite3.connect("store.db")
store.execute("UPDATE entry SET bytes = CAST(replace(CAST(bytes AS TEXT), ?, ?) AS BLOB) WHERE seq = 2", ("\"answer\":\"no\"", "\"answer\":\"yes\""))
store.commit()
'; tameel verify
== ERR
tameel: E0205 entry 2: the leaf hash that is stored beside it is not that of the entry
== EXIT 1
== RUN tameel status
== OUT
A small strategy, as of 2024-01-10

1.1.1-1              no data       Five dialogues held: nothing has been reported yet; the report for 2024-Q1 is due by 2024-04-30
1.1.2-1              not asked     Half of the firms see the sector recognized: the lead has not confirmed the activity, and no working plan holds it
1.1.2-2              not asked     Report of the survey published: the lead has not confirmed the activity, and no working plan holds it

exports-fy2024       at risk       Exports of 3 billion dollars: July 2023 to November 2023: 1137.5 USD million in 5 of 12 months, against at least 3000 USD million

3 targets: 1 no data, 2 not asked
== EXIT 0
