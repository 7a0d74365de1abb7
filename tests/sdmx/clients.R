# rsdmx as Debian packages it, against a running server: SDMX_BASE=http://127.0.0.1:PORT/sdmx
# Prints a line for each thing that it read; service_test.py holds them to what is right.
suppressWarnings(suppressMessages(library(rsdmx)))
base <- Sys.getenv("SDMX_BASE")
addSDMXServiceProvider(SDMXServiceProvider(
  agencyId = "HERE", name = "local", scale = "national", country = "PAK",
  builder = SDMXREST21RequestBuilder(regUrl = base, repoUrl = base, compliant = TRUE)))

flows <- as.data.frame(readSDMX(providerId = "HERE", resource = "dataflow"))
cat("flows", sort(as.character(flows$id)), "\n")

structure <- readSDMX(providerId = "HERE", resource = "datastructure",
                      resourceId = "DSD_SERVICES_TRADE")
cat("structures", length(slot(slot(structure, "datastructures"), "datastructures")), "\n")

data <- suppressWarnings(as.data.frame(readSDMX(
  providerId = "HERE", resource = "data", flowRef = "ICT_EXPORTS",
  key = list("A", NULL, "W0", "ICT", "C", NULL, NULL), start = "2022-07-01", end = "2024-06-30",
  dsd = TRUE), labels = TRUE))
cat("data", paste(data$obsTime, data$obsValue, data$SERVICE_label.en, sep = "|"), sep = "\n")

specific <- as.data.frame(readSDMX(
  paste0(base, "/data/ICT_EXPORTS/A.PK.W0.ICT.C.USD.N/?lastNObservations=1"),
  headers = list(Accept = "application/vnd.sdmx.structurespecificdata+xml;version=2.1")))
cat("specific", as.character(specific$TIME_PERIOD), as.character(specific$OBS_VALUE), "\n")
