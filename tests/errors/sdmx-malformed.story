# Each fault names its line, and its column where there is one: a row that is too short, an index
# that no list has, an element that stands where it may not, a document type.
== FILE exports.csv
DATAFLOW,FREQ,TIME_PERIOD,OBS_VALUE,OBS_STATUS
PK:EXPORTS(1.0),M,2024-01,231.5,A
PK:EXPORTS(1.0),M,2024-02
== RUN tameel sdmx read exports.csv
== ERR
tameel: E0902 exports.csv:3: expected 5 fields, as the header has, found 3
== EXIT 2
== FILE exports.json
{"meta": {"id": "1"}, "data": {
  "structure": {"dimensions": {"observation": [{"id": "TIME_PERIOD", "values": [{"id": "2024"}]}]}},
  "dataSets": [{"observations": {"0": [1], "1": [2]}}]}}
== RUN tameel sdmx read exports.json
== ERR
tameel: E0902 exports.json:3:48: expected the index of one of the 1 values of TIME_PERIOD, found 1
== EXIT 2
== FILE exports.xml
<m:StructureSpecificData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message">
<m:DataSet>
<Series FREQ="M"><Series FREQ="A"/></Series>
</m:DataSet>
</m:StructureSpecificData>
== RUN tameel sdmx read exports.xml
== ERR
tameel: E0902 exports.xml:3:34: expected Comp, then Obs in a Series, found <Series>
== EXIT 2
== RUN head -n 2 exports.xml > cut.xml; tameel sdmx read cut.xml
== ERR
tameel: E0902 cut.xml:2:12: expected well-formed XML, found: Extra content at the end of the document
== EXIT 2
== FILE bomb.xml
<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>
<m>&b;</m>
== RUN tameel sdmx read bomb.xml
== ERR
tameel: E0902 bomb.xml:1:13: expected an SDMX message, found a document type declaration; messages have none
== EXIT 2
== RUN printf 'DATAFLOW,FREQ,OBS_VALUE\nPK:EXPORTS(1.0),\303\050,1\n' > latin.csv; tameel sdmx read latin.csv
== ERR
tameel: E0014 latin.csv:2:17: expected UTF-8, found another byte sequence
== EXIT 2
