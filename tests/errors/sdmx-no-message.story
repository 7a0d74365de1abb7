# A file that is no SDMX message is refused before anything of it is read.
== FILE figures.csv
year,exports
2024,3200
== RUN tameel sdmx read figures.csv
== ERR
tameel: E0901 figures.csv:1:1: expected an SDMX message, which begins with "<" (SDMX-ML), "{" (SDMX-JSON), STRUCTURE or DATAFLOW (SDMX-CSV); found "year,exports"
== EXIT 2
== RUN tameel sdmx read missing.xml
== ERR
tameel: E0016 missing.xml: cannot read the file: No such file or directory
== EXIT 1
== RUN echo '{"type":"FeatureCollection"}' > map.json; tameel sdmx read map.json
== ERR
tameel: E0901 map.json:2:1: expected a message of SDMX-JSON, with meta and data, found neither data nor errors
== EXIT 2
