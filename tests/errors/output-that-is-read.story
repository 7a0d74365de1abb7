# E0808. What is read is never written over, by whatever name; what is asked of the strategy takes no option of a table.
== FILE table.csv
series_id,t,value
a,1,1
a,2,2
== RUN ln -s table.csv another.csv; tameel forecast --input table.csv --output another.csv
== ERR
tameel: E0808 another.csv: expected a file that is not read, found table.csv, which is
== EXIT 2
== RUN tameel adjust --input table.csv --report ./table.csv
== ERR
tameel: E0808 ./table.csv: expected a file that is not read, found table.csv, which is
== EXIT 2
== RUN cat table.csv
== OUT
series_id,t,value
a,1,1
a,2,2
== EXIT 0
== RUN tameel forecast --targets --seed 7
== ERR
tameel: E0808: --seed requires --hierarchy
tameel: tameel forecast --help shows how
== EXIT 2
== RUN tameel forecast --targets --horizon 7
== ERR
tameel: E0808: --targets excludes --horizon
tameel: tameel forecast --help shows how
== EXIT 2
== RUN tameel forecast --target "" --published
== ERR
tameel: E0808 --target: expected a code, found none
== EXIT 2
