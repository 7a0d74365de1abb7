#!/usr/bin/env python3
"""Writes a strategy with one dataflow of many series, for the measures of the SDMX service.

usage: bench/sdmx_strategy.py FOLDER SERIES OBSERVATIONS

Each series has that many months; every twelfth value was revised a year after its first publication, so
that there are vintages to choose from. The numbers are invented, and the same in every run.
"""
import pathlib
import random
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def month(number):
    return f"{2006 + number // 12}-{number % 12 + 1:02}"


def main():
    folder, series, observations = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "tests/fixtures/small", folder)
    codes = "".join(f"      - code: S{i:05}\n        name: Service {i}\n        printed:\n          - service {i}\n"
                    for i in range(series))
    words = "".join(f"        - service {i}\n" for i in range(series))
    (folder / "statistics.yaml").write_text(f"""agency:
  id: BENCH
  name: An agency
providers:
  - id: OFFICE
    name: An office
subjects:
  - id: SUBJECT
    name: A subject
units:
  - printed: USD million
    code: USD
    multiplier: 6
lists:
  - id: CL_SERVICE
    version: "1.0"
    name: Services
    codes:
{codes}  - id: CL_UNIT
    version: "1.0"
    name: Units
    codes:
      - code: USD
        name: US dollar
structures:
  - id: DSD
    version: "1.0"
    name: A structure
    dimensions:
      - id: FREQ
        name: Frequency
        list: CL_FREQ
        from: frequency
      - id: SERVICE
        name: Service
        list: CL_SERVICE
        from: column
        text: category
      - id: UNIT
        name: Unit
        list: CL_UNIT
        from: unit
flows:
  - id: FLOW
    version: "1.0"
    name: A dataflow
    structure: DSD
    provider: OFFICE
    subject: SUBJECT
    where:
      category:
{words}files:
  - data/many.csv
""", encoding="utf-8")
    (folder / "data").mkdir(exist_ok=True)
    dice = random.Random(20240520)
    with open(folder / "data/many.csv", "w", encoding="utf-8") as file:
        file.write("category,unit,period,value,status,published,source\n")
        for i in range(series):
            level = dice.uniform(10, 5000)
            for t in range(observations):
                level *= dice.uniform(0.97, 1.035)
                file.write(f"service {i},USD million,{month(t)},{level:.2f},A,{month(t + 1)}-20,office\n")
                if t % 12 == 5:
                    file.write(f"service {i},USD million,{month(t)},{level * 1.01:.2f},R,{month(t + 13)}-20,office\n")


if __name__ == "__main__":
    main()
