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
tameel: E0505 folder: expected the file of a store, found a folder
== EXIT 1
== RUN tameel verify --journal folder
== ERR
tameel: E0207 vkey: the file is missing or cannot be read
== EXIT 1
== RUN tameel restore folder --store new.db
== ERR
tameel: E0015 folder: expected the folder of a backup, found none here
== EXIT 1
== RUN cat letter.txt; ls
== OUT
Dear Sir
folder
letter.txt
== EXIT 0
