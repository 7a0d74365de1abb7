#!/usr/bin/env python3
"""The accuracy of `tameel forecast` by the measures of the M4 competition, and its CPU time beside R's forecast.

usage: forecast_accuracy.py --tameel PROGRAM --work FOLDER [--sample N]

Reads the shares of M3 monthly and tourism monthly that lie beside the repository. R (r-cran-forecast) runs on a
seeded sample of the M3 series, in the same run; without it that part is left out and a line says so.
"""
import argparse
import csv
import pathlib
import random
import resource
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared/conformance/forecast"
SETS = (("m3_monthly", 18), ("tourism_monthly", 24))
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


def read(path, columns=("value",)):
    series = {}
    with open(path, encoding="utf-8") as file:
        for row in csv.DictReader(file):
            series.setdefault(row["series_id"], []).append(tuple(float(row[name]) for name in columns))
    return series


def forecasts(command, output):
    """What a program writes, and the CPU seconds that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(output, "w", encoding="utf-8") as file:
        subprocess.run(command, stdout=file, stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return read(output, ("mean", "lo80", "hi80", "lo95", "hi95")), cpu


def scores(train, test, made):
    """sMAPE, MASE, MSIS at 95 %, and the share of values inside the intervals, all and in each third."""
    total = {"sMAPE": 0.0, "MASE": 0.0, "MSIS": 0.0, "80 %": 0.0, "95 %": 0.0}
    thirds = [[0, 0, 0] for _ in range(3)]
    for name, rows in made.items():
        past, actual = [value for (value,) in train[name]], [value for (value,) in test[name]]
        scale = sum(abs(past[t] - past[t - 12]) for t in range(12, len(past))) / (len(past) - 12)
        h = len(actual)
        for i, (y, (mean, lo80, hi80, lo95, hi95)) in enumerate(zip(actual, rows)):
            total["sMAPE"] += 200 * abs(y - mean) / (abs(y) + abs(mean)) / h
            total["MASE"] += abs(y - mean) / scale / h
            total["MSIS"] += (hi95 - lo95 + 40 * max(lo95 - y, 0) + 40 * max(y - hi95, 0)) / scale / h
            total["80 %"] += (lo80 <= y <= hi80) / h
            total["95 %"] += (lo95 <= y <= hi95) / h
            third = thirds[min(2, i * 3 // h)]
            third[0] += 1
            third[1] += lo80 <= y <= hi80
            third[2] += lo95 <= y <= hi95
    found = {name: value / len(made) for name, value in total.items()}
    found["thirds"] = [(inside80 / count, inside95 / count) for count, inside80, inside95 in thirds]
    return found


def show(title, found, cpu, count):
    print(f"{title:<44} sMAPE {found['sMAPE']:6.2f}  MASE {found['MASE']:.4f}  MSIS {found['MSIS']:6.2f}  "
          f"80 % {found['80 %']:.3f}  95 % {found['95 %']:.3f}  {1000 * cpu / count:8.2f} ms CPU a series", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tameel", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--sample", type=int, default=24)
    options = parser.parse_args()
    if not DATA.exists():
        print("forecast: ../shared/conformance/forecast is not beside this repository")
        return 0
    work = pathlib.Path(options.work)
    work.mkdir(parents=True, exist_ok=True)
    for name, horizon in SETS:
        train, test = read(DATA / f"{name}_given_train.csv"), read(DATA / f"{name}_given_test.csv")
        for method in ("combination", "ets", "arima", "theta", "ces", "seasonal-naive"):
            made, cpu = forecasts([options.tameel, "forecast", "--input", DATA / f"{name}_given_train.csv", "--horizon",
                                   str(horizon), "--method", method], work / "out.csv")
            found = scores(train, test, made)
            show(f"{name}, {len(made)} series, {method}", found, cpu, len(made))
            if method == "combination":
                print("    cover in each third of the horizon (80 %, 95 %): "
                      + "; ".join(f"{a:.3f}, {b:.3f}" for a, b in found["thirds"]))
    if not shutil.which("Rscript") or subprocess.run(["Rscript", "--vanilla", "-e", "library(forecast)"],
                                                     capture_output=True, check=False).returncode:
        print("R's forecast is not measured: r-cran-forecast is not installed")
        return 0
    name, horizon = SETS[0]
    train, test = read(DATA / f"{name}_given_train.csv"), read(DATA / f"{name}_given_test.csv")
    chosen = sorted(random.Random(20261127).sample(sorted(train), options.sample))
    sample = work / "sample.csv"
    with open(sample, "w", encoding="utf-8") as file:
        file.write("series_id,t,value\n")
        for series in chosen:
            file.writelines(f"{series},{t},{value:.10g}\n" for t, (value,) in enumerate(train[series], 1))
    script = work / "forecast.R"
    script.write_text(R_PROGRAM, encoding="utf-8")
    made, cpu = forecasts([options.tameel, "forecast", "--input", sample, "--horizon", str(horizon)], work / "out.csv")
    show(f"sample of {len(chosen)}, tameel combination", scores(train, test, made), cpu, len(made))
    for method in R_METHODS:
        made, cpu = forecasts(["Rscript", "--vanilla", script, sample, method, str(horizon)], work / "out.csv")
        show(f"sample of {len(chosen)}, R {method}", scores(train, test, made), cpu, len(made))
    return 0


if __name__ == "__main__":
    sys.exit(main())
