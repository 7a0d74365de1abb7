# A table of trade has known columns and no others.
== FILE trade.csv
exporter,product,value
PAK,computer,10
== RUN tameel trade trade.csv
== ERR
tameel: E0013 trade.csv:1: expected the columns exporter, product, importer, value; missing: importer; found: exporter, product, value
== EXIT 2
== FILE more.csv
exporter,product,importer,value,colour
PAK,computer,USA,10,red
== RUN tameel trade more.csv
== ERR
tameel: E0013 more.csv:1: the column colour is not known; expected exporter, product, importer, value and perhaps period, or value_PERIOD for each period
== EXIT 2
== FILE both.csv
exporter,product,importer,value_2023,period
PAK,computer,USA,10,2023
== RUN tameel trade both.csv
== ERR
tameel: E0013 both.csv:1: beside value_PERIOD stand neither value nor period; expected exporter, product, importer, value and perhaps period, or value_PERIOD for each period
== EXIT 2
