# A table of trade has one value of an exporter, a product and an importer.
== FILE trade.csv
exporter,product,importer,value
PAK,computer,USA,10
PAK,computer,USA,11
== RUN tameel trade trade.csv
== ERR
tameel: E0321 trade.csv:3: PAK, computer, USA stand at line 2 already
== EXIT 2
