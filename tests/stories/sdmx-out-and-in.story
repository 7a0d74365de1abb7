# Figures leave as an SDMX message and come back as one: a dataflow is written as it was known on a day, and
# a message of another office is loaded into the record, where it is one more vintage.
== COPY strategies/pakistan-bpo-2023 AS strategy
== CLOCK 2024-08-01
== STORE store.db FROM strategy
# Fiscal years of all ICT services, in the days before the year 2023-24 was over.
== RUN tameel export sdmx ICT_EXPORTS --key A.PK.W0.ICT.C.USD.N --from 2021-07-01 --as-of 2023-08-22
== OUT
STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,SERVICE,FLOW,UNIT_MEASURE,TRANSFORMATION,TIME_PERIOD,OBS_VALUE,UNIT_MULT,REPORTING_YEAR_START_DAY,OBS_STATUS,SOURCE,PUBLISHED,DATE_BASIS,ROW,COMMENT
dataflow,MOITT:ICT_EXPORTS(1.0),I,A,PK,W0,ICT,C,USD,N,2021-A1,2619.1,6,--07-01,A,"PBS, by Daily Times / APP",2023-08-22,S,X0330,
dataflow,MOITT:ICT_EXPORTS(1.0),I,A,PK,W0,ICT,C,USD,N,2022-A1,2605.34,6,--07-01,A,"PBS, by Daily Times / APP",2023-08-22,S,X0329,
== EXIT 0
# The same with every value that was ever published until then.
== RUN tameel export sdmx ICT_EXPORTS --key A.PK.W0.ICT.C.USD.N --from 2022-07-01 --history --as-of 2023-08-22 | cut -d, -f3,11,12,15-17
== OUT
ACTION,TIME_PERIOD,OBS_VALUE,OBS_STATUS,SOURCE,PUBLISHED
R,2022-A1,2605,A,"official data, by ProPakistani"
R,2022-A1,2593,R,"SBP, by ProPakistani"
R,2022-A1,2605.34,A,"PBS, by Daily Times / APP"
== EXIT 0
# All structures, and what the message holds.
== RUN tameel export sdmx --output structures.xml && tameel sdmx read structures.xml
== OUT
315169 bytes written to structures.xml
SDMX-ML 2.1, structure, id TAMEEL-1722502800
categorisation
  CAT_BENCHMARKS
  CAT_COMPANIES
  CAT_EXPORTS_BY_DESTINATION
  CAT_FORECAST
  CAT_FORECAST_INDICATORS
  CAT_FOREIGN_INVESTMENT
  CAT_FREELANCERS
  CAT_ICT_EXPORTS
  CAT_ICT_MARKETS
  CAT_INVESTMENT
  CAT_TELECOM_DEVICES
  CAT_TELECOM_SECTOR
  CAT_TRADE_BALANCE
  CAT_WOMEN_IN_IT
category_scheme
  SUBJECTS                                       12
codelist
  CL_AREA                                        36
  CL_DATE_BASIS                                   2
  CL_EBOPS                                       11
  CL_FLOW                                         9
  CL_FREQ                                         6
  CL_INDICATOR                                   45
  CL_MEASURE                                     47
  CL_OBS_STATUS                                  12
  CL_QUANTILE                                    39
  CL_SEGMENT                                      6
  CL_SERVICE                                     18
  CL_TRANSFORMATION                               4
  CL_UNIT_MEASURE                                13
  CL_UNIT_MULT                                    5
concept_scheme
  CONCEPTS                                       26
constraint
  CR_BENCHMARKS
  CR_COMPANIES
  CR_DSD_FORECAST
  CR_DSD_FORECAST_INDICATORS
  CR_DSD_INDICATORS
  CR_DSD_SERVICES_TRADE
  CR_EXPORTS_BY_DESTINATION
  CR_FORECAST
  CR_FORECAST_INDICATORS
  CR_FOREIGN_INVESTMENT
  CR_FREELANCERS
  CR_ICT_EXPORTS
  CR_ICT_MARKETS
  CR_INVESTMENT
  CR_PA_BENCHMARKS
  CR_PA_COMPANIES
  CR_PA_EXPORTS_BY_DESTINATION
  CR_PA_FORECAST
  CR_PA_FORECAST_INDICATORS
  CR_PA_FOREIGN_INVESTMENT
  CR_PA_FREELANCERS
  CR_PA_ICT_EXPORTS
  CR_PA_ICT_MARKETS
  CR_PA_INVESTMENT
  CR_PA_TELECOM_DEVICES
  CR_PA_TELECOM_SECTOR
  CR_PA_TRADE_BALANCE
  CR_PA_WOMEN_IN_IT
  CR_TELECOM_DEVICES
  CR_TELECOM_SECTOR
  CR_TRADE_BALANCE
  CR_WOMEN_IN_IT
dataflow
  BENCHMARKS
  COMPANIES
  EXPORTS_BY_DESTINATION
  FORECAST
  FORECAST_INDICATORS
  FOREIGN_INVESTMENT
  FREELANCERS
  ICT_EXPORTS
  ICT_MARKETS
  INVESTMENT
  TELECOM_DEVICES
  TELECOM_SECTOR
  TRADE_BALANCE
  WOMEN_IN_IT
hierarchical_codelist
  H_CL_AREA
  H_CL_EBOPS
  H_CL_INDICATOR
  H_CL_SEGMENT
  H_CL_SERVICE
metadataflow
  QUALITY_REPORTS
metadatastructure
  MSD_QUALITY
organisation_scheme
  AGENCIES                                        2
  DATA_PROVIDERS                                  9
provisionagreement
  PA_BENCHMARKS
  PA_COMPANIES
  PA_EXPORTS_BY_DESTINATION
  PA_FORECAST
  PA_FORECAST_INDICATORS
  PA_FOREIGN_INVESTMENT
  PA_FREELANCERS
  PA_ICT_EXPORTS
  PA_ICT_EXPORTS_PBS
  PA_ICT_MARKETS
  PA_INVESTMENT
  PA_TELECOM_DEVICES
  PA_TELECOM_SECTOR
  PA_TRADE_BALANCE
  PA_WOMEN_IN_IT
structure
  DSD_FORECAST                                    9
  DSD_FORECAST_INDICATORS                         8
  DSD_INDICATORS                                  7
  DSD_SERVICES_TRADE                              8
structureset
  SERVICE_TO_EBOPS
  SERVICE_TO_SEGMENT
== EXIT 0
# A message of another office is loaded like a table; its codes become the words of the tables.
== FILE july.csv
STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,SERVICE,FLOW,UNIT_MEASURE,TRANSFORMATION,TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_STATUS,SOURCE,PUBLISHED
dataflow,MOITT:ICT_EXPORTS(1.0),I,M,PK,W0,ICT_TEL_CALL,C,USD,N,2024-06,18.25,6,P,State Bank of Pakistan,2024-07-19
== RUN tameel load july.csv
== OUT
1 row, 1 observation in 1 series from 1 source
dates of publication: 0 are only a month, 0 are unknown and estimated
entry 7 recorded at 2024-08-01T09:00:00.000000Z
leaf hash <any>
== EXIT 0
== RUN tameel export sdmx ICT_EXPORTS --key M.PK.W0.ICT_TEL_CALL.C.USD.N --from 2024-06 | cut -d, -f7,11,12,15,16
== OUT
SERVICE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,SOURCE
ICT_TEL_CALL,2024-06,18.25,P,
== EXIT 0
== RUN tameel verify
== OUT
8 entries, 3 checkpoints and 15 attachments hold
key tameel.invalid/strategy+<any>

tameel.invalid/strategy
8
<any>

— tameel.invalid/strategy <any>
== EXIT 0
