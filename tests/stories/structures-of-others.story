# Structures of another agency are loaded, then data of its dataflow, with every vintage; and served as they came. Before the structure is known nobody can say what the data are.
== COPY strategies/pakistan-bpo-2023 AS strategy
== COPY tests/fixtures/nso-structures.xml
== CLOCK 2024-08-01
== STORE store.db FROM strategy
== FILE visits.csv
DATAFLOW,FREQ,AIRPORT,TIME_PERIOD,OBS_VALUE,UNIT,OBS_CONF,NOTE
NSO:VISITS(1.0),M,KHI,2023-11,1520,persons,F,
NSO:VISITS(1.0),M,KHI,2023-12,1600,persons,C,"Counted by hand, at the gate"
== RUN tameel load visits.csv
== ERR
tameel: E0916 visits.csv: expected a dataflow that statistics.yaml declares, or whose structure was loaded before, found "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=NSO:VISITS(1.0)"
== EXIT 2
== RUN tameel load nso-structures.xml
== OUT
5 structures held
  urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=NSO:VISITS(1.0)
  urn:sdmx:org.sdmx.infomodel.codelist.Codelist=NSO:CL_PERIODICITY(1.0)
  urn:sdmx:org.sdmx.infomodel.codelist.Codelist=NSO:CL_CONFIDENTIALITY(1.0)
  urn:sdmx:org.sdmx.infomodel.conceptscheme.ConceptScheme=NSO:VISITS_CONCEPTS(1.0)
  urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=NSO:VISITS_STRUCTURE(1.0)
entry 7 recorded at 2024-08-01T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# The same again is the same entry. The CSV does not say when it was published: 20 days after its latest month.
== RUN tameel load nso-structures.xml | tail -1
== OUT
leaf hash <any>
== EXIT 0
== RUN tameel load visits.csv
== OUT
2 rows, 2 observations in 1 series from 1 source
dates of publication: 0 are only a month, 2 are unknown and estimated
entry 8 recorded at 2024-08-01T09:00:00.000000Z
leaf hash <any>
== EXIT 0
# A later message brings a revision and a new month; what an earlier day knew is still there.
== FILE visits-march.xml
<?xml version="1.0" encoding="UTF-8"?>
<m:StructureSpecificTimeSeriesData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
    xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common"
    xmlns:d="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns:n="urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=NSO:VISITS(1.0):ObsLevelDim:TIME_PERIOD">
  <m:Header>
    <m:ID>VISITS-2024-03</m:ID>
    <m:Test>false</m:Test>
    <m:Prepared>2024-03-05T10:00:00Z</m:Prepared>
    <m:Sender id="NSO"/>
    <m:Structure structureID="VISITS" namespace="urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=NSO:VISITS(1.0):ObsLevelDim:TIME_PERIOD" dimensionAtObservation="TIME_PERIOD">
      <c:StructureUsage><Ref agencyID="NSO" id="VISITS" version="1.0"/></c:StructureUsage>
    </m:Structure>
  </m:Header>
  <m:DataSet d:structureRef="VISITS" xsi:type="n:DataSetType" d:dataScope="DataStructure">
    <Series FREQ="M" AIRPORT="KHI" UNIT="persons">
      <Obs TIME_PERIOD="2023-12" OBS_VALUE="1644" OBS_CONF="F"/>
      <Obs TIME_PERIOD="2024-01" OBS_VALUE="1.71E3" OBS_CONF="F"/>
    </Series>
  </m:DataSet>
</m:StructureSpecificTimeSeriesData>
== RUN tameel load visits-march.xml | head -2
== OUT
2 rows, 2 observations in 1 series from 1 source
dates of publication: 0 are only a month, 0 are unknown and estimated
== EXIT 0
== RUN tameel export sdmx VISITS
== OUT
STRUCTURE,STRUCTURE_ID,ACTION,FREQ,AIRPORT,TIME_PERIOD,OBS_VALUE,UNIT,OBS_CONF,NOTE
dataflow,NSO:VISITS(1.0),I,M,KHI,2023-11,1520,persons,F,
dataflow,NSO:VISITS(1.0),I,M,KHI,2023-12,1644,persons,F,
dataflow,NSO:VISITS(1.0),I,M,KHI,2024-01,1710,persons,F,
== EXIT 0
== RUN tameel export sdmx VISITS --as-of 2024-02-01 --format json-2.0 | python3 -c '
import json, sys
message = json.load(sys.stdin)
data = message["data"]
for series in data["dataSets"][0]["series"].values():
    print([obs[0] for obs in series["observations"].values()])
print([a["id"] for a in data["structures"][0]["attributes"]["observation"]])'
== OUT
[1520, 1600]
['OBS_CONF', 'NOTE']
== EXIT 0
# The structures come back too, under their own agency.
== RUN tameel export sdmx --format ml-2.1 --output all.xml && grep -c 'agencyID="NSO"' all.xml
== OUT
322393 bytes written to all.xml
7
== EXIT 0
# Codes that are in no list, and structures of the strategy itself, are refused with their place.
== FILE faults.csv
DATAFLOW,FREQ,AIRPORT,TIME_PERIOD,OBS_VALUE,UNIT
NSO:VISITS(1.0),W,KHI,2023-11,1520,persons
NSO:VISITS(1.0),M,KHI,2023-T1,1520,persons
NSO:VISITS(1.0),M,KHI,2023-11,about 1500,persons
== RUN tameel load faults.csv
== ERR
tameel: E0916 faults.csv:2: FREQ: its list has no code "W"
tameel: E0916 faults.csv:3: TIME_PERIOD: expected a day, week, month, quarter, half or year, found "2023-T1"
tameel: E0916 faults.csv:4: OBS_VALUE: expected a number of at most 18 digits, found "about 1500"
== EXIT 2
== RUN sed 's/agencyID="NSO"/agencyID="MOITT"/' nso-structures.xml > own.xml && tameel load own.xml 2>&1 | head -2
== OUT
tameel: E0916 own.xml: urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=MOITT:VISITS(1.0): expected structures of other agencies, found one of the strategy's own, which statistics.yaml declares
tameel: E0916 own.xml: urn:sdmx:org.sdmx.infomodel.codelist.Codelist=MOITT:CL_PERIODICITY(1.0): expected structures of other agencies, found one of the strategy's own, which statistics.yaml declares
== EXIT 0
== RUN sed 's/value="x"//; s|<s:Code id="Q">.*</s:Code>||; s|Periodicity|How often|' nso-structures.xml > again.xml && tameel load again.xml | head -1
== OUT
5 structures held
== EXIT 0
== RUN sed '/<s:Attribute id="NOTE"/,/<\/s:Attribute>/d' nso-structures.xml > changed.xml && tameel load changed.xml
== ERR
tameel: E0916 changed.xml: urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=NSO:VISITS_STRUCTURE(1.0): expected what is held under this version, found other contents
== EXIT 2
== RUN tameel verify | head -1
== OUT
12 entries, 7 checkpoints and 19 attachments hold
== EXIT 0
