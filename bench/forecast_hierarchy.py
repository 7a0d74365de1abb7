#!/usr/bin/env python3
"""How well `tameel forecast --hierarchy` forecasts Swiss exports, whose sums must add up: rolling origins, by level and method.

usage: forecast_hierarchy.py --tameel PROGRAM [--bench PROGRAM] --work FOLDER

Reads Swiss exports (8 regions by 12 goods, and 245 countries in 8 regions) that lie beside the repository. Origins a year apart, 12
months each, the last of which ends with the data. `base` is each series by itself, which does not add up; its intervals are those of
paths that are drawn together and not reconciled.
"""
import argparse
import collections
import csv
import pathlib
import resource
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared/conformance/forecast"
HORIZON, YEAR = 12, 12
# Of each set: title, file, dimensions, how many origins.
SETS = (("8 regions by 12 goods", "chx", ("region", "goods"), 12), ("countries in 8 regions", "chc", ("region",), 6))
COLUMNS = ("mean", "lo80", "hi80", "lo95", "hi95")
METHODS = (("base", "none", False), ("bottom-up", "bottom-up", False), ("top-down", "top-down", False),
           ("wls", "wls", False), ("mint", "mint", False), ("mint, nothing below 0", "mint", True))


def read_values(path):
    series = {}
    with open(path, encoding="utf-8") as file:
        for row in csv.DictReader(file):  # NA is a region here, and part of a name
            series.setdefault(row["series_id"], []).append(float(row["value"]))
    return series


def read_groups(path, dimensions):
    with open(path, encoding="utf-8") as file:
        return {row["series_id"]: tuple(row[name] for name in dimensions) for row in csv.DictReader(file)}


def sums_of(groups, dimensions):
    """The name of each sum with its level and its parts, as the command names them."""
    sums = {"total": ("total", list(groups))}
    for d, dimension in enumerate(dimensions):
        for name, of in groups.items():
            sums.setdefault(f"{dimension}={of[d]}", (dimension, []))[1].append(name)
    return sums


def forecasts(program, work, histories, structure, method, non_negative):
    table = work / "hierarchy.csv"
    with open(table, "w", encoding="utf-8") as file:
        file.write("series_id,t,value\n")
        for name, values in histories.items():
            file.writelines(f"{name},{t},{value:.17g}\n" for t, value in enumerate(values, 1))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([program, "forecast", "--input", table, "--hierarchy", structure, "--horizon", str(HORIZON),
                    "--frequency", str(YEAR), "--reconcile", method, "--output", work / "out.csv"]
                   + (["--non-negative"] if non_negative else []), stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    made = {}
    with open(work / "out.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            made.setdefault(row["series_id"], []).append(tuple(float(row[name]) for name in COLUMNS))
    return made, after.ru_utime - before.ru_utime


class Scores:
    def __init__(self):
        self.mase = collections.defaultdict(list)
        self.cover80, self.cover95 = collections.defaultdict(list), collections.defaultdict(list)
        self.year, self.incoherence, self.negative, self.cpu = [], 0.0, 0, 0.0

    def add(self, level, past, actual, rows):
        scale = sum(abs(past[t] - past[t - YEAR]) for t in range(YEAR, len(past))) / (len(past) - YEAR)
        if scale > 0:
            self.mase[level].append(sum(abs(y - row[0]) for y, row in zip(actual, rows)) / HORIZON / scale)
        self.negative += sum(row[0] < 0 for row in rows)
        self.cover80[level] += [lo <= y <= hi for y, (_, lo, hi, _, _) in zip(actual, rows)]
        self.cover95[level] += [lo <= y <= hi for y, (_, _, _, lo, hi) in zip(actual, rows)]


def mean(values):
    return sum(values) / len(values)


def measure(program, work, series, groups, dimensions, origins, method, non_negative):
    structure = work / "structure.csv"
    with open(structure, "w", encoding="utf-8") as file:
        file.write(",".join(("series_id", *dimensions)) + "\n")
        file.writelines(",".join((name, *of)) + "\n" for name, of in groups.items())
    sums = sums_of(groups, dimensions)
    scores = Scores()
    length = len(next(iter(series.values())))
    for origin in range(origins):
        end = length - HORIZON * (origins - origin)
        made, cpu = forecasts(program, work, {name: values[:end] for name, values in series.items()}, structure, method,
                              non_negative)
        scores.cpu += cpu
        for name, (level, parts) in sums.items():
            whole = [sum(series[part][t] for part in parts) for t in range(end + HORIZON)]
            scores.add(level, whole[:end], whole[end:], made[name])
            for h in range(HORIZON):
                total = made[name][h][0]
                scores.incoherence = max(scores.incoherence,
                                         abs(total - sum(made[part][h][0] for part in parts)) / abs(total))
            if name == "total":
                actual = sum(whole[end:])
                scores.year.append(abs(sum(row[0] for row in made[name]) - actual) / actual)
        for name, values in series.items():
            scores.add("bottom", values[:end], values[end:end + HORIZON], made[name])
    return scores


def show(title, scores, origins):
    levels = list(scores.mase)
    print(f"{title:<22} MASE " + "  ".join(f"{level} {mean(scores.mase[level]):.4f}" for level in levels)
          + f"; year's total off by {100 * mean(scores.year):.2f} %; incoherence {scores.incoherence:.1e}; "
          + f"{scores.negative} below 0; {scores.cpu / origins:.2f} s CPU an origin", flush=True)
    print(f"{'':<22} cover of 80 % and 95 %: "
          + "; ".join(f"{level} {mean(scores.cover80[level]):.3f} {mean(scores.cover95[level]):.3f}" for level in levels),
          flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tameel", required=True)
    parser.add_argument("--bench")
    parser.add_argument("--work", required=True)
    options = parser.parse_args()
    if not DATA.exists():
        print("forecast: ../shared/conformance/forecast is not beside this repository")
        return 0
    work = pathlib.Path(options.work)
    work.mkdir(parents=True, exist_ok=True)
    for title, stem, dimensions, origins in SETS:
        series = read_values(DATA / f"{stem}_1988_2008.csv")
        groups = read_groups(DATA / f"{stem}_meta.csv", dimensions)
        print(f"Swiss exports, {title}: {len(series)} series and their sums, {origins} origins of {HORIZON} months")
        for name, method, non_negative in METHODS:
            show(name, measure(options.tameel, work, series, groups, dimensions, origins, method, non_negative), origins)
    if options.bench:
        subprocess.run([options.bench, "--benchmark_filter=reconcile_paths|find_covariances", "--benchmark_min_time=0.5"], stderr=subprocess.DEVNULL, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
