"""Writes large messages of SDMX, all with the same observations: series of 240 months, 8 columns each."""

MONTHS = [f"{2000 + m // 12}-{m % 12 + 1:02}" for m in range(240)]
DATAFLOW = "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=PK:EXPORTS(1.0)"


def keys(series):
    for i in range(series):
        yield f"A{i % 200:03}", f"IND{i // 200:04}"


def value(i, m):
    return f"{(i * 7919 + m * 104729) % 9999991 / 100:.2f}"


def csv(path, series):
    with open(path, "w") as out:
        out.write("DATAFLOW,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT\n")
        for i, (area, indicator) in enumerate(keys(series)):
            out.write("".join(f"PK:EXPORTS(1.0),M,{area},{indicator},{month},{value(i, m)},A,6\n" for m, month in enumerate(MONTHS)))


def ml(path, series):
    schemas = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/"
    with open(path, "w") as out:
        out.write(f'<m:StructureSpecificData xmlns:m="{schemas}message"><m:Header><m:ID>BENCH</m:ID></m:Header><m:DataSet>\n')
        for i, (area, indicator) in enumerate(keys(series)):
            out.write(f'<Series FREQ="M" REF_AREA="{area}" INDICATOR="{indicator}" UNIT_MULT="6">\n')
            out.write("".join(f'<Obs TIME_PERIOD="{month}" OBS_VALUE="{value(i, m)}" OBS_STATUS="A"/>\n' for m, month in enumerate(MONTHS)))
            out.write("</Series>\n")
        out.write("</m:DataSet></m:StructureSpecificData>\n")


def component(name, values):
    return f'{{"id":"{name}","values":[' + ",".join(f'{{"id":"{text}"}}' for text in values) + "]}"


def json(path, series):
    areas = sorted({area for area, _ in keys(series)})
    indicators = sorted({indicator for _, indicator in keys(series)})
    with open(path, "w") as out:
        out.write(f'{{"meta":{{"id":"BENCH"}},"data":{{"structure":{{"links":[{{"urn":"{DATAFLOW}"}}],"dimensions":{{"series":[')
        out.write(",".join((component("FREQ", "M"), component("REF_AREA", areas), component("INDICATOR", indicators))))
        out.write(f'],"observation":[{component("TIME_PERIOD", MONTHS)}]}},"attributes":{{"series":[{component("UNIT_MULT", "6")}],')
        out.write(f'"observation":[{component("OBS_STATUS", "A")}]}}}},"dataSets":[{{"series":{{')
        for i, (area, indicator) in enumerate(keys(series)):
            out.write(f'{"," if i else ""}"0:{i % 200}:{i // 200}":{{"attributes":[0],"observations":{{')
            out.write(",".join(f'"{m}":[{value(i, m)},0]' for m in range(len(MONTHS))))
            out.write("}}")
        out.write("}}]}}\n")


FORMATS = {"SDMX-CSV 1.0": ("csv", csv), "SDMX-ML 3.0": ("xml", ml), "SDMX-JSON 1.0": ("json", json)}
