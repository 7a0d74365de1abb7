#!/usr/bin/env python3
"""Walks through the web application of a running server as a person does, on the plan as printed or on an
exercise: usage e2e_test.py --tameel PROGRAM [--exercise]. Needs node and Debian's chromium."""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

from enrich_exercise import enrich

ROOT = pathlib.Path(__file__).resolve().parents[2]
STRATEGY = ROOT / "strategies/pakistan-bpo-2023"


def walk(tameel, store):
    server = subprocess.Popen([tameel, "serve", "--store", store, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
    try:
        for line in server.stdout:
            found = re.search(r"http://\S+", line)
            if found:
                break
        return subprocess.run(["node", ROOT / "web/tests/e2e.mjs", found[0]], cwd=ROOT / "web").returncode
    finally:
        server.terminate()
        server.wait(30)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--tameel", required=True)
    arguments.add_argument("--exercise", action="store_true", help="on an exercise, not on the plan as printed")
    options = arguments.parse_args()
    if not (ROOT / "web/node_modules").is_dir():
        print("skipped: web/node_modules is missing; ./dev build makes it")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        store = f"{folder}/walk.db"
        made = ["exercise", STRATEGY, "--entries", "2000"] if options.exercise else ["init", STRATEGY]
        subprocess.run([options.tameel, *made, "--store", store], check=True)
        if options.exercise:
            enrich(options.tameel, store)
        publish = [options.tameel, "forecast", "--targets", "--publish", "--store", store]
        for as_of in (["--as-of", "2024-12-31"], []):
            subprocess.run([*publish, *as_of], check=True, stdout=subprocess.DEVNULL)
        return walk(options.tameel, store)


if __name__ == "__main__":
    sys.exit(main())
