# Messages of SDMX in any of their formats: what they are, their first bytes tell.
== FILE exports.csv
STRUCTURE;STRUCTURE_ID;ACTION;FREQ;TIME_PERIOD;OBS_VALUE;OBS_STATUS
dataflow;PK:EXPORTS(1.0);I;M;2024-01;231.5;A
dataflow;PK:EXPORTS(1.0);I;M;2024-02;;M
dataflow;PK:EXPORTS(1.0);D;M;2023-12;-;
== RUN tameel sdmx read exports.csv
== OUT
SDMX-CSV 2.0, data
data sets                     2
series                        0
observations                  3
numeric values                1
their sum                 231.5
== EXIT 0
== RUN tameel sdmx read exports.csv --json
== OUT
{"message":"data","datasets":2,"series":0,"observations":3,"numeric_values":1,"sum":231.5,"structures":{}}
== EXIT 0
== FILE structure.xml
<m:Structure xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
             xmlns:s="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure"
             xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
<m:Header><m:ID>S1</m:ID></m:Header>
<m:Structures>
<s:Dataflows><s:Dataflow id="EXPORTS" agencyID="PK" version="1.0"><c:Name>Exports</c:Name></s:Dataflow></s:Dataflows>
<s:Codelists><s:Codelist id="CL_FREQ" agencyID="SDMX" version="2.1"><c:Name>Frequency</c:Name>
<s:Code id="A"><c:Name>Annual</c:Name></s:Code><s:Code id="M"><c:Name>Monthly</c:Name></s:Code>
</s:Codelist></s:Codelists>
</m:Structures>
</m:Structure>
== RUN tameel sdmx read structure.xml
== OUT
SDMX-ML 2.1, structure, id S1
codelist
  CL_FREQ                                         2
dataflow
  EXPORTS
== EXIT 0
== RUN tameel sdmx read structure.xml --json
== OUT
{"message":"structure","datasets":0,"series":0,"observations":0,"numeric_values":0,"sum":0,"structures":{"codelist":{"CL_FREQ":2},"dataflow":{"EXPORTS":null}}}
== EXIT 0
== FILE none.xml
<m:Error xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
         xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
<m:ErrorMessage code="100"><c:Text>No results found</c:Text></m:ErrorMessage>
</m:Error>
== RUN tameel sdmx read none.xml
== OUT
SDMX-ML 2.1, error
message 100
  No results found
== EXIT 0
