# Figures that were changed beside the journal do not hold, and neither does a narrative that was taken away.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== RUN tameel confirm 1.1.1 --answer yes > /dev/null
== EXIT 0
== FILE minutes.txt
Minutes of the first dialogue
== FILE forge.py
import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
database.execute(sys.argv[2])
database.commit()
== RUN tameel verify | head -1
== OUT
3 entries, 3 checkpoints and 6 attachments hold
== EXIT 0
== RUN cp store.db a.db; cp store.db.key a.db.key; cp -r store.db.d a.db.d; python3 forge.py a.db "DELETE FROM series_block"; tameel verify --store a.db
== ERR
tameel: E0015: expected a series that was loaded, found none named published-figures:category=ict;measure=payments
== EXIT 1
== RUN cp store.db b.db; cp store.db.key b.db.key; cp -r store.db.d b.db.d; python3 forge.py b.db "UPDATE series_source SET publisher = 'Nobody'"; tameel verify --store b.db
== ERR
tameel: E0219 statistics: the sources are not those of the loaded files
== EXIT 1
== RUN cp store.db c.db; cp store.db.key c.db.key; cp -r store.db.d c.db.d; python3 forge.py c.db "UPDATE series_dimension SET value = 'its' WHERE value = (SELECT min(value) FROM series_dimension)"; tameel verify --store c.db
== ERR
tameel: E0219 published-figures:category=ict;measure=payments: the index of dimensions is not that of the series
== EXIT 1
== RUN tameel confirm 1.1.1 --answer partly --note "With two officers" > /dev/null; cp store.db d.db; cp store.db.key d.db.key; cp -r store.db.d d.db.d; python3 forge.py d.db "DELETE FROM vault"; tameel verify --store d.db --json
== OUT
{
  "holds": false,
  "code": "E0219",
  "where": "entry 3",
  "message": "a text is missing in the vault that no entry erased"
}
== ERR
tameel: E0219 entry 3: a text is missing in the vault that no entry erased
== EXIT 1
