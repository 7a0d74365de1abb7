#!/usr/bin/env python3
"""The accuracy of `tameel forecast` by the measures of the M4 competition, from rolling origins inside the training parts
and on the test periods, and its CPU time beside R's forecast.

usage: forecast_accuracy.py --tameel PROGRAM --work FOLDER [--sample N]

Reads the shares of M3 monthly and tourism monthly, and Swiss exports, that lie beside the repository. R
(r-cran-forecast) runs on a seeded sample of the M3 series, in the same run; without it that part is left out and a line
says so.
"""
import argparse
import csv
import pathlib
import random
import resource
import shutil
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared/conformance/forecast"
SETS = (("m3_monthly", 18), ("tourism_monthly", 24))
METHODS = ("combination", "ets", "arima", "theta", "ces", "mstl", "seasonal-naive")
R_METHODS = ("ets", "auto.arima", "thetaf")
R_PROGRAM = """
suppressMessages(library(forecast))
args <- commandArgs(TRUE)
rows <- read.csv(args[1]); method <- args[2]; h <- as.integer(args[3])
cat("series_id,t,mean,lo80,hi80,lo95,hi95\\n")
for (id in unique(rows$series_id)) {
  y <- ts(rows$value[rows$series_id == id], frequency = 12)
  f <- if (method == "thetaf") thetaf(y, h = h, level = c(80, 95)) else forecast(get(method)(y), h = h, level = c(80, 95))
  for (i in 1:h) cat(sprintf("%s,%d,%.10g,%.10g,%.10g,%.10g,%.10g\\n", id, length(y) + i, f$mean[i],
                             f$lower[i, 1], f$upper[i, 1], f$lower[i, 2], f$upper[i, 2]))
}
"""


def read(path, columns):
    series = {}
    with open(path, encoding="utf-8") as file:
        for row in csv.DictReader(file):
            series.setdefault(row["series_id"], []).append(tuple(float(row[name]) for name in columns))
    return series


def read_values(path):
    return {name: [value for (value,) in rows] for name, rows in read(path, ("value",)).items()}


def write_values(path, series):
    with open(path, "w", encoding="utf-8") as file:
        file.write("series_id,t,value\n")
        for name, values in series.items():
            file.writelines(f"{name},{t},{value:.17g}\n" for t, value in enumerate(values, 1))


def forecasts(command, output):
    """What a program writes, and the CPU seconds that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(output, "w", encoding="utf-8") as file:
        subprocess.run(command, stdout=file, stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return read(output, ("mean", "lo80", "hi80", "lo95", "hi95")), cpu


def scores(train, test, made, frequency=12):
    """sMAPE, MASE, MSIS at 95 %, and the share of values inside the intervals, all and in each third.

    Beside each share stands half of its own 95 % interval, by which whole series differ from each other.
    """
    total = {"sMAPE": 0.0, "MASE": 0.0, "MSIS": 0.0, "80 %": 0.0, "95 %": 0.0}
    thirds = [([], []) for _ in range(3)]  # of each series the shares inside the 80 % and the 95 % interval
    for name, rows in made.items():
        past, actual = train[name], test[name]
        scale = sum(abs(past[t] - past[t - frequency]) for t in range(frequency, len(past))) / (len(past) - frequency)
        h = len(actual)
        for i, (y, (mean, lo80, hi80, lo95, hi95)) in enumerate(zip(actual, rows)):
            total["sMAPE"] += 200 * abs(y - mean) / (abs(y) + abs(mean) or 1) / h
            total["MASE"] += abs(y - mean) / scale / h
            total["MSIS"] += (hi95 - lo95 + 40 * max(lo95 - y, 0) + 40 * max(y - hi95, 0)) / scale / h
            total["80 %"] += (lo80 <= y <= hi80) / h
            total["95 %"] += (lo95 <= y <= hi95) / h
        inside = [(lo80 <= y <= hi80, lo95 <= y <= hi95) for y, (_, lo80, hi80, lo95, hi95) in zip(actual, rows)]
        for part, third in enumerate(thirds):
            of_part = inside[part * h // 3:(part + 1) * h // 3]
            for level in (0, 1) if of_part else ():
                third[level].append(sum(one[level] for one in of_part) / len(of_part))
    found = {name: value / len(made) for name, value in total.items()}
    found["thirds"] = [(share(of_80), share(of_95)) for of_80, of_95 in thirds]
    found["all"] = tuple(share([sum(one) / 3 for one in zip(*(third[level] for third in thirds))]) for level in (0, 1))
    return found


def share(of_series):
    if len(of_series) < 2:
        return ""
    half = 1.96 * statistics.stdev(of_series) / len(of_series) ** 0.5
    return f"{100 * statistics.fmean(of_series):.1f} +- {100 * half:.1f}"


def show(title, found, cpu, count):
    print(f"{title:<56} sMAPE {found['sMAPE']:6.2f}  MASE {found['MASE']:.4f}  MSIS {found['MSIS']:6.2f}  "
          f"80 % {found['80 %']:.3f}  95 % {found['95 %']:.3f}  {1000 * cpu / count:8.2f} ms CPU a series", flush=True)


def tameel(program, table, horizon, work, method="combination", frequency=12):
    return forecasts([program, "forecast", "--input", table, "--horizon", str(horizon), "--frequency", str(frequency),
                      "--method", method], work / "out.csv")


def summed(values, months):
    """Sums of so many months each, of which the last ends with the series."""
    return [sum(values[t:t + months]) for t in range(len(values) % months, len(values), months)]


def rolled(series, horizon, step, origins, least):
    """Each series cut where its last `horizon` values begin, and `step` earlier, and so on."""
    train, test = {}, {}
    for name, values in series.items():
        for origin in range(origins):
            end = len(values) - horizon - origin * step
            if end >= least and len(set(values[:end])) > 1:
                train[f"{name}/{origin}"], test[f"{name}/{origin}"] = values[:end], values[end:end + horizon]
    return train, test


def rolling_origins(program, work):
    print("rolling origins inside the training parts (MASE and MSIS are not those of the test periods):")
    months = {name: read_values(DATA / f"{name}_given_train.csv") for name, _ in SETS}
    swiss = read_values(DATA / "chx_1988_2008.csv")
    # Name, series, frequency, horizon, step of the origin, how many, least values before it, methods.
    cases = [(f"{name} in months", months[name], 12, horizon, 6, 4, 40, METHODS) for name, horizon in SETS]
    for title, length, horizon, step, origins, least in (("quarters", 3, 8, 2, 4, 16), ("years", 12, 6, 1, 3, 7)):
        # The Swiss series are long enough for origins that lie further apart.
        for name, series, apart in (*((*one, step) for one in months.items()), ("Swiss exports", swiss, 2 * step)):
            sums = {one: summed(values, length) for one, values in series.items()}
            cases.append((f"{name} in {title}", sums, 12 // length, horizon, apart, origins, least, METHODS[:1]))
    for title, series, frequency, horizon, step, origins, least, methods in cases:
        train, test = rolled(series, horizon, step, origins, least)
        if not train:
            print(f"{title}: no series is long enough")
            continue
        write_values(work / "origins.csv", train)
        for method in methods:
            made, cpu = tameel(program, work / "origins.csv", horizon, work, method, frequency)
            show(f"{title}, {len(made)} origins, {method}", scores(train, test, made, frequency), cpu, len(made))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tameel", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--sample", type=int, default=24, help="series that R forecasts; 0: it does not run")
    options = parser.parse_args()
    if not DATA.exists():
        print("forecast: ../shared/conformance/forecast is not beside this repository")
        return 0
    work = pathlib.Path(options.work)
    work.mkdir(parents=True, exist_ok=True)
    rolling_origins(options.tameel, work)
    print("test periods:")
    for name, horizon in SETS:
        train, test = read_values(DATA / f"{name}_given_train.csv"), read_values(DATA / f"{name}_given_test.csv")
        for method in METHODS:
            made, cpu = tameel(options.tameel, DATA / f"{name}_given_train.csv", horizon, work, method)
            found = scores(train, test, made)
            show(f"{name}, {len(made)} series, {method}", found, cpu, len(made))
            if method == "combination":
                for level, of_level in enumerate(("80", "95")):
                    print(f"    {of_level} % intervals cover, by series: {found['all'][level]} %; in each third of the horizon "
                          + ", ".join(third[level] for third in found["thirds"]))
    if options.sample == 0:
        return 0
    if not shutil.which("Rscript") or subprocess.run(["Rscript", "--vanilla", "-e", "library(forecast)"],
                                                     capture_output=True, check=False).returncode:
        print("R's forecast is not measured: r-cran-forecast is not installed")
        return 0
    name, horizon = SETS[0]
    train, test = read_values(DATA / f"{name}_given_train.csv"), read_values(DATA / f"{name}_given_test.csv")
    chosen = sorted(random.Random(20261127).sample(sorted(train), options.sample))
    sample = work / "sample.csv"
    write_values(sample, {series: train[series] for series in chosen})
    script = work / "forecast.R"
    script.write_text(R_PROGRAM, encoding="utf-8")
    made, cpu = tameel(options.tameel, sample, horizon, work)
    show(f"sample of {len(chosen)}, tameel combination", scores(train, test, made), cpu, len(made))
    for method in R_METHODS:
        made, cpu = forecasts(["Rscript", "--vanilla", script, sample, method, str(horizon)], work / "out.csv")
        show(f"sample of {len(chosen)}, R {method}", scores(train, test, made), cpu, len(made))
    return 0


if __name__ == "__main__":
    sys.exit(main())
