# What one country sells to another is not negative; every fault of a table is told at once.
== FILE trade.csv
exporter,product,importer,value
PAK,computer,USA,-10
PAK,computer,GBR,NaN
PAK,,IRL,5
PAK,computer,IRL,4,7
== RUN tameel trade trade.csv
== ERR
tameel: E0320 trade.csv:2, column 4: expected a value that is not negative, found -10
tameel: E0003 trade.csv:3, column 4: expected a decimal number such as -12.50, found "NaN"
tameel: E0303 trade.csv:4, column 2: expected the code of the product, found nothing
tameel: E0303 trade.csv:5: expected 4 fields, found 5
== EXIT 2
