#!/usr/bin/env python3
"""Holds every exported programme against the project schema of OC4IDS.

Usage: export_test.py --tameel PROGRAM

The schema lies beside this repository, in ../shared/conformance/progress/oc4ids; without it the test is
skipped (exit code 77).
"""
import argparse
import json
import sys
from pathlib import Path

import jsonschema

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from product import REPOSITORY, Folder, run_tests  # noqa: E402

SCHEMA = REPOSITORY.parent / "shared/conformance/progress/oc4ids/project-schema.json"
STRATEGY = REPOSITORY / "strategies/pakistan-bpo-2023"
SKIPPED = 77


def tests_of(program):
    validator = jsonschema.Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")),
                                           format_checker=jsonschema.FormatChecker())
    folder = Folder(program, clock="2024-04-20T09:00:00.000000Z")

    def must(*arguments):
        return json.loads(folder.must("programme", *arguments))

    def faults(project):
        return [f"{fault.json_path}: {fault.message[:150]}" for fault in validator.iter_errors(project)]

    def every_programme_of_the_strategy_is_a_project():
        folder.must("init", STRATEGY)
        codes = [item["code"] for item in must("list", "--json")["programmes"]]
        assert len(codes) == 20, codes
        for code in codes:
            project = must("export", code)
            assert project["id"].endswith(code) and not faults(project), (code, faults(project)[:3])

    def cohorts_money_and_changes_are_a_project_too():
        def write(command, *arguments):
            folder.must("programme", command, "conversion-courses", *arguments)
        write("cohort", "2024-A", "--title", "First course", "--seats", "30")
        write("report", "--stage", "admitted", "--cohort", "2024-A", "--period", "2024-03-31", "--value", "26",
              "--sex", "female=12", "--qualifier", "about")
        write("report", "--money", "approved", "--currency", "PKR", "--period", "2024-03-31", "--value", "1000.50")
        for kind, was, becomes, *more in (("value", "1000.50", "900", "--currency", "PKR"),
                                          ("duration", "2024-06-30", "2024-12-31")):
            write("change", "--type", kind, "--was", was, "--becomes", becomes, "--reason", "One room less", *more)
        project = must("export", "conversion-courses")
        assert not faults(project), faults(project)[:3]
        observation = project["metrics"][0]["observations"][0]
        assert observation["measure"] == 26 and observation["dimensions"] == {"cohort": "2024-A", "female": 12}
        assert observation["notes"] == "printed or reported as about", observation
        assert project["budget"]["amount"] == {"amount": 1000.5, "currency": "PKR"}
        modifications = project["contractingProcesses"][0]["summary"]["modifications"]
        assert [one["type"] for one in modifications] == ["value", "duration"]
        assert "One room less" not in json.dumps(project), "what people typed stays in the vault"

    def the_schema_refuses_what_is_no_project():
        project = must("export", "usf-backhaul")
        project["metrics"][0].pop("id")
        assert faults(project)

    return folder, [every_programme_of_the_strategy_is_a_project, cohorts_money_and_changes_are_a_project_too,
                    the_schema_refuses_what_is_no_project]


def main():
    arguments = argparse.ArgumentParser(description="Holds every exported programme against the schema of OC4IDS.")
    arguments.add_argument("--tameel", required=True, help="the program")
    options = arguments.parse_args()
    if not SCHEMA.exists():
        print("skipped: ../shared/conformance/progress/oc4ids/project-schema.json is not beside this repository")
        return SKIPPED
    folder, tests = tests_of(options.tameel)
    with folder:
        return run_tests(tests)


if __name__ == "__main__":
    sys.exit(main())
