#!/usr/bin/env python3
"""Holds plan.yaml files against docs/formats/plan.schema.json.

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


def self_test(validator):
    sound = load(FIXTURE)
    problems = [f"refused though in order: {fault}" for fault in faults(validator, sound)]
    for name, damage in REFUSED.items():
        plan = copy.deepcopy(sound)
        damage(plan)
        if not faults(validator, plan):
            problems.append(f"accepted: {name}")
    return problems


def main():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    problems = []
    for argument in sys.argv[1:]:
        if argument == "--self-test":
            problems += self_test(validator)
            continue
        path = Path(argument)
        path = path / "plan.yaml" if path.is_dir() else path
        problems += [f"{path}: {fault}" for fault in faults(validator, load(path))]
    print("\n".join(problems) if problems else "every plan fits the schema")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
