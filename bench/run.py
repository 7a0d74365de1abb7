#!/usr/bin/env python3
"""Prints every figure that a document states, with the commit, compiler and machine it belongs to.

usage: ./dev bench [NAME...]      journal, record, status, agenda, statistics, funding, plan, http, sdmx, sdmx-read, load, forecast, web; all without a name

A speed beside another program's is measured in one run, with the same command for both. Everything
is written below build/bench and ended by this program.
"""
import gzip
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time
import urllib.request

import bulk_load
import sdmx_messages

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build/release"
WORK = ROOT / "build/bench"
TAMEEL = BUILD / "src/cli/tameel"
STRATEGY = ROOT / "strategies/pakistan-bpo-2023"
ROUNDS = 5


def line(name, values, unit, note=""):
    values = sorted(values)
    spread = f"median of {len(values)}; {values[0]:.4g} to {values[-1]:.4g}" if len(values) > 1 else "one run"
    print(f"{name:<58} {statistics.median(values):>12.4g} {unit:<12} ({spread}{'; ' + note if note else ''})", flush=True)


def run(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, **options)


def program(target):
    run("cmake", "--build", BUILD, "--target", target, stdout=subprocess.DEVNULL)
    return next(BUILD.rglob(target))


def exercise():
    store = WORK / "exercise.db"
    if not store.exists():
        began = time.time()
        run(TAMEEL, "exercise", STRATEGY, "--store", store, "--entries", 102000, stdout=subprocess.DEVNULL)
        line("write the exercise through the actions", [time.time() - began], "s")
    return store


def serve(store):
    """Starts a server; gives it with its address and the seconds until it answered."""
    began = time.time()
    server = subprocess.Popen([TAMEEL, "serve", "--store", store, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
    for text in server.stdout:
        if "http://" in text:
            address = re.search(r"http://\S+", text)[0]
            break
    urllib.request.urlopen(address + "/healthz").read()
    return server, address, time.time() - began


def stop(server):
    server.terminate()
    server.wait(30)


def bench_journal():
    run(program("store_bench"))


def bench_record():
    store = exercise()
    starts, memory, verifies = [], [], []
    for _ in range(ROUNDS):
        server, address, seconds = serve(store)
        urllib.request.urlopen(address + "/api/v1/targets").read()
        status = pathlib.Path(f"/proc/{server.pid}/status").read_text()
        memory.append(int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024)
        stop(server)
        starts.append(seconds)
        began = time.time()
        found = run(TAMEEL, "verify", "--store", store, capture_output=True, text=True).stdout
        verifies.append(time.time() - began)
    entries = re.search(r"(\d+) entries", found)[1]
    line("start until it answers, with the exercise", starts, "s", f"{entries} entries")
    line("memory after the first scoreboard, at most", memory, "MB", f"{entries} entries")
    line("tameel verify of the whole journal", verifies, "s", f"{entries} entries")


def google_benchmark(target, only="."):
    run(program(target), f"--benchmark_filter={only}", "--benchmark_repetitions=5",
        "--benchmark_report_aggregates_only=true", stderr=subprocess.DEVNULL)


def bench_status():
    google_benchmark("app_bench", "-Agenda")


def bench_statistics():
    google_benchmark("statistics_bench")


def bench_agenda():
    google_benchmark("app_bench", "Agenda")


def bench_funding():
    google_benchmark("funding_bench")


def bench_plan():
    checks = []
    for _ in range(ROUNDS):
        began = time.time()
        run(TAMEEL, "check", STRATEGY, stdout=subprocess.DEVNULL)
        checks.append((time.time() - began) * 1000)
    line("tameel check of the real strategy", checks, "ms")
    google_benchmark("plan_bench")


def bench_http():
    store = WORK / "real.db"
    if not store.exists():
        run(TAMEEL, "init", STRATEGY, "--store", store, stdout=subprocess.DEVNULL)
    compare = ROOT / "bench/compare_http.py"
    for url in ("/api/v1/targets", "/api/v1/indicators/it-ites-exports"):
        print(f"-- {url} beside nginx serving the same bytes from a file", flush=True)
        run(sys.executable, compare, "--url", url, "--", TAMEEL, "serve", "--store", store, "--listen", "127.0.0.1:0", "--threads", "1")


def bench_sdmx():
    folder, store = WORK / "sdmx", WORK / "sdmx.db"
    if not store.exists():
        run(sys.executable, ROOT / "bench/sdmx_strategy.py", folder, 600, 200)
        run(TAMEEL, "init", folder, "--store", store, stdout=subprocess.DEVNULL)
    compare = ROOT / "bench/compare_http.py"
    url = "/sdmx/v2/data/dataflow/BENCH/FLOW/1.0/M.S00007.USD"
    for words, options in (("rendered for the first time", ["--fresh"]), ("read again", [])):
        print(f"-- one series of 200 observations as SDMX-JSON, {words}, beside nginx serving the same bytes", flush=True)
        run(sys.executable, compare, "--url", url, *options, "--", TAMEEL, "serve", "--store", store, "--listen", "127.0.0.1:0", "--threads", "1")
    print("-- the floor: a body of that size that is copied for each request, from the same server", flush=True)
    run(sys.executable, compare, "--", program("server_fixed_body"), 1, 31887, "fresh")
    print("-- as of a day: one series (at most 30 us), 500 series (at most 5 ms); kept:0 makes rows from blocks; of a first rendering: the columns of the answer, its JSON", flush=True)
    google_benchmark("dissemination_bench", "one_series_as_of|slice_of|answer_one|write_one")
    run(program("store_bench"), "series")


def bench_web():
    dist = ROOT / "web/dist"
    first = [dist / "index.html"]
    text = first[0].read_text()
    first += [dist / name.lstrip("/") for name in re.findall(r'(?:src|href)="(/assets/[^"]+)"', text)]
    line("first page of the web, compressed", [sum(len(gzip.compress(f.read_bytes(), 9)) for f in first) / 1024], "KB", f"{len(first)} files")


def bench_forecast():
    program("tameel")
    run(sys.executable, ROOT / "bench/forecast_accuracy.py", "--tameel", TAMEEL, "--work", WORK)
    google_benchmark("forecast_bench", "forecast_m3")
    run(sys.executable, ROOT / "bench/forecast_hierarchy.py", "--tameel", TAMEEL, "--bench", program("forecast_bench"), "--work", WORK)
    run(sys.executable, ROOT / "bench/forecast_targets.py", "--tameel", TAMEEL, "--strategy", STRATEGY, "--work", WORK)


def read_once(message):
    """Reads it; gives the seconds and the peak memory in MB."""
    began = time.time()
    reading = subprocess.Popen([TAMEEL, "sdmx", "read", message], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(reading.pid, 0)
    if status != 0:
        sys.exit(f"{message} was not read")
    return time.time() - began, used.ru_maxrss / 1024


def bench_sdmx_read():
    program("tameel")
    for name, (ending, write) in sdmx_messages.FORMATS.items():
        # Some 100 MB, then four times that: memory stays what it was.
        for series in (6000, 24000):
            message = WORK / f"exports-{series}.{ending}"
            if not message.exists():
                write(message, series)
            runs = [read_once(message) for _ in range(ROUNDS)]
            megabytes, rows = message.stat().st_size / 1e6, series * len(sdmx_messages.MONTHS)
            title = f"read {name} of {megabytes:.0f} MB"
            line(title, [megabytes / seconds for seconds, _ in runs], "MB/s")
            line(title, [rows / seconds / 1e6 for seconds, _ in runs], "million rows/s")
            line(title + ", peak memory", [memory for _, memory in runs], "MB")


DUCKDB = "@duckdb/node-api@1.5.6-r.1"
READ_WITH_DUCKDB = """
import { DuckDBInstance } from '@duckdb/node-api'
const [file, database] = process.argv.slice(2)
const connection = await (await DuckDBInstance.create(database)).connect()
const began = performance.now()
await connection.run(`create table figures as select * from read_csv('${file}')`)
if (database !== ':memory:') await connection.run('checkpoint')
const seconds = (performance.now() - began) / 1000
const counted = await connection.runAndReadAll('select count(*) from figures')
console.log(JSON.stringify({ seconds, rows: Number(counted.getRows()[0][0]) }))
"""


def measured(*command):
    """What a command prints, its seconds and its greatest memory in MB."""
    began = time.time()
    done = run("/usr/bin/time", "-f", "%M", *command, capture_output=True, text=True, cwd=WORK)
    return done.stdout, time.time() - began, int(done.stderr.split()[-1]) / 1024


def bench_load():
    program("tameel")
    run("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", WORK / "duckdb", DUCKDB)
    (WORK / "duckdb/read.mjs").write_text(READ_WITH_DUCKDB)
    bulk_load.strategy(WORK / "bulk")

    def make_store():
        for path in WORK.glob("bulk.db*"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        run(TAMEEL, "init", "bulk", "--store", "bulk.db", cwd=WORK, stdout=subprocess.DEVNULL)

    def load(message):
        make_store()
        before = (WORK / "bulk.db").stat().st_size
        _, seconds, memory = measured(TAMEEL, "load", message, "--store", "bulk.db")
        return seconds, memory, (WORK / "bulk.db").stat().st_size - before

    def go_on(message, rows):
        """The seconds of the same command after it was killed behind so many rows."""
        make_store()
        loading = subprocess.Popen([TAMEEL, "load", message, "--store", "bulk.db"], cwd=WORK, stdout=subprocess.DEVNULL)
        checkpoint = WORK / "bulk.db.d/unfinished/checkpoint"
        while not (checkpoint.exists() and json.loads(checkpoint.read_text().splitlines()[1])["stage"]["rows"] >= rows):
            assert loading.poll() is None
            time.sleep(0.01)
        loading.kill()
        loading.wait()
        return measured(TAMEEL, "load", message, "--store", "bulk.db")[1]

    message = WORK / "bulk.csv"
    rows = bulk_load.message(message, 10**9)
    title = f"SDMX-CSV of {message.stat().st_size / 1e9:.2f} GB, {rows / 1e6:.1f} million rows"
    ours, memory, in_memory, on_disk, gone_on = [], [], [], [], []
    for _ in range(3):  # in turn, so that both meet the same disturbances
        seconds, most, _ = load(message)
        ours.append(rows / seconds / 1e6)
        memory.append(most)
        gone_on.append(go_on(message, 0.6 * rows))
        for database, into in ((":memory:", in_memory), ("bulk.duckdb", on_disk)):
            (WORK / "bulk.duckdb").unlink(missing_ok=True)
            told = json.loads(measured("node", "duckdb/read.mjs", message, database)[0])
            assert told["rows"] == rows
            into.append(rows / told["seconds"] / 1e6)
    print(title)
    line("  tameel load, checked, hashed and durable", ours, "million rows/s")
    line("  tameel load, anew", [rows / 1e6 / speed for speed in ours], "s")
    line("  tameel load, killed behind 60 % and given again", gone_on, "s")
    line("  tameel load, peak memory", memory, "MB")
    line("  DuckDB read_csv into a table in memory", in_memory, "million rows/s")
    line("  DuckDB read_csv into a table in a file", on_disk, "million rows/s")
    line("  ratio to DuckDB in memory (at least 0.5)", [a / b for a, b in zip(ours, in_memory)], "")
    line("  ratio to DuckDB in a file", [a / b for a, b in zip(ours, on_disk)], "")
    rows = bulk_load.message(message, 10**12)
    seconds, most, grown = load(message)
    line(f"store of {rows / 1e6:.2f} million observations (at most 5)", [grown / rows], "bytes each")
    line("  loaded in", [seconds], "s")
    line("  peak memory", [most], "MB")
    served()


def served():
    """The store that was just loaded, as the SDMX service answers from it."""
    server, address, seconds = serve(WORK / "bulk.db")
    data = f"{address}/sdmx/v2/data/dataflow/BENCH/*/*/"

    def asked(key):
        began = time.time()
        body = urllib.request.urlopen(data + key).read()
        return time.time() - began, len(body)

    def memory():
        return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{server.pid}/status").read_text())[1]) / 1024

    line("  served: start until it answers", [seconds], "s")
    line("  first answer, which makes the catalogue", [asked("M.A000.S000.USD")[0]], "s")
    line("  memory then", [memory()], "MB")
    one = [asked(f"M.A{i % 220:03}.S{i * 7 % 400:03}.USD")[0] * 1000 for i in range(1, 200)]
    line("  one series of 240 observations, not asked for before", one, "ms")
    for of in range(3):
        seconds, size = asked(f"M.A{of:03}..USD")
        line(f"  400 series, {size / 1e6:.1f} MB", [seconds * 1000], "ms")
    line("  memory at the end", [memory()], "MB")
    stop(server)
    _, seconds, most = measured(TAMEEL, "verify", "--store", "bulk.db")
    line("  tameel verify of it", [seconds], "s")
    line("  peak memory", [most], "MB")


BENCHES = {"journal": bench_journal, "record": bench_record, "status": bench_status, "statistics": bench_statistics, "agenda": bench_agenda, "funding": bench_funding, "plan": bench_plan, "http": bench_http, "sdmx": bench_sdmx, "sdmx-read": bench_sdmx_read, "load": bench_load, "forecast": bench_forecast, "web": bench_web}


def main():
    names = sys.argv[1:] or list(BENCHES)
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        sys.exit(f"unknown: {', '.join(unknown)}; known are {', '.join(BENCHES)}")
    WORK.mkdir(parents=True, exist_ok=True)
    commit = run("git", "-C", ROOT, "describe", "--always", "--dirty", capture_output=True, text=True).stdout.strip()
    compiler = run("g++", "--version", capture_output=True, text=True).stdout.splitlines()[0]
    model = re.search(r"model name\s*:\s*(.+)", pathlib.Path("/proc/cpuinfo").read_text())
    print(f"commit {commit}; {compiler}; {os.cpu_count()} cores, {model[1] if model else 'unknown'}; load {os.getloadavg()[0]:.1f}")
    try:
        for name in names:
            print(f"\n== {name}", flush=True)
            BENCHES[name]()
    finally:
        shutil.rmtree(WORK, ignore_errors=True)


if __name__ == "__main__":
    main()
