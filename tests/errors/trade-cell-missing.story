# What a table does not list is not 0: a share of what is known would be called a share of all.
== FILE trade.csv
exporter,product,importer,value
PAK,computer,USA,10
PAK,telecom,USA,1
IND,computer,USA,30
== RUN tameel trade trade.csv
== ERR
tameel: E0322 trade.csv: 1 of 4 cells are not listed: IND, telecom, USA
== EXIT 2
