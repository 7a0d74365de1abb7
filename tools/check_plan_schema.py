#!/usr/bin/env python3
"""Holds plan.yaml, programmes.yaml and statistics.yaml files against the schemas of docs/formats.

Usage: check_plan_schema.py PLAN_OR_FOLDER...      exit code 1 where a plan does not fit
       check_plan_schema.py --self-test            the schema must accept and refuse what it should
"""
import copy
import json
import sys
from pathlib import Path

try:
    import jsonschema
    import yaml
except ImportError as fault:
    print(f"check_plan_schema.py: skipped, because {fault.name} is not installed (python3-{fault.name})")
    sys.exit(0)

REPOSITORY = Path(__file__).resolve().parent.parent
SCHEMA = REPOSITORY / "docs/formats/plan.schema.json"
FIXTURE = REPOSITORY / "tests/fixtures/small/plan.yaml"
PROGRAMMES_SCHEMA = REPOSITORY / "docs/formats/programmes.schema.json"
PROGRAMMES = REPOSITORY / "strategies/pakistan-bpo-2023/programmes.yaml"
STATISTICS_SCHEMA = REPOSITORY / "docs/formats/statistics.schema.json"
STATISTICS = REPOSITORY / "strategies/pakistan-bpo-2023/statistics.yaml"


class Loader(yaml.SafeLoader):
    """YAML as editors read it: a date stays text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def with_text_keys(value):
    """Keys as JSON has them: the years of a path are text."""
    if isinstance(value, dict):
        return {str(key): with_text_keys(item) for key, item in value.items()}
    if isinstance(value, list):
        return [with_text_keys(item) for item in value]
    return value


def load(path):
    return with_text_keys(yaml.load(path.read_text(encoding="utf-8"), Loader=Loader))


def faults(validator, plan):
    return [f"{'.'.join(str(part) for part in fault.absolute_path) or 'the file'}: {fault.message[:200]}"
            for fault in validator.iter_errors(plan)]


def first_target(plan):
    return plan["objectives"][0]["objectives"][0]["activities"][0]["targets"][0]


def first_activity(plan):
    return plan["objectives"][0]["objectives"][0]["activities"][0]


# What the schema must refuse: a name and what it does to a plan that is in order.
REFUSED = {
    "an unknown key": lambda plan: first_target(plan).update(verificaton="x"),
    "a missing due date": lambda plan: first_target(plan).pop("due"),
    "a missing value": lambda plan: first_target(plan).pop("value"),
    "a milestone with a value": lambda plan: first_target(plan).update(measure="milestone"),
    "a share without population": lambda plan: first_target(plan).update(measure="share", unit="percent"),
    "a share in another unit": lambda plan: first_target(plan).update(measure="share", population="firms"),
    "a survey without question": lambda plan: first_target(plan).update(measure="survey_share", unit="percent",
                                                                        population="firms"),
    "open without a note": lambda plan: first_target(plan).update(due="open"),
    "several leads": lambda plan: first_activity(plan).update(lead=["a", "b"]),
    "an open title": lambda plan: first_activity(plan).update(kind="open"),
    "a sentence as a due date": lambda plan: first_target(plan).update(due="by the end"),
    "a word that is not allowed": lambda plan: first_activity(plan).update(kind="projct"),
    "a code of the wrong form": lambda plan: first_activity(plan).update(code="A.1"),
}


# The same of programmes.yaml.
REFUSED_PROGRAMMES = {
    "a stage without a title": lambda file: file["programmes"][0]["stages"][0].pop("title"),
    "stages without a unit": lambda file: file["programmes"][0].pop("unit"),
    "a kind that is none": lambda file: file["programmes"][0].update(kind="centre"),
    "a figure of two things": lambda file: file["programmes"][0]["figures"][0].update(measure="jobs"),
    "a figure without a source": lambda file: file["programmes"][0]["figures"][0].pop("figure"),
    "a sex that is none": lambda file: file["programmes"][0]["figures"][0].update(sex={"women": 3}),
    "a nature that is none": lambda file: file["programmes"][0]["measures"][0].update(nature="level"),
    "money without a currency": lambda file: [figure.pop("currency", None) for programme in file["programmes"]
                                              for figure in programme.get("figures", [])],
}

# The same of statistics.yaml.
REFUSED_STATISTICS = {
    "no agency": lambda file: file.pop("agency"),
    "a list that is built in": lambda file: file["lists"][0].update(id="CL_OBS_STATUS"),
    "an id that is none": lambda file: file["flows"][0].update(id="1_EXPORTS"),
    "a code that is none": lambda file: file["lists"][0]["codes"][0].update(code="W 0"),
    "a version of one part": lambda file: file["structures"][0].update(version="1"),
    "a column without its name": lambda file: file["structures"][0]["dimensions"][2].pop("text"),
    "a frequency by a list of its own": lambda file: file["structures"][0]["dimensions"][0].update(list="CL_AREA"),
    "a dimension that every structure has": lambda file: file["structures"][0]["dimensions"][2].update(id="ROW"),
    "a flow of no words": lambda file: file["flows"][0]["where"].update(category=[]),
    "a mapping without its end": lambda file: file["correspondences"][0]["mappings"][0].pop("to"),
    "a share of nothing": lambda file: next(one for one in file["derived"] if one["figure"] == "share").pop("of"),
    "a growth of a total": lambda file: file["derived"][0].update(of={"category": "x"}),
    "a figure that is none": lambda file: file["derived"][0].update(figure="growth"),
    "contributions of no parts": lambda file: next(
        one for one in file["derived"] if one["figure"] == "contributions").update(parts=[]),
    "a provider with a parent": lambda file: file["providers"][0].update(parent="SBP"),
}


def self_test(validator, sound, refused):
    problems = [f"refused though in order: {fault}" for fault in faults(validator, sound)]
    for name, damage in refused.items():
        plan = copy.deepcopy(sound)
        damage(plan)
        if not faults(validator, plan):
            problems.append(f"accepted: {name}")
    return problems


def read_validator(path):
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def main():
    validator = read_validator(SCHEMA)
    optional = {PROGRAMMES.name: read_validator(PROGRAMMES_SCHEMA), STATISTICS.name: read_validator(STATISTICS_SCHEMA)}
    problems = []
    for argument in sys.argv[1:]:
        if argument == "--self-test":
            problems += self_test(validator, load(FIXTURE), REFUSED)
            problems += self_test(optional[PROGRAMMES.name], load(PROGRAMMES), REFUSED_PROGRAMMES)
            problems += self_test(optional[STATISTICS.name], load(STATISTICS), REFUSED_STATISTICS)
            continue
        path = Path(argument)
        for name, schema in optional.items():
            if path.is_dir() and (path / name).exists():
                problems += [f"{path / name}: {fault}" for fault in faults(schema, load(path / name))]
        path = path / "plan.yaml" if path.is_dir() else path
        problems += [f"{path}: {fault}" for fault in faults(validator, load(path))]
    print("\n".join(problems) if problems else "every plan fits the schema")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
