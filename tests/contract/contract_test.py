#!/usr/bin/env python3
"""Holds every answer of the server against docs/api/openapi.yaml.

Usage: contract_test.py --tameel PROGRAM

Starts the server on a fresh store and asks for everything the contract names: what must work, and
what must be refused. Prints what failed, and last "N passed, N failed".
"""
import argparse
import json
import re
import shutil
import signal
import sys
import threading
import time
import warnings
from pathlib import Path

import jsonschema
import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from contract_of_statistics import add_statistics  # noqa: E402
from product import REPOSITORY, Folder, run_tests  # noqa: E402

warnings.filterwarnings("ignore", message="jsonschema.RefResolver")  # Debian 12 has no other
CONTRACT = yaml.safe_load((REPOSITORY / "docs/api/openapi.yaml").read_text(encoding="utf-8"))
PROGRAMMES = REPOSITORY / "tests/fixtures/small-programmes.yaml"
BASE = CONTRACT["servers"][0]["url"]
MEGABYTE = 1 << 20
EVIDENCE_BYTES_MAX = 25 * MEGABYTE

# ---------------------------------------------------------------------------------- the contract


def resolved(part):
    while "$ref" in part:
        found = CONTRACT
        for step in part["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        part = found
    return part


def validator(schema):
    resolver = jsonschema.RefResolver.from_schema(CONTRACT)
    return jsonschema.Draft202012Validator(schema, resolver=resolver,
                                           format_checker=jsonschema.FormatChecker())


def properties_of(schema):
    """What the contract knows of an object; None where it lets anything be."""
    schema = resolved(schema)
    known, is_open = dict(schema.get("properties", {})), "additionalProperties" in schema
    for part in schema.get("allOf", []):
        more = properties_of(part)
        is_open = is_open or more is None
        known.update(more or {})
    return None if is_open or (not known and "allOf" not in schema) else known


def unknown_fields(schema, value, path="$"):
    """The fields of an answer that the contract does not name."""
    schema = resolved(schema)
    if isinstance(value, list):
        items = schema.get("items")
        return [] if items is None else [found for i, item in enumerate(value)
                                         for found in unknown_fields(items, item, f"{path}[{i}]")]
    known = properties_of(schema) if isinstance(value, dict) else None
    if known is None:
        return []
    found = [f"{path}.{key}" for key in value if key not in known]
    for key in known:
        if key in value:
            found += unknown_fields(known[key], value[key], f"{path}.{key}")
    return found


def hold(answer, method, path, status):
    """The answer has this status and is what the contract says of it; its JSON, or its text."""
    where = f"{method} {path}"
    assert answer.status == status, f"{where}: expected {status}, got {answer.status}: {answer.text()[:300]}"
    responses = CONTRACT["paths"][path][method.lower()]["responses"]
    content = resolved(responses.get(str(status), responses["default"]))["content"]
    assert answer.media_type() in content, f"{where}: {answer.media_type()} is not one of {list(content)}"
    schema = content[answer.media_type()]["schema"]
    if "json" not in answer.media_type():
        return answer.text()
    value = answer.json()
    faults = [f"{fault.json_path}: {fault.message[:200]}" for fault in validator(schema).iter_errors(value)]
    assert not faults, f"{where}: {faults[:5]}"
    unknown = unknown_fields(schema, value)
    assert not unknown, f"{where}: the contract does not name {unknown[:5]}"
    if status >= 400:
        assert value["status"] == status, f"{where}: the document says {value['status']}"
        assert value["type"].endswith(value["code"].lower()), value["type"]
    return value


def codes(problem):
    return [problem["code"]] + [fault["code"] for fault in problem.get("errors", [])]


# ---------------------------------------------------------------------------------- the server


class Product:
    """One server on a small strategy of which activity 1.1.1 and 1.1.2 are asked to report."""

    def __init__(self, program):
        self.folder = Folder(program, clock="2024-04-20T09:00:00.000000Z")
        shutil.copy(PROGRAMMES, self.folder.strategy / "programmes.yaml")
        self.server = self.folder.serve()
        self.lead = self.folder.token("pasha", "reporter", "head")
        self.supporter = self.folder.token("moitt", "reporter", "head")
        self.verifier = self.folder.token("tdap", "verifier")
        self.secretariat = self.folder.token("tdap", "secretariat")
        self.council = self.folder.token("moitt", "council")
        self.auditor = self.folder.token("chambers", "auditor")
        self.folder.decided("2024/1", "2024/2", "2024/3", "2024/4", "C", on="2024-01-10")
        self.folder.must("adopt", "1.1.1", "1.1.2", "--year", "2024", "--decision", "2024/1",
                         "--effective-on", "2024-01-10")

    def get(self, path, status=200, template=None, **headers):
        return hold(self.server.get(BASE + path, **headers), "GET", template or path.partition("?")[0], status)

    def post(self, path, body, status=201, token="", media_type="application/json"):
        answer = self.server.post(BASE + path, body, token or None, media_type)
        return hold(answer, "POST", path.partition("?")[0], status)

    def evidence(self, content=b"minutes"):
        return self.post("/evidence", content, token=self.lead, media_type="application/octet-stream")["sha256"]

    def report(self, **more):
        body = {"target": "1.1.1-1", "period": "2024-Q1", "value": 1, "narrative": "One dialogue",
                "evidence": [{"sha256": self.evidence(), "grade": "B", "title": "Minutes"}]}
        body.update(more)
        return {key: value for key, value in body.items() if value is not None}


def tests_of(program):
    product = Product(program)
    server, folder = product.server, product.folder
    tests = []

    def test(function):
        tests.append(function)
        return function

    # -------- the table of routes

    def routes_in_source():
        source = (REPOSITORY / "src/server/routes.cpp").read_text(encoding="utf-8")
        reading, _, writing = source.partition("void add_writing(")
        reading = reading.partition("void add_reading(")[2]
        find = lambda text: re.findall(r'add\(\s*"(/api/v1/[^"]*)"', text)
        return {("get", path) for path in find(reading)} | {("post", path) for path in find(writing)}

    def routes_in_contract():
        return {(method, BASE + path) for path, item in CONTRACT["paths"].items() for method in item}

    @test
    def every_route_is_in_the_contract_and_the_reverse():
        assert len(routes_in_source()) >= 15, "the table of routes is written in another way"
        assert routes_in_source() == routes_in_contract(), routes_in_source() ^ routes_in_contract()

    @test
    def another_method_is_refused_and_told_those_that_are_allowed():
        for method, path in routes_in_contract():
            path = re.sub(r"{\w+}", "1", path)
            answer = server.ask("DELETE", path)
            assert answer.status == 405, (path, answer.status)
            allowed = {word.strip().lower() for word in answer.headers["Allow"].split(",")}
            assert method in allowed and "delete" not in allowed, (path, answer.headers["Allow"])
            assert answer.json()["code"] == "E0603"

    @test
    def an_address_that_is_not_there_is_a_problem_document():
        for path in ("/api/v1/nothing", "/api/v1/", "/api/v2/targets", "/api/v1/targets/1.1.1-1/more"):
            answer = server.get(path)
            assert answer.status == 404 and answer.media_type() == "application/problem+json", path
            assert answer.json()["code"] == "E0602", answer.text()

    @test
    def the_server_says_that_it_is_well():
        for path in ("/healthz", "/readyz", "/metrics"):
            assert server.get(path).status == 200, path

    @test
    def the_page_of_errors_explains_every_code_that_a_problem_leads_to():
        problem = product.get("/targets/9.9.9-9", 404, "/targets/{id}")
        page, _, anchor = problem["type"].partition("#")
        assert f'id="{anchor}"' in server.get(page).text()

    # -------- reading

    @test
    def every_reading_address_answers_as_the_contract_says():
        product.get("/targets")
        product.get("/targets?as_of=2023-06-30")
        for target in ("1.1.1-1", "1.1.2-1", "1.1.2-2", "exports-fy2024"):
            product.get(f"/targets/{target}", template="/targets/{id}")
        product.get("/plan")
        product.get("/indicators/exports", template="/indicators/{code}")
        product.get("/funding")
        product.get("/funding?as_of=2023-06-30")
        product.get("/programmes")
        product.get("/programmes?as_of=2023-06-30")
        for programme in ("course", "park"):
            product.get(f"/programmes/{programme}", template="/programmes/{code}")
        product.get("/statistics/figures")
        product.get("/journal")
        product.get("/journal/0", template="/journal/{seq}")
        assert product.get("/checkpoint").splitlines()[0] == "tameel.invalid/small"

    @test
    def a_question_that_is_none_is_refused():
        for path in ("/targets", "/plan", "/funding", "/programmes"):
            assert product.get(path + "?as_of=yesterday", 422)["code"] == "E0004"
            assert product.get(path + "?as_of=2024-02-30", 422)["code"] == "E0004"
            assert product.get(path + "?as_of=2022-12-31", 422)["code"] == "E0424"
            assert product.get(path + "?recorded_by=2024-04-19", 404)["code"] == "E0802"
        assert product.get("/targets/1.1.1-9", 404, "/targets/{id}")["code"] == "E0420"
        assert product.get("/programmes/nothing", 404, "/programmes/{code}")["code"] == "E0470"
        product.get("/indicators/nothing", 404, "/indicators/{code}")
        product.get("/journal/99999", 404, "/journal/{seq}")
        assert product.get("/journal/first", 400, "/journal/{seq}")["code"] == "E0001"
        for query in ("limit=0", "limit=201", "limit=many", "before=-1"):
            assert product.get("/journal?" + query, 400)["code"] == "E0001", query

    @test
    def the_scoreboard_is_that_of_the_command_line():
        for day in ("2023-03-31", "2024-02-01", "2024-04-20"):
            printed = json.loads(folder.must("status", "--json", "--as-of", day))
            assert product.get(f"/targets?as_of={day}") == printed, day
        printed = json.loads(folder.must("status", "1.1.1-1", "--json"))
        assert product.get("/targets/1.1.1-1", template="/targets/{id}") == printed

    @test
    def what_has_not_changed_is_not_sent_again():
        first = server.get(BASE + "/targets")
        tag = first.headers["ETag"]
        assert tag.startswith('"') and tag.endswith('"'), tag
        again = server.get(BASE + "/targets", If_None_Match=tag)
        assert again.status == 304 and again.body == b"" and again.headers["ETag"] == tag
        assert server.get(BASE + "/targets", If_None_Match='"another"').status == 200
        assert server.get(BASE + "/targets", If_None_Match=f'"another", {tag}').status == 304

    @test
    def a_large_answer_is_compressed_for_whoever_takes_it():
        plain = server.get(BASE + "/targets")
        packed = server.get(BASE + "/targets", Accept_Encoding="gzip")
        assert packed.headers["Content-Encoding"] == "gzip" and plain.headers["Content-Encoding"] is None
        assert len(packed.body) < len(plain.body) and packed.text() == plain.text()
        assert packed.headers["ETag"] != plain.headers["ETag"], "two forms with one tag"
        assert "Accept-Encoding" in packed.headers["Vary"] and "Accept-Encoding" in plain.headers["Vary"]
        assert server.get(BASE + "/targets", Accept_Encoding="gzip;q=0").headers["Content-Encoding"] is None

    @test
    def head_is_get_without_the_body():
        for path in ("/targets", "/plan", "/journal", "/checkpoint"):
            got, head = server.get(BASE + path), server.ask("HEAD", BASE + path)
            assert head.status == 200 and head.body == b"", path
            for name in ("Content-Type", "Content-Length", "ETag"):
                assert head.headers[name] == got.headers[name], (path, name)

    @test
    def another_media_type_is_not_offered():
        assert product.get("/targets", 406, Accept="application/xml")["code"] == "E0604"

    @test
    def the_journal_pages_by_cursor_without_gap_or_repetition():
        whole = product.get("/journal?limit=200")
        assert whole["next"] is None and len(whole["entries"]) == whole["size"]
        pages, cursor = [], ""
        while True:
            page = product.get("/journal?limit=2" + cursor)
            assert len(page["entries"]) <= 2
            pages += page["entries"]
            if page["next"] is None:
                break
            cursor = f"&before={page['next']}"
        assert pages == whole["entries"]
        assert [entry["seq"] for entry in pages] == list(range(whole["size"] - 1, -1, -1))

    # -------- writing: what must work

    @test
    def a_report_lives_from_submission_to_endorsement():
        receipt = product.post("/contributions", {"target": "1.1.1-1", "period": "2024-Q1", "value": "1"},
                               token=product.supporter)
        receipt = product.post("/reports", product.report(self_rating="on_track"), token=product.lead)
        story = lambda: product.get("/targets/1.1.1-1", template="/targets/{id}")
        assert story()["status"] == "at_risk"
        entry = product.get(f"/journal/{receipt['seq']}", template="/journal/{seq}")
        assert entry["leaf_hash"] == receipt["leaf_hash"] and entry["entry"]["kind"] == "progress.reported"
        assert "One dialogue" not in json.dumps(entry), "a narrative is in the vault, not in the entry"
        review = {"target": "1.1.1-1", "period": "2024-Q1"}
        product.post("/reviews", {**review, "action": "return", "reason": "Who took part?"}, token=product.verifier)
        product.post("/reports", product.report(), token=product.lead)
        product.post("/reviews", {**review, "action": "verify", "grade": "B"}, token=product.verifier)
        assert story()["status"] == "on_track"
        outlook = product.get("/targets/1.1.1-1/outlook?history=true", template="/targets/{id}/outlook")
        assert outlook["target"] == "1.1.1-1" and outlook["days"][-1]["as_of"] == outlook["as_of"], outlook
        assert outlook["days"][-1]["verified"]["reports"] == 1, outlook
        assert outlook == json.loads(folder.must("forecast", "--target", "1.1.1-1", "--history", "--json"))
        product.post("/reviews", {**review, "action": "endorse", "decision": "2024/2"}, token=product.council)
        assert story()["reports"][0]["state"] == "endorsed"
        product.post("/reports", product.report(), 409, product.lead)
        product.post("/reviews", {**review, "action": "reopen", "decision": "2024/3",
                                  "reason": "The list was of 2023"}, token=product.council)
        assert story()["reports"][0]["state"] == "returned"

    @test
    def the_working_plan_is_confirmed_adopted_and_amended():
        product.post("/confirmations", {"activity": "1.1.1", "answer": "yes", "by": "2025", "note": "Two officers"},
                     token=product.lead)
        product.post("/working-plans", {"year": "2024", "activities": ["1.1.2"], "decision": "2024/2"},
                     token=product.council)
        product.post("/working-plans", {"year": "2024", "activities": ["1.1.2"], "decision": "2024/3",
                                        "effective_on": "2024-04-19", "request_id": "wp-3"}, token=product.council)
        product.post("/amendments", {"subject": "1.1.2-2", "changes": {"due": "2027"}, "reason": "Late",
                                     "decision": "2024/2"}, token=product.council)
        story = product.get("/targets/1.1.2-2", template="/targets/{id}")
        assert story["due"] == "2027" and story["promises"] and story["amendments"], story["promises"]
        product.get("/plan")

    @test
    def the_council_meets_decides_and_follows_up():
        write = lambda path, body, status=201: product.post(path, body, status, token=product.secretariat)
        for seat in ("moitt", "pasha"):
            write("/council/appointments", {"seat": seat, "holder": f"p-{seat}", "name": "A person"})
        write("/council/meetings", {"on": "2024-04-20", "repeat": 2, "time": "10:00", "place": "Islamabad"})
        proposed = product.get("/council/agenda")
        assert proposed["items"] and proposed["meeting"]["code"] == "2024-Q2", proposed
        paper = product.evidence(b"a paper")
        write("/council/agendas", {"meeting": "2024-Q2", "add": ["Any other business"],
                                   "papers": [{"item": "added:1", "sha256": paper}]})
        agenda = product.get("/council/agenda?meeting=2024-Q2")
        assert agenda["items"][-1]["papers"] == [paper] and agenda["prepared_on"] == "2024-04-20", agenda
        write("/council/attendances", {"meeting": "2024-Q2", "present": ["moitt", "pasha"], "chair": "moitt"})
        write("/council/minutes", {"meeting": "2024-Q2", "item": "added:1", "type": "information", "text": "Noted"})
        write("/council/decisions", {"meeting": "2024-Q2", "title": "P@SHA writes to the provinces",
                                     "consensus": True, "owner": "pasha", "due": "2024-06-30", "proof": "the letter"})
        write("/council/decisions", {"meeting": "2024-Q2", "title": "One tax rate", "for": ["moitt"],
                                     "recused": ["pasha"], "decided_by": "Revenue Board"})
        write("/council/decisions", {"meeting": "2024-Q2", "title": "A working group on tax", "for": ["moitt", "pasha"],
                                     "concerns": ["plan", "2024-Q2/1"]})
        write("/council/groups", {"group": "tax", "title": "Tax", "members": ["moitt", "pasha"], "chair": "pasha",
                                  "decision": "2024-Q2/3"})
        write("/council/extensions", {"obligation": "2024-Q2/1", "due": "2024-07-31", "decision": "2024-Q2/3"})
        write("/council/closings", {"obligation": "2024-Q2/1", "evidence": [{"sha256": paper, "grade": "B"}]})
        write("/council/stages", {"proposal": "2024-Q2/2", "stage": "drafted"})
        write("/council/credits", {"proposal": "2024-Q2/2", "step": 1, "score": 2, "reason": "It asked first"})
        write("/council/cancellations", {"meeting": "2024-Q4", "reason": "A holiday"})
        write("/council/appointments", {"seat": "pasha", "holder": "p-other", "capacity": "alternate"})
        write("/council/vacancies", {"seat": "pasha", "capacity": "alternate"})
        write("/issues", {"title": "Payments are held back", "raised_by": "firm", "text": "By the bank"})
        write("/issues/assignments", {"issue": "I-1", "owner": "tdap", "constraint": "recognition"})
        write("/issues/answers", {"issue": "I-1", "text": "They are free again"})
        write("/issues/changes", {"issue": "I-1", "action": "reopen", "reason": "They are not"})
        write("/working-plan/proposals", {"subject": "1.1.2-2", "changes": {"verifier": "tdap"}, "note": "As agreed"})
        other = write("/working-plan/proposals", {"subject": "1.1.1", "changes": {"period": "2024-2026"}})
        write("/working-plan/declinations", {"proposal": other["seq"], "reason": "Not before the survey"})
        minutes = product.get("/council/minutes/2024-Q2", template="/council/minutes/{meeting}")
        assert [line["type"] for item in minutes["items"] for line in item["lines"]] == \
            ["information", "decision", "decision", "decision"], minutes
        matter = product.get("/council/matter?code=2024-Q2/1")
        assert [entry["kind"] for entry in matter["history"]] == \
            ["decision.recorded", "obligation.extended", "obligation.closed"], matter
        answers = product.get("/council/matter?code=I-1")["history"][2]["texts"]
        assert answers == [{"name": "text", "text": "They are free again"}], answers
        room = product.get("/council")
        assert [one["state"] for one in room["obligations"]] == ["closed"], room["obligations"]
        assert room["obligations"][0]["first_due"] == "2024-06-30", room["obligations"]
        assert room["proposals"][0]["credits"] == [2, None, None, None, None], room["proposals"]
        assert room["issues"][0]["state"] == "assigned" and room["issues"][0]["reopened"] == 1, room["issues"]
        assert room["next"] == "2024-Q3" and room["meetings"][0]["quorate"] is True, room["meetings"]
        assert "Noted" not in json.dumps(room), "minutes are for those who hold the store"
        plan = product.get("/working-plan?activity=1.1.2")
        assert plan["activities"][0]["proposals"][0]["subject"] == "1.1.2-2", plan
        assert product.get("/diagnosis")["constraints"], "the chain"

    @test
    def money_is_recorded_from_account_to_expenditure():
        def post(path, **body):
            return product.post("/funding/" + path, body, token=product.secretariat)
        line = {"line": "halls", "subject": "1.1.1", "fiscal_year": "FY2024", "account": "A03-9", "amount": "900000",
                "currency": "PKR", "basis": "estimate", "title": "Halls"}
        record = {"fund": "wb-1", "funder": "world-bank", "subject": "1.1.1", "fiscal_year": "FY2024", "currency": "USD"}
        post("levels", level="activity")
        post("accounts", account="A03", title="Operating expenses")
        post("accounts", account="A03-9", title="Meetings", parent="A03")
        post("budget-lines", **line)
        post("budget-lines", **{**line, "amount": "800000", "basis": "quotation"})
        post("rates", currency="USD", rate="278.5", on="2024-04-19", source="a-bank", publisher="A bank, Karachi")
        post("records", **record, stage="pledge", amount="1500")
        post("records", **record, stage="commitment", amount="1000")
        wrong = post("records", **record, stage="disbursement", amount="500")["seq"]
        again = [post("records", **record, stage="disbursement", amount="600", corrects=wrong, request_id="correction")
                 for _ in range(2)]
        assert again[0]["seq"] == again[1]["seq"] and again[1]["repeated"]
        assert again[0]["replaces"] == again[1]["replaces"] == {
            "seq": wrong, "what": "disbursement of USD 500.00 of fund %s for %s in %s" %
            (record["fund"], record["subject"], record["fiscal_year"])}, again[0]
        post("records", **record, stage="expenditure", amount="300", effective_on="2024-04-20")
        view = product.get("/funding")
        whole = view["rows"][0]["all"]
        assert [whole[name] for name in ("cost", "committed", "gap", "absorption")] == \
            ["800000.00", "278500.00", "521500.00", "0.5000"], whole
        assert view["lines"][0]["earlier"][0]["amount"] == "900000.00" and view["accounts"][0]["cost"] == "800000.00"
        fund = view["pipeline"][0]
        assert fund["pledged_not_committed"] == "500.00" and fund["records"][-1]["corrects"] is None
        assert fund["records"][0]["converted"] == "417750.00" and fund["records"][0]["rate_on"] == "2024-04-19", fund
        assert view == json.loads(folder.must("fund", "gap", "--json"))
        assert product.get("/funding?as_of=2024-04-18")["pipeline"] == []

    add_statistics(test, product, folder)

    @test
    def the_same_request_twice_is_one_entry():
        bodies = [("/reports", product.report(request_id="same-report"), product.lead),
                  ("/confirmations", {"activity": "1.1.1", "answer": "yes", "request_id": "same-confirmation"}, product.lead),
                  ("/amendments", {"subject": "1.1.2-1", "changes": {"due": "2027"}, "reason": "Late",
                                   "decision": "2024/4", "request_id": "same-amendment"}, product.council),
                  ("/reviews", {"target": "1.1.1-1", "period": "2024-Q1", "action": "verify", "grade": "B",
                                "request_id": "same-review"}, product.verifier)]
        for path, body, token in bodies:
            first = product.post(path, body, token=token)
            again = product.post(path, body, token=token)
            assert not first["repeated"] and again["repeated"], path
            assert again["seq"] == first["seq"] and again["leaf_hash"] == first["leaf_hash"], path

    @test
    def the_same_identifier_with_other_content_is_a_conflict():
        body = {"activity": "1.1.1", "answer": "yes", "request_id": "twice"}
        product.post("/confirmations", body, token=product.lead)
        assert product.post("/confirmations", {**body, "answer": "no"}, 409, product.lead)["code"] == "E0203"

    @test
    def one_request_from_many_at_once_is_one_entry():
        body, receipts = product.report(request_id="at-once"), []
        def send():
            receipts.append(product.post("/reports", body, token=product.lead))
        threads = [threading.Thread(target=send) for _ in range(8)]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
        assert len(receipts) == 8 and len({receipt["seq"] for receipt in receipts}) == 1, receipts

    # -------- reading: what must be refused

    @test
    def a_parameter_that_is_misspelled_doubled_or_empty_is_refused():
        for query in ("asof=2024-01-01", "as_of=", "as_of=2024-01-01&as_of=2025-01-01", "limit=3"):
            assert product.get("/targets?" + query, 422)["code"] == "E0618", query
        problem = product.get("/journal?befor=3&limits=2", 422)
        assert "before" in problem["detail"] and len(problem["errors"]) == 1, problem

    # -------- writing: what must be refused

    @test
    def only_the_secretariat_enters_an_earlier_day():
        earlier = product.report(effective_on="2024-04-02")
        assert product.post("/reports", earlier, 403, product.lead)["code"] == "E0428"

    @test
    def all_that_is_wrong_is_said_in_one_pass():
        problem = product.post("/reports", {"target": "9", "period": "2024-Q9", "value": "x", "surprise": 1,
                                            "effective_on": "2024-13-01",
                                            "evidence": [{"sha256": "zz", "grade": "Q"}]}, 422, product.lead)
        places = {problem["where"], *(error["where"] for error in problem["errors"])}
        assert places == {"value", "surprise", "effective_on", "target", "period", "evidence[0].grade",
                          "evidence[0].sha256"}, places

    writing = [(path, item["post"]) for path, item in CONTRACT["paths"].items() if "post" in item]
    json_writing = [path for path, operation in writing
                    if "application/json" in operation["requestBody"]["content"]]
    token_for = {"/reports": product.lead, "/contributions": product.supporter, "/reviews": product.verifier,
                 "/confirmations": product.lead, "/amendments": product.council, "/working-plans": product.council,
                 "/evidence": product.lead, "/datasets": product.secretariat,
                 "/statistics/forecasts": product.secretariat, "/outlooks": product.secretariat,
                 **{path: product.secretariat for path, _ in writing
                    if path.startswith(("/council/", "/issues", "/working-plan/", "/funding/"))},
                 **{path: product.lead for path in json_writing if path.startswith("/programmes/")}}
    nothing_changed = lambda: product.get("/journal?limit=1")["size"]

    def refused(path, body, status, code=None, token=None, media_type="application/json"):
        before = nothing_changed()
        problem = product.post(path, body, status, token if token is not None else token_for[path.partition("?")[0]],
                               media_type)
        if code:
            assert problem["code"] == code, (path, problem)
        assert nothing_changed() == before, f"{path}: an entry was written"
        return problem

    @test
    def nobody_writes_without_a_token_that_holds():
        for path, operation in writing:
            media_type = next(iter(operation["requestBody"]["content"]))
            refused(path, "{}", 401, "E0701", token="", media_type=media_type)
            refused(path, "{}", 401, "E0702", token="tml_" + "0" * 64, media_type=media_type)
            answer = server.post(BASE + path, "{}", None, media_type)
            assert answer.headers["WWW-Authenticate"].startswith("Bearer"), path

    @test
    def a_revoked_token_is_no_token():
        token = folder.token("pasha", "head")
        time.sleep(0.1)  # a server looks for what others wrote at most every 20 ms
        product.post("/confirmations", {"activity": "1.1.1", "answer": "yes"}, token=token)
        folder.must("token", "--revoke", token)
        time.sleep(0.1)
        refused("/confirmations", {"activity": "1.1.1", "answer": "yes"}, 401, "E0702", token)

    @test
    def a_role_does_what_it_may_and_no_more():
        review = {"target": "1.1.1-1", "period": "2024-Q1", "action": "verify", "grade": "B"}
        amendment = {"subject": "1.1.1-1", "changes": {"due": "2026"}, "reason": "Late", "decision": "C"}
        working_plan = {"year": "2024", "activities": ["1.1.1"], "decision": "C"}
        confirmation = {"activity": "1.1.1", "answer": "yes"}
        for path, body, token in (("/reports", product.report(), product.verifier),
                                  ("/contributions", product.report(), product.council),
                                  ("/reviews", review, product.lead), ("/amendments", amendment, product.lead),
                                  ("/working-plans", working_plan, product.secretariat),
                                  ("/confirmations", confirmation, product.verifier),
                                  ("/programmes/cohorts", {"programme": "course", "cohort": "Z", "title": "Z"},
                                   product.verifier)):
            refused(path, body, 403, "E0703", token)
            refused(path, body, 403, "E0703", product.auditor)
        for path in token_for:
            if path.startswith("/funding/"):
                for token in (product.lead, product.verifier, product.council, product.auditor):
                    refused(path, {}, 403, "E0703", token)
        rows = "category,measure,period,value,published,source\n"
        refused("/datasets?file=x.csv", rows, 403, "E0703", product.lead, "text/csv")
        refused("/statistics/forecasts", {"series": "category=ict"}, 403, "E0703", product.lead)
        for token in (product.lead, product.verifier, product.council, product.auditor):
            refused("/outlooks", {}, 403, "E0703", token)
        refused("/evidence", b"a file", 403, "E0703", product.auditor, "application/octet-stream")
        # Structures of others need a strategy that declares statistics; this one does not.
        structures = (Path(__file__).parent.parent / "fixtures/nso-structures.xml").read_text()
        sdmx = "application/vnd.sdmx.structure+xml;version=2.1"
        refused("/datasets?file=s.xml", structures, 403, "E0703", product.lead, sdmx)
        refused("/datasets?file=s.xml", structures, 422, "E0916", product.secretariat, sdmx)

    @test
    def an_institution_does_what_it_may_and_no_more():
        refused("/reports", product.report(), 403, "E0401", product.supporter)
        stranger = folder.token("chambers", "reporter", "head", "verifier")
        inside = [folder.token("pasha", "verifier"), folder.token("moitt", "verifier")]
        time.sleep(0.1)
        refused("/reports", product.report(), 403, "E0402", stranger)
        refused("/confirmations", {"activity": "1.1.1", "answer": "yes"}, 403, "E0419", stranger)
        cohort = {"programme": "course", "cohort": "Z", "title": "Z"}
        refused("/programmes/cohorts", cohort, 403, "E0476", product.supporter)
        product.post("/reports", product.report(), token=product.lead)
        review = {"target": "1.1.1-1", "period": "2024-Q1", "action": "verify", "grade": "B"}
        for token in inside:
            refused("/reviews", review, 403, "E0403", token)

    @test
    def a_body_that_is_no_json_is_refused():
        for path in json_writing:
            for body in ("", "{", "report", '{"target": "1.1.1-1",}', "{} {}", b"{\"target\": \"\xff\"}", "\ufeff{}"):
                answer = product.post(path, body, 400, token_for[path])
                assert answer["code"] in ("E0007", "E0014"), (path, body, answer)
            refused(path, '{"target": "a", "target": "b"}', 400, "E0009")
            refused(path, "[" * 100000 + "]" * 100000, 400, "E0008")
            refused(path, '{"a":' * 500 + "1" + "}" * 500, 400, "E0008")

    @test
    def a_body_of_another_kind_or_size_is_refused():
        for path in json_writing:
            refused(path, "{}", 415, "E0605", media_type="text/plain")
            refused(path, "{}", 415, "E0605", media_type=None)
            refused(path, "[" + " " * MEGABYTE + "]", 413, "E0606")
        refused("/datasets?file=x.csv", "{}", 415, "E0605")
        refused("/evidence", b"", 422, "E0409", media_type="application/octet-stream")
        refused("/evidence", bytes(EVIDENCE_BYTES_MAX + 1), 413, "E0410", media_type="application/octet-stream")
        product.post("/evidence", bytes(EVIDENCE_BYTES_MAX), token=product.lead, media_type="application/octet-stream")

    @test
    def every_field_that_is_missing_unknown_or_of_another_type_is_named_at_once():
        for path, operation in writing:
            content = operation["requestBody"]["content"]
            if "application/json" not in content:
                continue
            schema = resolved(content["application/json"]["schema"])
            required = schema.get("required", [])
            problem = refused(path, {"no_such_field": 1}, 422)
            text = json.dumps(problem)
            assert len(codes(problem)) >= len(required) + 1, (path, problem)
            for name in required + ["no_such_field"]:
                assert name in text, (path, name)
            wrong = {name: [1] if resolved(kind).get("type") != "array" else 1
                     for name, kind in schema["properties"].items()}
            problem = refused(path, wrong, 422)
            for name in schema["properties"]:
                assert name in json.dumps(problem), (path, name)
            for body in ([], 1, "text", None):
                refused(path, json.dumps(body), 422, "E0010")

    @test
    def an_example_of_each_bad_report_is_refused_with_its_code():
        some, lead = product.evidence(), product.lead
        for change, status, code in (
                ({"target": "1.1.1-9"}, 404, "E0420"), ({"target": "exports-fy2024"}, 422, "E0422"),
                ({"period": "2023-Q4"}, 422, "E0405"), ({"period": "2024-H1"}, 422, "E0405"),
                ({"period": "soon"}, 422, "E0005"), ({"period": "2024-Q3"}, 422, "E0406"),
                ({"unit": "firms"}, 422, "E0416"), ({"value": 1.5}, 422, "E0407"), ({"value": -1}, 422, "E0407"),
                ({"value": None}, 422, "E0407"), ({"done": True}, 422, "E0407"), ({"value": "1,5"}, 422, "E0003"),
                ({"value": 1e300}, 422, None), ({"items": {"a": 50}}, 422, "E0407"),
                ({"breakdown": {"sex=female": 1}}, 422, "E0407"), ({"effective_on": "2024-04-21"}, 422, "E0418"),
                ({"effective_on": "2024-02-30"}, 422, "E0004"), ({"self_rating": "great"}, 422, "E0415"),
                ({"value": 0}, 422, "E0408"), ({"request_id": "x" * 300}, 400, "E0001"),
                ({"evidence": [{"sha256": some, "grade": "E"}]}, 422, "E0414"),
                ({"evidence": [{"sha256": some}]}, 422, "E0011"),
                ({"evidence": [{"sha256": "0" * 64, "grade": "B"}]}, 422, "E0215"),
                ({"evidence": [{"sha256": "short", "grade": "B"}]}, 422, "E0215")):
            refused("/reports", product.report(**change), status, code, lead)

    @test
    def an_example_of_each_other_bad_body_is_refused_with_its_code():
        review = {"target": "1.1.1-1", "period": "2024-Q2", "action": "verify", "grade": "B"}
        amendment = {"subject": "1.1.1-1", "changes": {"due": "2026"}, "reason": "Late", "decision": "C"}
        for path, body, status, code in (
                ("/reviews", review, 409, "E0412"), ("/reviews", {**review, "action": "like"}, 400, "E0001"),
                ("/reviews", {**review, "target": "9"}, 404, "E0420"),
                ("/confirmations", {"activity": "9.9.9", "answer": "yes"}, 404, "E0423"),
                ("/confirmations", {"activity": "1.1.1", "answer": "perhaps"}, 400, "E0001"),
                ("/confirmations", {"activity": "1.1.1", "answer": "yes", "by": "soon"}, 422, "E0005"),
                ("/amendments", {**amendment, "changes": {"lead": "tdap"}}, 422, "E0150"),
                ("/amendments", {**amendment, "changes": {"due": "2029"}}, 422, "E0126"),
                ("/amendments", {**amendment, "changes": {"due": "2025"}}, 422, "E0804"),
                ("/amendments", {**amendment, "changes": {}}, 422, None),
                ("/amendments", {**amendment, "subject": "9.9.9-1"}, 422, "E0150"),
                ("/amendments", {**amendment, "reason": ""}, 422, "E0011"),
                ("/working-plans", {"year": "2024", "activities": [], "decision": "C"}, 422, "E0011"),
                ("/working-plans", {"year": "2024", "activities": ["9.9.9"], "decision": "C"}, 404, "E0423")):
            refused(path, body, status, code)

    @test
    def an_example_of_each_bad_body_about_a_programme_is_refused_with_its_code():
        course = {"programme": "course"}
        count = {**course, "stage": "admitted", "period": "2024-03-31", "value": 3}
        task = {**course, "task": "late", "title": "Late", "budget": "10", "currency": "PKR"}
        change = {**course, "type": "scope", "measure": "hours", "was": "400", "becomes": "380", "reason": "Cut"}
        for path, body, status, code in (
                ("reports", {**count, "programme": "park2"}, 404, "E0470"), ("reports", {**count, "stage": "x"}, 404, "E0471"),
                ("reports", {**count, "cohort": "none"}, 404, "E0472"), ("reports", {**count, "value": -1}, 422, "E0485"),
                ("reports", {**count, "measure": "rooms"}, 422, "E0153"), ("reports", {**count, "period": "soon"}, 422, "E0005"),
                ("reports", {**count, "sex": {"female": 1}}, 422, "E0473"), ("reports", {**count, "corrects": 0}, 422, "E0483"),
                ("reports", {**count, "corrects": -1}, 400, "E0001"), ("reports", {**count, "qualifier": "roughly"}, 400, "E0001"),
                ("reports", {**count, "period": "2025"}, 422, "E0486"),
                ("reports", {**count, "evidence": [{"sha256": "0" * 64, "grade": "B"}]}, 422, "E0215"),
                ("cohorts", {**course, "cohort": "a b", "title": "A"}, 400, "E0001"),
                ("cohorts", {**course, "cohort": "a", "title": "A", "seats": 0}, 422, "E0485"),
                ("cohorts", {**course, "cohort": "a", "title": "A\u202e"}, 400, "E0001"),
                ("tasks", {**task, "until": "2024-01-01"}, 422, "E0482"), ("tasks", {**task, "from": "soon"}, 422, "E0004"),
                ("task-progress", {**course, "task": "none", "percent": 1, "cost": 1}, 404, "E0479"),
                ("changes", {**change, "becomes": "400"}, 422, "E0484"), ("changes", {**change, "measure": "x"}, 404, "E0471"),
                ("changes", {**change, "reason": " "}, 422, "E0413")):
            refused("/programmes/" + path, body, status, code)

    @test
    def what_is_written_about_a_programme_is_read_back():
        course = {"programme": "course"}
        write = lambda path, **body: product.post("/programmes/" + path, {**course, **body}, token=product.lead)["seq"]
        write("cohorts", cohort="2024-A", title="First course", seats=30)
        first = write("reports", stage="admitted", cohort="2024-A", period="2024-02-01", value=28)
        write("reports", stage="admitted", cohort="2024-A", period="2024-02-01", value=26, corrects=first,
              sex={"female": 12, "male": 14}, evidence=[{"sha256": product.evidence(), "grade": "B", "title": "A list"}])
        write("reports", stage="graduated", cohort="2024-A", period="2024-04-01", value=20)
        write("reports", measure="hours", period="2024-Q1", value="120.5")
        write("reports", money="approved", currency="PKR", period="2024-03-31", value=100000, qualifier="about")
        write("tasks", task="teaching", title="Teaching", budget=100000, currency="PKR", **{"from": "2024-01-01", "until": "2024-06-30"})
        write("task-progress", task="teaching", percent=40, cost=45000)
        write("changes", type="scope", measure="hours", was="400", becomes="380", reason="One room less")
        view = product.get("/programmes/course", template="/programmes/{code}")
        assert [stage["count"] and stage["count"]["value"] for stage in view["funnels"][0]["stages"]] == [None, 26, 20]
        assert view["cohorts"][0]["entered"] == 26 and view["cohorts"][0]["seats"] == 30
        assert view["earned_value"]["missing"] == [] and view["earned_value"]["earned_value"] == 40000
        assert view["measures"][1]["target"] == 380 and "reason" not in view["changes"][0]
        printed = json.loads(folder.must("programme", "show", "course", "--json"))
        assert printed["changes"][0].pop("reason") == "One room less"
        assert printed == view
        listed = product.get("/programmes")["programmes"]
        assert json.loads(folder.must("programme", "list", "--json"))["programmes"] == listed

    @test
    def all_that_is_wrong_with_a_report_is_said_in_one_pass():
        problem = refused("/reports", product.report(unit="firms", value=1.5, period="2023-Q4", self_rating="great"), 422)
        assert sorted(codes(problem)) == ["E0405", "E0407", "E0415", "E0416"], problem
        assert all(fault["where"] for fault in problem["errors"]), problem

    @test
    def all_that_is_wrong_with_a_table_is_said_in_one_pass_and_nothing_is_loaded():
        before = product.get("/indicators/exports", template="/indicators/{code}")["series"]
        rows = ("category,measure,period,value,published,source\nict,receipts,2024-01,1,2024-02-02,bank\n"
                "ict,receipts,2024-02,2O,2024-03-02,bank\nict,receipts,March,3,2024-04-02,bank\n"
                "ict,receipts,2024-01,1,2024-02-02,bank\n")
        for repeat in range(2):  # that a file was refused is noted once, for the council to see
            size = nothing_changed()
            problem = product.post("/datasets?file=x.csv", rows, 422, product.secretariat, "text/csv")
            assert sorted(codes(problem)) == ["E0003", "E0005", "E0306"], problem
            assert nothing_changed() == size + (repeat == 0), repeat
        entry = product.get("/journal?limit=1")["entries"][0]
        assert entry["kind"] == "dataset.refused" and entry["payload"]["faults"] == 3, entry
        assert "2O" not in json.dumps(entry), entry
        product.post("/datasets?file=x.csv", "period,value\n2024,1\n", 422, product.secretariat, "text/csv")
        assert product.get("/indicators/exports", template="/indicators/{code}")["series"] == before

    # -------- beside others

    @test
    def what_the_command_line_writes_beside_a_server_is_seen_by_it_and_the_reverse():
        other = folder.serve()
        size = product.get("/journal?limit=1")["size"]
        folder.must("confirm", "1.1.2", "--answer", "yes", "--request-id", "beside-1")
        body = {"activity": "1.1.1", "answer": "yes", "request_id": "beside-2"}
        product.post("/confirmations", body, token=product.lead)
        hold(other.post(BASE + "/confirmations", {**body, "request_id": "beside-3"}, product.lead),
             "POST", "/confirmations", 201)
        time.sleep(0.1)  # a server looks for what others wrote at most every 20 ms
        for one in (server, other):
            page = hold(one.get(BASE + "/journal?limit=3"), "GET", "/journal", 200)
            found = [entry["request_id"] for entry in page["entries"]]
            assert page["size"] == size + 3 and found == ["beside-3", "beside-2", "beside-1"], found
        assert json.loads(folder.must("status", "--json"))["entries"] == size + 3
        assert other.stop() == 0

    @test
    def an_acknowledged_write_outlives_a_stop_in_the_middle_of_writing():
        busy, acknowledged, stopped = folder.serve(), [], threading.Event()
        def write(number):
            connection, count = busy.connect(), 0
            while not stopped.is_set():
                identifier = f"stop-{number}-{count}"
                count += 1
                try:
                    answer = busy.post(BASE + "/confirmations", {"activity": "1.1.1", "answer": "yes", "request_id": identifier},
                                       product.lead, connection=connection)
                    if answer.status == 201:
                        acknowledged.append(identifier)
                except OSError:
                    return
                except Exception:  # the server has closed the connection
                    return
        threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
        [thread.start() for thread in threads]
        time.sleep(0.7)
        busy.process.send_signal(signal.SIGTERM)
        code = busy.wait()
        stopped.set()
        [thread.join() for thread in threads]
        assert code == 0, f"exit code {code}"
        assert len(acknowledged) > 20, f"only {len(acknowledged)} writes in flight"
        kept = [entry["request_id"] for entry in folder.entries()]
        missing = [identifier for identifier in acknowledged if kept.count(identifier) != 1]
        assert not missing, f"{len(missing)} of {len(acknowledged)} acknowledged are not there once: {missing[:3]}"

    @test
    def the_server_stops_in_order_and_the_record_holds():
        assert server.stop() == 0
        folder.must("verify")

    return product, tests


def main():
    arguments = argparse.ArgumentParser(description="Holds every answer of the server against the contract.")
    arguments.add_argument("--tameel", required=True, help="the program")
    options = arguments.parse_args()
    jsonschema.Draft202012Validator.check_schema({"$defs": CONTRACT["components"]["schemas"]})
    product, tests = tests_of(options.tameel)
    with product.folder:
        return run_tests(tests)


if __name__ == "__main__":
    sys.exit(main())
