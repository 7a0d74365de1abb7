# A file that is no store is left as it is.
== FILE letter.txt
Dear Sir
== RUN tameel status --store letter.txt
== ERR
tameel: E0505 letter.txt: expected a store of this program: file is not a database
== EXIT 1
== RUN tameel verify --store letter.txt
== ERR
tameel: E0505 letter.txt: expected a store of this program: file is not a database
== EXIT 1
== RUN mkdir folder; tameel status --store folder
== ERR
tameel: E0501 folder: SQLite says: unable to open database file (code 14)
== EXIT 1
== RUN tameel verify --journal folder
== ERR
tameel: E0207 vkey: the file is missing or cannot be read
== EXIT 1
== RUN tameel restore folder --store new.db
== ERR
tameel: E0501 folder/store: SQLite says: unable to open database file (code 14)
== EXIT 1
== RUN cat letter.txt; ls
== OUT
Dear Sir
folder
letter.txt
== EXIT 0
