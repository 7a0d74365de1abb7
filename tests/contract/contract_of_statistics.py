"""What the contract says of statistics: loads, derived figures, and what does not fit."""
import json
import re

import yaml

from product import REPOSITORY


def add_statistics(test, product, folder):
    @test
    def figures_are_loaded_whole():
        rows = "category,measure,period,value,published,source\nict,receipts,2023-12,310,2024-02-01,central-bank\n"
        product.post("/datasets?file=revision.csv", rows, token=product.secretariat, media_type="text/csv")
        view = product.get("/indicators/exports", template="/indicators/{code}")
        figures = [o["value"] for one in view["series"] for o in one["observations"] if o["time"] == "2023-12"]
        assert sorted(figures) == [303, 310], figures

    @test
    def figures_are_derived_with_their_operands():
        def figure(query, status=200):
            return product.get("/statistics/figure?series=category%3Dict%3Bmeasure%3Dreceipts&" + query, status, "/statistics/figure")

        answer = figure("figure=growth-on-period&period=2023-09")["answer"]
        assert answer["unit"] == "percent" and len(answer["derivation"]["operands"]) == 2, answer
        assert figure("figure=value&period=2023-09")["series"] == "published-figures:category=ict;measure=receipts"
        assert figure("figure=growth-on-year&period=2023-09")["answer"]["value"] is None
        share = figure("figure=share&period=2023-09&of=measure%3Dreceipts")["answer"]
        assert share["value"] == "100.0", share
        assert figure("figure=average-growth&since=2023-07&period=2023-09")["answer"]["value"]
        assert figure("figure=rolling-sum&period=2023-09&months=3")["answer"]["coverage"] == {"known": 3, "of": 3}
        assert figure("figure=revisions&period=2023-09")["revisions"]["periods"]
        assert figure("figure=contributions&parts=category%3Dict")["contributions"]["note"] is None
        flow = figure("figure=monthly-flow&period=2023-09")["answer"]
        assert flow["value"] is None and flow["messages"][0]["key"] == "no_sum_to_date", flow
        to_date = figure("figure=fiscal-year-to-date&period=2023-09")["answer"]
        assert to_date["time"] == "2023-07/2023-09", to_date
        balance = figure("figure=balance&period=2023-09&parts=category%3Dict")["balance"]
        assert balance["verdict"] == "not known" and balance["messages"][0]["key"] == "own_part", balance
        head = figure("figure=per-head&period=2023-09&of=category%3Dict%3Bmeasure%3Dreceipts")["answer"]
        assert head["messages"][0]["key"] == "not_persons", head
        latest = figure("figure=growth-on-period&every=month")["answer"]
        assert latest["time"] > "2023-09", latest
        whole = product.get("/statistics/figure?series=published-figures%3Acategory%3Dict%3Bmeasure%3Dreceipts", 200,
                            "/statistics/figure")
        printed = json.loads(folder.must("figure", "category=ict", "measure=receipts", "--json"))
        assert whole == printed
        for query, status, code in (("figure=growth", 400, "E0001"), ("figure=share", 400, "E0001"),
                                    ("figure=index", 400, "E0001"), ("since=2023-07", 400, "E0001"),
                                    ("period=yesterday", 422, "E0005"), ("months=0", 400, "E0001"),
                                    ("every=week", 400, "E0001"), ("figure=concentration", 400, "E0001"),
                                    ("figure=concentration&by=measure", 404, "E0015"), ("by=measure", 400, "E0001"),
                                    ("figure=share&of=category%3Ditc", 404, "E0015"),
                                    ("declared=GROWTH", 404, "E0015")):
            assert figure(query, status)["code"] == code, query
        assert product.get("/statistics/figure", 400)["code"] == "E0001"

    @test
    def the_contract_names_every_message_of_a_figure():
        contract = yaml.safe_load((REPOSITORY / "docs/api/openapi.yaml").read_text(encoding="utf-8"))
        named = contract["components"]["schemas"]["FigureMessage"]["properties"]["key"]["enum"]
        said = re.findall(r'return \{\s*"(\w+)"', (REPOSITORY / "src/statistics/messages.cpp").read_text(encoding="utf-8"))
        assert len(said) > 30 and sorted(said) == sorted(named), set(said) ^ set(named)

    @test
    def a_load_tells_what_does_not_fit_and_it_can_be_asked_for_again():
        rows = "category,measure,period,value,published,source\nict,receipts,2023-11,26.0,2024-02-02,the-news\n"
        load = product.post("/datasets?file=news.csv", rows, token=product.secretariat, media_type="text/csv")["load"]
        assert load["rows"] == 1 and load["reviewed"], load
        finding = next(one for one in load["findings"] if one["kind"] != "several_values")
        assert finding["kind"] == "digit_slip" and finding["where"] == "news.csv:2", finding
        assert finding["figures"][0]["value"] == "26.0" and finding["expected"] == "260.0", finding
        assert [warning["code"] for warning in load["warnings"]] == ["W0302"], load["warnings"]

        view = product.get("/quality")
        assert [one["figures"] for one in view["findings"]] == [finding["figures"]], view["findings"]
        assert view["sources"] and view == json.loads(folder.must("quality", "--json"))
        notes = product.get("/quality?notes=true")
        assert len(notes["findings"]) == sum(kind["findings"] for kind in notes["kinds"]) > 1, notes
        several = product.get("/quality?kind=several_values")
        assert {one["kind"] for one in several["findings"]} == {"several_values"}, several
        assert product.get("/quality?as_of=2024-02-01")["findings"] == []

    @test
    def a_question_of_quality_that_is_none_is_refused():
        assert "expected one of unit_slip" in product.get("/quality?kind=slips", 400)["detail"]
        assert product.get("/quality?notes=yes", 400)["where"] == "notes"
        assert product.get("/quality?as_of=2022-12-31", 422)["code"] == "E0424"

    @test
    def a_series_is_forecast_and_the_forecast_published():
        series = "series=category%3Dict%3Bmeasure%3Dreceipts"
        early = product.get(f"/statistics/forecast?{series}", 200, "/statistics/forecast")
        assert "ahead" not in early and "are needed" in early["reason"], early
        rows = "category,measure,period,value,published,source\n" + "".join(
            f"call centres,receipts,{2021 + m // 12}-{m % 12 + 1:02},{300 + m + 20 * (m % 12 == 5)},2024-02-05,central-bank\n"
            for m in range(30))
        product.post("/datasets?file=calls.csv", rows, token=product.secretariat, media_type="text/csv")
        series = "series=category%3Dcall%20centres"
        path = f"/statistics/forecast?{series}&horizon=6&levels=90"
        made = product.get(path, 200, "/statistics/forecast")
        assert len(made["past"]) == 30 and [one["time"] for one in made["ahead"]][0] == "2023-07", made
        assert all(one["intervals"][0]["lower"] < one["mean"] < one["intervals"][0]["upper"] for one in made["ahead"])
        assert made == json.loads(folder.must("forecast", "category=call centres", "--horizon", "6", "--levels", "90", "--json"))
        years = product.get(f"/statistics/forecast?{series}&every=year&horizon=2", 200, "/statistics/forecast")
        assert years["from_months"] and len(years["ahead"]) == 2, years
        for query, status, code in (("", 400, "E0001"), ("series=category%3Ditc", 404, "E0015"),
                                    (f"{series}&horizon=0", 422, "E1001"), (f"{series}&horizon=x", 400, "E0001"),
                                    (f"{series}&levels=high", 400, "E0001"), (f"{series}&levels=100", 422, "E1001"),
                                    (f"{series}&every=week", 400, "E0001"), (f"{series}&method=magic", 400, "E0001"),
                                    (f"{series}&release=newest", 400, "E0001"), (f"{series}&every=year&release=last", 400, "E0001")):
            assert product.get(f"/statistics/forecast?{query}", status, "/statistics/forecast")["code"] == code, query

        last = product.get(f"{path}&release=last", 200, "/statistics/forecast")
        assert last["release"] == "last" and last["revisions"]["figures"] == 0 and not last["revisions"]["moved"], last

        days = product.get(f"{path}&calendar=pakistan", 200, "/statistics/forecast")
        assert days["fallback"].startswith("influences were not estimated"), days
        assert product.get(f"{path}&calendar=moon", 400, "/statistics/forecast")["where"] == "calendar"

        short = product.get(f"/statistics/adjustment?{series}", 200, "/statistics/adjustment")
        assert not short["adjusted"] and "three years are needed" in short["reason"], short
        assert short == json.loads(folder.must("adjust", "category=call centres", "--json"))
        for query in ("", f"{series}&every=year", f"{series}&mode=relative", f"{series}&model=(0+1+1)", f"{series}&calendar=moon"):
            assert product.get(f"/statistics/adjustment?{query}", 400, "/statistics/adjustment")["code"] == "E0001", query

        assert product.get("/statistics/forecasts")["series"] == []
        body = {"series": "category=call centres", "horizon": 6, "levels": "90"}
        receipt = product.post("/statistics/forecasts", body, token=product.secretariat)
        record = product.get("/statistics/forecasts")["series"]
        assert len(record) == 1 and len(record[0]["forecasts"]) == 6, record
        for was, now in zip(made["ahead"], record[0]["forecasts"]):
            assert (now["entry"], now["time"], now["came"]) == (receipt["seq"], was["time"], None), now
            assert now["mean"] == was["mean"] and now["intervals"] == was["intervals"], (now, was)
        assert product.post("/statistics/forecasts", body, token=product.secretariat)["seq"] == receipt["seq"]
        first = product.post("/statistics/forecasts", {**body, "release": "first"}, token=product.secretariat)
        assert first["seq"] > receipt["seq"], first
        newest = product.post("/statistics/forecasts", {**body, "release": "newest"}, 400, product.secretariat)
        assert newest["where"] == "release" and "expected one of in-force, first, last" in newest["detail"], newest
        for value, day in (("331", "2024-02-06"), ("333", "2024-02-07")):
            rows = f"category,measure,period,value,published,source\ncall centres,receipts,2023-07,{value},{day},central-bank\n"
            product.post(f"/datasets?file=july-{value}.csv", rows, token=product.secretariat, media_type="text/csv")
        in_force, first = product.get("/statistics/forecasts")["series"]
        assert [in_force["release"], first["release"]] == ["in-force", "first"], first
        assert in_force["forecasts"][0]["came"] == "333" and in_force["scores"][0]["came"] == 1, in_force
        assert first["forecasts"][0]["came"] == "331" and first["forecasts"][0]["entry"] > receipt["seq"], first
        nothing = product.post("/statistics/forecasts", {"series": "category=ict;measure=receipts"}, 400, product.secretariat)
        assert "nothing can be said yet" in nothing["detail"], nothing

    @test
    def a_target_has_an_outlook():
        told = product.get("/targets/1.1.1-1/outlook", 200, "/targets/{id}/outlook")
        assert told == json.loads(folder.must("forecast", "--target", "1.1.1-1", "--json")), told
        assert product.get("/targets/nothing/outlook", 404, "/targets/{id}/outlook")["code"] == "E0420"
        assert product.get("/targets/1.1.1-1/outlook?history=maybe", 400, "/targets/{id}/outlook")["where"] == "history"

    @test
    def an_outcome_has_an_outlook_with_what_is_asked_of_it():
        outlook = product.get("/outcomes/exports-fy2024/outlook", 200, "/outcomes/{id}/outlook")
        asked = [outlook[name] for name in ("measure", "unit", "period", "bound", "value")]
        assert asked == ["level", "USD million", "FY2024", "at_least", "3000"], outlook
        assert outlook["days"][-1]["as_of"] == outlook["as_of"] and not outlook["strategy"]["exercise"], outlook
        assert outlook == json.loads(folder.must("forecast", "--outcome", "exports-fy2024", "--json"))

    @test
    def what_is_published_of_targets_and_outcomes_stays_and_is_held_against_what_came():
        before = product.get("/outlooks")
        assert before["publications"] == [] and [score["claims"] for score in before["scores"]] == [0, 0, 0], before
        receipt = product.post("/outlooks", {"request_id": "outlooks-1"}, token=product.secretariat)
        for body in ({"request_id": "outlooks-1"}, {}):
            again = product.post("/outlooks", body, token=product.secretariat)
            assert (again["seq"], again["repeated"]) == (receipt["seq"], True), again
        earlier = product.post("/outlooks", {"as_of": "2024-03-01"}, token=product.secretariat)
        assert earlier["seq"] > receipt["seq"], earlier
        record = product.get("/outlooks")
        assert record == json.loads(folder.must("forecast", "--targets", "--published", "--json"))
        assert [one["entry"] for one in record["publications"]] == [receipt["seq"], earlier["seq"]], record
        assert record["publications"][1]["as_of"] == "2024-03-01", record
        told = product.get("/targets/1.1.1-1/outlook", 200, "/targets/{id}/outlook")["days"][-1]
        claim = record["publications"][0]["claims"][0]
        assert claim["about"] == "1.1.1-1", claim
        for said in claim["said"]:
            now = told[said["by"]]
            assert [said[name] for name in ("probability", "known", "reason")] == \
                [now[name] for name in ("probability", "known", "reason")], (said, now)
        one = product.get("/outlooks?about=exports-fy2024")
        assert [claim["about"] for publication in one["publications"] for claim in publication["claims"]] == ["exports-fy2024"] * 2
        entry = product.get(f"/journal/{receipt['seq']}", template="/journal/{seq}")["entry"]
        assert entry["kind"] == "outlook.published" and len(entry["payload"]["claims"]) == len(record["publications"][0]["claims"])
        size = product.get("/journal?limit=1")["size"]
        for body, status, where in (({"as_of": "2999-01-01"}, 422, "as_of"), ({"as_of": "May"}, 422, "as_of"),
                                    ({"effective_on": "2024-02-01"}, 400, "effective_on"), ({"targets": []}, 422, "targets")):
            assert product.post("/outlooks", body, status, product.secretariat)["where"] == where, body
        assert product.get("/outlooks?about=nothing", 404)["code"] == "E0420"
        assert product.get("/journal?limit=1")["size"] == size

    @test
    def an_outcome_that_is_none_has_no_outlook():
        for what in ("outlook", "track-record"):
            assert product.get(f"/outcomes/none/{what}", 404, f"/outcomes/{{id}}/{what}")["where"] == "outcome"
        assert product.get("/outcomes/none/outlook?history=perhaps", 400, "/outcomes/{id}/outlook")["where"] == "history"
