# A strategy declares its statistics: they are checked, adopted and kept with it, and a changed declaration is told as one.
== COPY tests/fixtures/small
== COPY tests/fixtures/small-statistics.yaml AS small/statistics.yaml
== FILE small/data/call-centres.csv
category,measure,geography,unit,period,value,status,published,source
call centres,receipts,world,USD million,2023-07,1.25,P,2023-08-20,central-bank
== CLOCK 2024-01-10
== RUN sed -i 's|^  - data/exports.csv|&\n  - data/call-centres.csv|' small/statistics.yaml && tameel check small | tail -1
== OUT
0 errors, 0 warnings; 2 activities, 3 targets, 1 outcome, 4 institutions, 1 dataflow
== EXIT 0
== RUN tameel init small --store store.db
== OUT
adopted small with 3 targets, 1 outcomes and 0 warnings
== EXIT 0
# The file that an indicator names too is loaded once.
== RUN tameel export journal --store store.db --output journal > /dev/null; python3 -c '
import json
for line in open("journal/entries.jsonl"):
    entry = json.loads(line)
    print(entry["kind"], entry["payload"].get("file", ""))'
== OUT
plan.adopted 
dataset.loaded data/call-centres.csv
dataset.loaded data/exports.csv
== EXIT 0
# What was adopted can be read as it was written.
== RUN sha256sum $(find journal/objects -type f) | grep -c $(sha256sum < small/statistics.yaml | cut -c1-64)
== OUT
1
== EXIT 0
== RUN tameel export sdmx EXPORTS --store store.db
== OUT
STRUCTURE,STRUCTURE_ID,ACTION,FREQ,SERVICE,CLASS,UNIT_MEASURE,TRANSFORMATION,TIME_PERIOD,OBS_VALUE,UNIT_MULT,REPORTING_YEAR_START_DAY,OBS_STATUS,SOURCE,PUBLISHED,DATE_BASIS,ROW,COMMENT
dataflow,MOITT:EXPORTS(1.0),I,M,ICT_CALL,SI,USD,N,2023-07,1.25,6,,P,,2023-08-20,S,,
== EXIT 0
# A code gets another name, which is told; the same again is no change.
== RUN sed -i 's/name: Call centres/name: Contact centres/' small/statistics.yaml && tameel init small --store store.db --again
== OUT
adopted small with 3 targets, 1 outcomes and 0 warnings
CL_SERVICE ICT_CALL name changed: Call centres -> Contact centres
== EXIT 0
== RUN tameel init small --store store.db --again
== ERR
tameel: E0804: the strategy in force is the same already
== EXIT 1
# A strategy that no longer declares anything withdraws what it declared, and says so.
== RUN rm small/statistics.yaml; tameel init small --store store.db --again; tameel export sdmx EXPORTS --store store.db
== OUT
adopted small with 3 targets, 1 outcomes and 0 warnings
statistics agency changed: id: MOITT, name: Ministry of Information Technology and Telecommunication, name_ur: وزارت انفارمیشن ٹیکنالوجی و ٹیلی کمیونیکیشن -> (none)
statistics files changed: data/exports.csv, data/call-centres.csv -> (none)
SBP removed
TRADE removed
SERVICES removed
USD million removed
CL_SERVICE removed
CL_EBOPS removed
CL_UNIT removed
DSD_TRADE removed
EXPORTS removed
SERVICE_TO_EBOPS removed
== ERR
tameel: E0912: the strategy declares no statistics; statistics.yaml would
== EXIT 1
