#!/usr/bin/env python3
"""Holds the SDMX service to the standard, to its schemas, and to three clients as they are.

Usage: service_test.py --tameel PROGRAM

Starts the server on the strategy of this repository. The official schemas lie beside the repository, in
../shared/conformance/sdmx; where they are missing, validity is not tested and a line says so. rsdmx
comes from Debian (r-cran-rsdmx), sdmx-rest and sdmx-json-parser from npm (web/node_modules).
Prints what failed, and last "N passed, N failed".
"""
import argparse
import gzip
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
import xml.etree.ElementTree as xml
import zipfile
from pathlib import Path

import jsonschema

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from product import REPOSITORY, Folder, run_tests  # noqa: E402

warnings.filterwarnings("ignore", message="jsonschema.RefResolver")  # Debian 12 has no other
HERE = Path(__file__).resolve().parent
SCHEMAS = REPOSITORY.parent / "shared/conformance/sdmx"
STRATEGY = REPOSITORY / "strategies/pakistan-bpo-2023"
FISCAL_YEARS = "ICT_EXPORTS/A.PK.W0.ICT.C.USD.N"
V2_FISCAL_YEARS = "dataflow/MOITT/ICT_EXPORTS/~/A.PK.W0.ICT.C.USD.N"
TYPES = {
    "generic": "application/vnd.sdmx.genericdata+xml;version=2.1",
    "specific": "application/vnd.sdmx.structurespecificdata+xml;version=2.1",
    "generic series": "application/vnd.sdmx.generictimeseriesdata+xml;version=2.1",
    "specific series": "application/vnd.sdmx.structurespecifictimeseriesdata+xml;version=2.1",
    "json 1": "application/vnd.sdmx.data+json;version=1.0.0",
    "csv 1": "application/vnd.sdmx.data+csv;version=1.0.0",
    "json 2": "application/vnd.sdmx.data+json;version=2.0.0",
    "xml 3": "application/vnd.sdmx.data+xml;version=3.0.0",
    "csv 2": "application/vnd.sdmx.data+csv;version=2.0.0",
}


class Service:
    def __init__(self, server):
        self.server = server
        self.base = f"http://127.0.0.1:{server.port}/sdmx"

    def get(self, path, **headers):
        return self.server.get(f"/sdmx/{path}", **headers)

    def must(self, path, **headers):
        answer = self.get(path, **headers)
        assert answer.status == 200, f"{path}: {answer.status} {answer.text()[:400]}"
        return answer


WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHEET = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


class Workbook:
    """The cells of a workbook as they stand in its files: texts, and numbers as numbers."""

    def __init__(self, body):
        self.parts = zipfile.ZipFile(io.BytesIO(body))
        assert self.parts.testzip() is None
        self.names = [sheet.get("name") for sheet in self.read("workbook").iterfind(".//s:sheet", SHEET)]
        self.formats = self.read("styles")

    def read(self, part):
        return xml.fromstring(self.parts.read(f"xl/{part}.xml"))

    def sheet(self, name):
        return self.read(f"worksheets/sheet{self.names.index(name) + 1}")

    def rows(self, name):
        """For each row its cells by column letter."""
        def content(cell):
            if cell.get("t") == "inlineStr":
                return "".join(cell.itertext())
            return float(cell.findtext("s:v", namespaces=SHEET))
        return [{re.sub(r"\d", "", cell.get("r")): content(cell) for cell in row.iterfind("s:c", SHEET)
                 if len(cell) > 0} for row in self.sheet(name).iterfind(".//s:row", SHEET)]

    def table(self, name):
        """For each row its cells by the words of the head."""
        head, *rows = self.rows(name)
        return [{head[column]: cell for column, cell in row.items()} for row in rows]

    def pattern(self, name, head, row):
        """How the number of a column is shown in a row of the table."""
        column = next(letters for letters, text in self.rows(name)[0].items() if text == head)
        style = self.sheet(name).find(f".//s:c[@r='{column}{row + 2}']", SHEET).get("s")
        number = self.formats.findall("s:cellXfs/s:xf", SHEET)[int(style)].get("numFmtId")
        return self.formats.find(f"s:numFmts/s:numFmt[@numFmtId='{number}']", SHEET).get("formatCode")

    def facts(self, name):
        return {row["A"]: row.get("B") for row in self.rows(name) if "A" in row}


def faults_of_xml(text, schema):
    """What xmllint says against a message; empty where it is valid."""
    with tempfile.NamedTemporaryFile("w", suffix=".xml", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        done = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", str(schema), file.name],
                              capture_output=True, text=True, check=False)
        return "" if done.returncode == 0 else done.stderr[:1500]


def faults_by_own_schema(message, service, version, agency, flow, at):
    """What xmllint says of a structure-specific message by the schema that the service writes for its flow."""
    path, folder = ("", "xsd-2.1") if version == "2.1" else ("v2/", "xsd-3.0.0")
    base = f"v{version.replace('.', '_')}"
    schema = service.must(f"{path}schema/dataflow/{agency}/{flow}?dimensionAtObservation={at}",
                          Accept="application/xml").text()
    target = re.search(r'targetNamespace="([^"]*)"', schema).group(1)
    schema = schema.replace(f"https://registry.sdmx.org/schemas/{base}", str(SCHEMAS / folder))
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "own.xsd").write_text(schema, encoding="utf-8")
        outer = Path(place) / "outer.xsd"
        outer.write_text(
            '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import namespace='
            f'"http://www.sdmx.org/resources/sdmxml/schemas/{base}/message" schemaLocation='
            f'"{SCHEMAS / folder}/SDMXMessage.xsd"/><xs:import namespace="{target}" '
            f'schemaLocation="{place}/own.xsd"/></xs:schema>', encoding="utf-8")
        return faults_of_xml(message, outer)


def faults_of_json(text, version, kind):
    schema = json.loads((SCHEMAS / f"json-schemas/{version}/sdmx-json-{kind}-schema.json").read_text())
    found = jsonschema.Draft7Validator(schema).iter_errors(json.loads(text))
    return [f"{list(error.absolute_path)}: {error.message[:200]}" for error in found][:5]


def make_tests(service, program):
    def gives_the_default_of_each_interface():
        assert service.must(f"data/{FISCAL_YEARS}").headers["Content-Type"] == TYPES["generic"]
        assert service.must(f"v2/data/{V2_FISCAL_YEARS}").headers["Content-Type"] == TYPES["json 2"]
        for path in ("v1/dataflow", "2.1/dataflow", "dataflow/", "dataflow/all/ALL/latest/"):
            answer = service.must(path)
            assert answer.headers["Content-Type"] == "application/vnd.sdmx.structure+xml;version=2.1"
            assert answer.text() == service.must("dataflow").text(), path
        for path in ("v2/structure/dataflow", "3.0/structure/dataflow/*/*/~/"):
            assert service.must(path).text() == service.must("v2/structure/dataflow/*").text(), path

    def answers_every_media_type_with_its_registered_name():
        for name, media_type in TYPES.items():
            path = f"v2/data/{V2_FISCAL_YEARS}" if name[-1] in "23" else f"data/{FISCAL_YEARS}"
            answer = service.must(path, Accept=media_type)
            assert answer.headers["Content-Type"] == media_type, answer.headers["Content-Type"]
            assert "2596" in answer.text(), name

    def says_what_is_wrong_with_the_status_of_each_interface():
        for path, status, code in [
                ("data/NOTHING", 404, 100), ("codelist/MOITT/NOTHING", 404, 100),
                (f"data/{FISCAL_YEARS}?startPeriod=soon", 400, 140),
                (f"data/{FISCAL_YEARS}?detail=most", 400, 140), ("colours", 400, 140),
                ("data/ICT_EXPORTS/A.PK", 403, 150),
                (f"data/{FISCAL_YEARS}?dimensionAtObservation=COLOUR", 403, 150),
                ("availableconstraint/ICT_EXPORTS/all/all/COLOUR", 403, 150),
                ("metadata/ICT_EXPORTS", 501, 501), ("schema/dataflow/MOITT/NOTHING", 404, 100),
                ("data/%ZZ", 400, None)]:
            answer = service.get(path)
            assert answer.status == status, f"{path}: {answer.status}"
            if code:
                assert f'<mes:ErrorMessage code="{code}">' in answer.text(), answer.text()
                assert answer.headers["Access-Control-Allow-Origin"] == "*"
        for path, status in [
                ("v2/data/dataflow/MOITT/NOTHING", 204), ("v2/structure/codelist/MOITT/NOTHING", 204),
                (f"v2/data/{V2_FISCAL_YEARS}?c[COLOUR]=red", 422),
                (f"v2/data/{V2_FISCAL_YEARS}?c[TIME_PERIOD]=ge:soon", 400),
                ("v2/data/dataflow/MOITT/ICT_EXPORTS/~/A.PK.W0.ICT.C.USD.N.X", 422),
                ("v2/colours", 400), ("v2/registration/id/1", 501), ("v2/metadata/metadataflow/X", 501),
                (f"v2/data/{V2_FISCAL_YEARS}?asOf=2024-01-01&updatedAfter=2024-02-01", 400)]:
            answer = service.get(path)
            assert answer.status == status, f"{path}: {answer.status}"
            assert (answer.body == b"") == (status == 204), path

    def refuses_what_it_cannot_write_and_says_what_it_can():
        for accept in ("application/pdf", "application/vnd.sdmx.data+json;version=7.0.0"):
            answer = service.get(f"data/{FISCAL_YEARS}", Accept=accept)
            assert answer.status == 406
            assert "application/vnd.sdmx.genericdata+xml;version=2.1" in answer.text()
        answer = service.get("v2/data/dataflow/MOITT/*/*?format=jsondata&formatVersion=1.0.0")
        assert answer.status == 406, "SDMX-JSON 1.0 holds one dataflow"

    def compresses_and_answers_conditional_requests():
        path = "data/ICT_EXPORTS"
        plain = service.must(path)
        packed = service.must(path, Accept_Encoding="deflate, gzip")
        assert packed.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(packed.body) == plain.body
        for vary in ("Accept", "Accept-Language", "Accept-Encoding"):
            assert vary in plain.headers["Vary"]
        assert service.get(path, If_None_Match=plain.headers["ETag"]).status == 304
        assert service.get(path, If_None_Match='"other"').status == 200
        assert service.get(path, If_Modified_Since=plain.headers["Last-Modified"]).status == 304
        assert service.get(path, If_Modified_Since="2099-11-22T02:24:51.477Z").status == 304
        assert service.get(path, If_Modified_Since="Sun, 06 Nov 1994 08:49:37 GMT").status == 200
        assert service.get(path, If_Modified_Since="nonsense").status == 200
        head = service.server.ask("HEAD", f"/sdmx/{path}")
        assert head.body == b"" and head.headers["Content-Length"] == str(len(plain.body))

    def lets_pages_of_other_origins_ask():
        asked = service.server.ask("OPTIONS", "/sdmx/data/ICT_EXPORTS", headers={
            "Origin": "https://example.org", "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": "accept"})
        assert asked.status == 204
        assert asked.headers["Access-Control-Allow-Origin"] == "*"
        assert "GET" in asked.headers["Access-Control-Allow-Methods"]
        assert service.server.ask("POST", "/sdmx/data/ICT_EXPORTS", b"").status == 405

    def serves_vintages():
        def values(query):
            text = service.must(f"v2/data/{V2_FISCAL_YEARS}?c[TIME_PERIOD]=2022-A1&{query}",
                                Accept=TYPES["csv 2"]).text()
            return [line.split(",")[11] for line in text.splitlines()[1:]]
        assert values("") == ["2596"]
        assert values("asOf=2023-07-18") == ["2605"]
        assert values("asOf=2023-08-22T10:00:00Z") == ["2605.34"]
        history = values("includeHistory=true")
        assert history[0] == "2605" and history[-1] == "2596" and len(history) >= 4, history
        text = service.must(f"data/{FISCAL_YEARS}?includeHistory=true&startPeriod=2022-07-01"
                            "&endPeriod=2023-06-30", Accept=TYPES["specific"]).text()
        assert text.count('ss:action="Replace"') == len(history)
        assert 'ss:validFromDate="2023-07-18T00:00:00+05:00"' in text
        changed = service.must(f"data/{FISCAL_YEARS}?updatedAfter=2025-07-01").text()
        assert "2024-A1" in changed and "2022-A1" not in changed

    def answers_in_the_language_that_is_asked_for():
        answer = service.must(f"data/{FISCAL_YEARS}", Accept=TYPES["csv 1"] + ";labels=both",
                              Accept_Language="ur-PK, en;q=0.5")
        assert answer.headers["Content-Language"] == "ur"
        assert "سالانہ" in answer.text()

    def holds_every_figure_of_the_strategy():
        text = service.must("v2/data/*/*/*/*?includeHistory=true", Accept=TYPES["csv 2"]).text()
        rows = set(re.findall(r",(X\d{4})(?:,|$)", text, re.MULTILINE))
        assert len(rows) > 800, len(rows)

    def gives_a_workbook_of_what_is_asked():
        path = f"v2/data/{V2_FISCAL_YEARS}?asOf=2024-09-30"
        answer = service.must(path, Accept=WORKBOOK)
        assert answer.headers["Content-Type"] == WORKBOOK, answer.headers["Content-Type"]
        book = Workbook(answer.body)
        assert book.names == ["Figures", "About"], book.names
        rows = book.table("Figures")
        data = service.must(path, Accept=TYPES["csv 2"]).text().splitlines()
        assert len(rows) == len(data) - 1, (len(rows), len(data))
        at = {row["Time period"]: row for row in rows}
        figure = at["2021-A1"]
        assert figure["Observation value"] == 2619.1 and book.pattern("Figures", "Observation value", rows.index(figure)) == "#,##0.0", figure
        assert figure["Frequency"] == "Annual" and figure["Frequency (code)"] == "A", figure
        assert figure["First day"] == 44378 and figure["Last day"] == 44742, figure  # 1 July 2021 to 30 June 2022
        assert "US dollar" in figure["Unit of measure"] and figure["Observation status (code)"] == "A", figure
        assert (figure["Source"], figure["Row"], figure["Published"]) == ("PBS, by Daily Times / APP", "X0330", "2023-08-22")
        pane = book.sheet("Figures").find(".//s:pane", SHEET)
        assert pane.get("state") == "frozen" and pane.get("ySplit") == "1", pane.attrib
        widths = [float(column.get("width")) for column in book.sheet("Figures").iterfind(".//s:col", SHEET)]
        assert len(widths) > 10 and all(9 <= width <= 43 for width in widths), widths
        about = book.facts("About")
        assert about["Identifier"].startswith("MOITT:ICT_EXPORTS("), about
        assert about["As published by"] == "2024-09-30" and about["Query"].endswith("?asOf=2024-09-30"), about
        assert about["Figures"] == str(len(rows)) and about["Figures of"], about
        assert "EXERCISE, NOT FACT" not in about, about

    def gives_a_workbook_in_urdu_and_one_with_a_sheet_for_each_flow():
        book = Workbook(service.must(f"data/{FISCAL_YEARS}?format=xlsx&lang=ur").body)
        view = book.sheet(book.names[0]).find(".//s:sheetView", SHEET)
        assert view.get("rightToLeft") == "1" and book.names[1] == "تعارف", book.names
        book = Workbook(service.must("v2/data/dataflow/MOITT/*/*?format=xlsx&includeHistory=true").body)
        flows = service.must("v2/data/dataflow/MOITT/*/*?includeHistory=true", Accept=TYPES["csv 2"]).text()
        figures = sum(len(book.rows(name)) - 1 for name in book.names[:-1])
        assert len(book.names) > 3 and figures == flows.count("\ndataflow,"), (book.names, figures)

    def names_an_exercise_on_every_sheet():
        with Folder(program) as folder:
            folder.strategy = STRATEGY
            folder.must("exercise", STRATEGY, "--entries", "10")
            book = Workbook(Service(folder.serve()).must(f"data/{FISCAL_YEARS}?format=xlsx").body)
        assert "EXERCISE, NOT FACT" in book.facts("About"), book.facts("About")
        for name in book.names:
            printed = book.sheet(name).findtext(".//s:oddHeader", namespaces=SHEET)
            assert "EXERCISE, NOT FACT" in (printed or ""), name
            assert book.sheet(name).find("./s:sheetPr/s:tabColor", SHEET) is not None, name

    def is_valid_sdmx_ml_and_json():
        xml_21, xml_30 = SCHEMAS / "xsd-2.1/SDMXMessage.xsd", SCHEMAS / "xsd-3.0.0/SDMXMessage.xsd"
        flows = ["ICT_EXPORTS", "ICT_MARKETS", "FREELANCERS", "COMPANIES", "TELECOM_DEVICES", "INVESTMENT"]
        for flow in flows:
            for query in ("", "?dimensionAtObservation=AllDimensions", "?includeHistory=true",
                          "?dimensionAtObservation=REF_AREA", "?detail=serieskeysonly"):
                assert not (faults := faults_of_xml(service.must(f"data/{flow}{query}").text(), xml_21)), \
                    f"{flow}{query}: {faults}"
                for version, media_type in (("1.0", TYPES["json 1"]),):
                    text = service.must(f"data/{flow}{query}", Accept=media_type).text()
                    assert not (faults := faults_of_json(text, version, "data")), f"{flow}{query}: {faults}"
            text = service.must(f"v2/data/dataflow/MOITT/{flow}").text()
            assert not (faults := faults_of_json(text, "2.0.0", "data")), f"{flow}: {faults}"
        everything = service.must("structure?references=none").text()
        assert not (faults := faults_of_xml(everything, xml_21)), faults
        text = service.must("v2/structure/*", Accept="application/vnd.sdmx.structure+xml;version=3.0.0").text()
        assert not (faults := faults_of_xml(text, xml_30)), faults
        text = service.must("structure", Accept="application/vnd.sdmx.structure+json;version=1.0.0").text()
        assert not (faults := faults_of_json(text, "1.0", "structure")), faults
        text = service.must("v2/structure/*").text()
        assert not (faults := faults_of_json(text, "2.0.0", "structure")), faults
        for path in ("availableconstraint/ICT_EXPORTS?references=all", "data/NOTHING",
                     "structure?detail=allstubs", "codelist?detail=allcompletestubs",
                     "categorisation?references=children&detail=referencepartial"):
            assert not (faults := faults_of_xml(service.get(path).text(), xml_21)), f"{path}: {faults}"

    def serves_dataflows_of_others_in_valid_messages():
        exr = SCHEMAS / "ml21-official/exr/ecb_exr_ng"
        visits = ("DATAFLOW,FREQ,AIRPORT,TIME_PERIOD,OBS_VALUE,UNIT,OBS_CONF,NOTE\n"
                  "NSO:VISITS(1.0),M,KHI,2023-11,1520,persons,F,\n"
                  "NSO:VISITS(1.0),M,LHE,2023-12,1600,persons,C,counted by hand\n")
        with Folder(program) as folder:
            folder.strategy = STRATEGY
            folder.must("init", STRATEGY, "--store", folder.store)
            (folder.path / "visits.csv").write_text(visits, encoding="utf-8")
            for file in (REPOSITORY / "tests/fixtures/nso-structures.xml", folder.path / "visits.csv",
                         exr / "ecb_exr_ng_full.xml", exr / "generic/ecb_exr_ng_ts.xml"):
                folder.must("load", file, "--store", folder.store)
            held = Service(folder.serve())
            for agency, flow, count, at in (("NSO", "VISITS", 2, "AIRPORT"), ("ECB", "ECB_EXR_NG", 12, "CURRENCY")):
                for level in ("TIME_PERIOD", at, "AllDimensions"):
                    for name, media_type in TYPES.items():
                        if "series" in name and level != "TIME_PERIOD":
                            continue
                        path = f"v2/data/dataflow/{agency}/{flow}?dimensionAtObservation={level}"
                        text = held.must(path, Accept=media_type).text()
                        faults = ""
                        if name.startswith("json"):
                            faults = faults_of_json(text, "1.0" if name == "json 1" else "2.0.0", "data")
                        elif name.startswith("csv"):
                            faults = "" if text.count("\n") == count + 1 else text
                        elif name.startswith("generic"):
                            faults = faults_of_xml(text, SCHEMAS / "xsd-2.1/SDMXMessage.xsd")
                        elif level != at and name != "specific series":
                            version = "3.0" if name == "xml 3" else "2.1"
                            faults = faults_by_own_schema(text, held, version, agency, flow, level)
                        assert not faults, f"{path} as {name}: {faults}"
            xml_21 = SCHEMAS / "xsd-2.1/SDMXMessage.xsd"
            assert not (faults := faults_of_xml(held.must("structure?references=none").text(), xml_21)), faults
            assert not (faults := faults_of_json(held.must("v2/structure/*").text(), "2.0.0", "structure")), faults
            for path in ("datastructure/ECB/ECB_EXR_NG/1.0?references=all", "dataflow/NSO/VISITS?references=descendants",
                         "availableconstraint/NSO,VISITS?references=all"):
                assert not (faults := faults_of_xml(held.must(path).text(), xml_21)), f"{path}: {faults}"
            schema = held.must("schema/dataflow/NSO/VISITS", Accept="application/xml").text()
            assert "CL_PERIODICITY" in schema and "AIRPORT" in schema, schema[:2000]
            assert held.get("v2/structure/dataflow/NSO/VISITS?asOf=2023-06-01").status == 204

    def is_valid_against_the_schema_that_it_writes():
        for version, accept in (("2.1", TYPES["specific"]), ("3.0", TYPES["xml 3"])):
            for at in ("TIME_PERIOD", "AllDimensions"):
                path = "data/ICT_EXPORTS" if version == "2.1" else "v2/data/dataflow/MOITT/ICT_EXPORTS/1.0"
                message = service.must(f"{path}?dimensionAtObservation={at}", Accept=accept).text()
                own = (service, version, "MOITT", "ICT_EXPORTS", at)
                assert not (faults := faults_by_own_schema(message, *own)), faults
                assert faults_by_own_schema(message.replace('SERVICE="ICT"', 'SERVICE="NONE"'), *own)

    def is_read_by_rsdmx():
        done = subprocess.run(["Rscript", "--vanilla", str(HERE / "clients.R")], capture_output=True,
                              text=True, env=dict(os.environ, SDMX_BASE=service.base), check=False,
                              timeout=120)
        assert done.returncode == 0, done.stderr[-800:]
        lines = [line for line in done.stdout.splitlines() if not line.startswith("[rsdmx]")]
        assert lines[0].split()[1:] == sorted(lines[0].split()[1:]) and "ICT_EXPORTS" in lines[0], lines[0]
        assert "structures 1" in done.stdout
        service_name = "Telecommunications, computer and information services"
        assert f"2022-A1|2596|{service_name}" in lines and f"2023-A1|3223|{service_name}" in lines, lines
        assert "specific 2024-A1 3810" in done.stdout, done.stdout

    def is_read_by_the_clients_of_npm():
        done = subprocess.run(["node", str(HERE / "clients.mjs")], capture_output=True, text=True,
                              env=dict(os.environ, SDMX_BASE=service.base), check=False, timeout=120)
        assert done.returncode == 0, done.stderr[-800:]
        rest, parser = (json.loads(line) for line in done.stdout.splitlines())
        assert rest["data"] == [200, TYPES["generic"], True], rest
        assert rest["data2"] == [200, TYPES["json 2"], True], rest
        assert rest["codelist"][1] == 18 and rest["availability"] == [200, True], rest
        assert rest["schema"] == [200, True] and rest["structure2"] == [200, 1], rest
        assert parser["dimensions"][-1] == "TIME_PERIOD" and parser["observations"] == 3, parser
        assert parser["first"]["value"] == 2596 and parser["first"]["FREQ"] == "Annual", parser
        assert parser["all"] > parser["observations"], "an address without a query is served too"

    tests = [gives_the_default_of_each_interface, answers_every_media_type_with_its_registered_name,
             says_what_is_wrong_with_the_status_of_each_interface,
             refuses_what_it_cannot_write_and_says_what_it_can, compresses_and_answers_conditional_requests,
             lets_pages_of_other_origins_ask, serves_vintages, answers_in_the_language_that_is_asked_for,
             holds_every_figure_of_the_strategy, gives_a_workbook_of_what_is_asked,
             gives_a_workbook_in_urdu_and_one_with_a_sheet_for_each_flow, names_an_exercise_on_every_sheet]
    if SCHEMAS.exists():
        tests += [is_valid_sdmx_ml_and_json, is_valid_against_the_schema_that_it_writes,
                  serves_dataflows_of_others_in_valid_messages]
    else:
        print("validity is not tested: ../shared/conformance/sdmx is not beside this repository")
    if shutil.which("Rscript"):
        tests.append(is_read_by_rsdmx)
    else:
        print("rsdmx is not tested: there is no Rscript; ./dev test installs it")
    return [*tests, is_read_by_the_clients_of_npm]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tameel", required=True)
    options = parser.parse_args()
    with Folder(options.tameel) as folder:
        folder.strategy = STRATEGY
        return run_tests(make_tests(Service(folder.serve()), options.tameel))


if __name__ == "__main__":
    sys.exit(main())
