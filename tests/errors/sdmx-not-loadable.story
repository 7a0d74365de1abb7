# E0916. A message is loaded where statistics.yaml declares its dataflow and codes; each fault has its place.
== COPY strategies/pakistan-bpo-2023 AS strategy
== CLOCK 2024-08-01
== STORE store.db FROM strategy
== FILE faults.csv
DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,SERVICE,FLOW,UNIT_MEASURE,TRANSFORMATION,TIME_PERIOD,OBS_VALUE,UNIT_MULT
MOITT:ICT_EXPORTS(1.0),M,PK,W0,CALL_CENTRES,C,USD,N,2024-06,18.25,6
MOITT:ICT_EXPORTS(1.0),M,PK,W0,ICT,C,USD,N,2024-Q2,18.25,6
MOITT:ICT_EXPORTS(1.0),M,PK,W0,ICT,C,EUR,N,2024-06,18.25,6
== RUN tameel load faults.csv
== ERR
tameel: E0916 faults.csv:2: SERVICE: CL_SERVICE has no code "CALL_CENTRES"
tameel: E0916 faults.csv:3: TIME_PERIOD: expected a period of the frequency "M", found "2024-Q2"
tameel: E0916 faults.csv:4: no unit is printed for "EUR" with the multiplier "6"
== EXIT 2
== FILE other.csv
DATAFLOW,FREQ,CURRENCY,TIME_PERIOD,OBS_VALUE
ECB:EXR(1.0),M,USD,2024-06,1.07
== RUN tameel load other.csv
== ERR
tameel: E0916 other.csv: expected a dataflow that statistics.yaml declares, or whose structure was loaded before, found "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=ECB:EXR(1.0)"
== EXIT 2
# Nothing of it was loaded.
== RUN tameel verify
== OUT
8 entries, 3 checkpoints and 13 attachments hold
key tameel.invalid/strategy+<any>

tameel.invalid/strategy
8
<any>

— tameel.invalid/strategy <any>
== EXIT 0
