# An exported journal is verified with no server and no store; one flipped bit is named.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== DECIDED C1
== FILE flip.py
import sys
path, place = sys.argv[1], int(sys.argv[2])
content = bytearray(open(path, "rb").read())
content[place] ^= 1
open(path, "wb").write(content)
== RUN tameel confirm 1.1.1 --answer yes > /dev/null; tameel adopt 1.1.2 --year 2024 --decision C1 > /dev/null; tameel export journal --output journal
== OUT
5 entries written to journal
== EXIT 0
== RUN cd journal; ls; ls objects | wc -l
== OUT
checkpoint
entries.jsonl
objects
tiles
vkey
7
== EXIT 0
== RUN tameel verify --journal journal
== OUT
5 entries, 1 checkpoints and 7 attachments hold
key tameel.invalid/small+<any>

tameel.invalid/small
5
<any>

— tameel.invalid/small <any>
== EXIT 0
# A bit of the third entry.
== RUN cp -r journal j1; python3 flip.py j1/entries.jsonl $(head -2 journal/entries.jsonl | wc -c); tameel verify --journal j1
== ERR
tameel: E0205 entry 2: expected canonical JSON, found another form at byte 0
== EXIT 1
# A word of an entry, changed as a person would.
== RUN cp -r journal j2; sed -i 's/"answer":"yes"/"answer":"not"/' j2/entries.jsonl; tameel verify --journal j2
== ERR
tameel: E0205 entry 3: the signed tree has the leaf <any>, this entry <any>
== EXIT 1
# An entry left out, two exchanged, one added.
== RUN cp -r journal j3; sed -i 2d j3/entries.jsonl; tameel verify --journal j3
== ERR
tameel: E0205 entry 1: expected seq 1, found 2
== EXIT 1
== RUN cp -r journal j4; sed -i '3{h;d};4{G}' j4/entries.jsonl; tameel verify --journal j4
== ERR
tameel: E0205 entry 2: expected seq 2, found 3
== EXIT 1
== RUN cp -r journal j5; tail -1 journal/entries.jsonl >> j5/entries.jsonl; tameel verify --journal j5
== ERR
tameel: E0205 entry 5: the checkpoint is over 5 entries, here is one more
== EXIT 1
# The signature, the key, a tile, an attached file.
== RUN cp -r journal j6; python3 flip.py j6/checkpoint 18; tameel verify --journal j6
== ERR
tameel: E0206 checkpoint: expected a signature by tameel.invalid/small+<any>, found none that holds
== EXIT 1
== RUN cp -r journal j7; python3 flip.py j7/vkey 0; tameel verify --journal j7
== ERR
tameel: E0210 vkey: the hash of this name and key is <any>, found <any>
== EXIT 1
== RUN cp -r journal j8; python3 flip.py j8/tiles/tile/0/000.p/5 40; tameel verify --journal j8
== ERR
tameel: E0207 tiles/tile/0/000.p/5, byte 40: expected 160 bytes that follow from the entries, found another at byte 40
== EXIT 1
== RUN cp -r journal j9; f=$(find j9/objects -type f | sort | head -1); python3 flip.py $f 3; tameel verify --journal j9
== ERR
tameel: E0207 objects/<any>: the attachment of entry 0 has another content than its name says
== EXIT 1
== RUN cp -r journal ja; rm $(find ja/objects -type f | sort | head -1); tameel verify --journal ja
== ERR
tameel: E0215 objects/<any>: the attachment of entry 0 is missing
== EXIT 1
# Without the files it holds; whoever pins another key is told that it is another.
== RUN tameel verify --journal ja --without-objects | head -1
== OUT
5 entries, 1 checkpoints and 6 attachments hold
== EXIT 0
== RUN tameel verify --journal journal --key tameel.invalid/small+00000000+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
== ERR
tameel: E0210 vkey: expected the pinned key tameel.invalid/small+<any>, found tameel.invalid/small+<any>
== EXIT 1
