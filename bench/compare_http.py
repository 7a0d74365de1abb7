#!/usr/bin/env python3
"""Compares a server with nginx that serves the same bytes from a file, in one run.

usage: bench/compare_http.py [options] -- COMMAND ...      a program that prints the address to be read as
                                                   the first http:// in its output, and serves it
       bench/compare_http.py [options] --url URL --pid PID a server that is already running

Both serve over loopback with the same number of threads; wrk asks each in turn, several rounds.
Requests per second depend on who shares the machine; the processor time for each request is the
figure to trust. Needs nginx and wrk. Ends every process that it started.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

NGINX = """
daemon off; master_process {master}; worker_processes {threads}; pid {folder}/nginx.pid;
error_log {folder}/error.log; {user}
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000;
  open_file_cache max=16; types {{ }} default_type application/json;
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
  uwsgi_temp_path {folder}; scgi_temp_path {folder};
  server {{ listen 127.0.0.1:{port}; root {folder}; }}
}}
"""


def cpu_seconds(pid):
    """Of the process and its children that live."""
    total = 0.0
    for candidate in (p for p in os.listdir("/proc") if p.isdigit()):
        try:
            fields = pathlib.Path(f"/proc/{candidate}/stat").read_text().rsplit(")", 1)[1].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if candidate == str(pid) or fields[1] == str(pid):
            total += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return total


def rss_mb(pid):
    text = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", text)[1]) / 1024


def start(command, cpu, log):
    pinned = ["taskset", "-c", cpu] if cpu else []
    return subprocess.Popen(pinned + command, stdout=log, stderr=subprocess.STDOUT)


def address_in(path, process):
    for _ in range(200):
        found = re.search(r"http://\S+", path.read_text(errors="replace"))
        if found:
            return found[0]
        if process.poll() is not None:
            break
        time.sleep(0.05)
    sys.exit(f"the server printed no address: {path.read_text(errors='replace')}")


def start_nginx(folder, body, threads, cpu, log):
    (folder / "body").write_bytes(body)
    folder.chmod(0o755)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = folder / "nginx.conf"
    config.write_text(NGINX.format(
        folder=folder, port=port, threads=threads, master="off" if threads == 1 else "on",
        user="user root;" if os.geteuid() == 0 else ""))
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    process = start([nginx, "-c", str(config), "-e", str(folder / "error.log")], cpu, log)
    url = f"http://127.0.0.1:{port}/body"
    for _ in range(100):
        try:
            urllib.request.urlopen(url, timeout=1).read()
            return process, url
        except OSError:
            time.sleep(0.05)
    process.terminate()
    sys.exit("nginx did not start: " + (folder / "error.log").read_text())


# Another address for each request, so that no answer was rendered before.
FRESH = """
local n = {start}
request = function()
  n = n + 1
  return wrk.format("GET", "{path}" .. n)
end
"""


def load(url, pid, arguments, cpu, fresh=None):
    pinned = ["taskset", "-c", cpu] if cpu else []
    script = []
    if fresh:
        path = url.split("/", 3)[3]
        fresh.write_text(FRESH.format(start=int(time.time()) % 10**6 * 10**7,
                                      path=f"/{path}{'&' if '?' in path else '?'}n="))
        script = ["-s", str(fresh)]
    before = cpu_seconds(pid)
    out = subprocess.run(
        pinned + ["wrk", "-t1", f"-c{arguments.connections}", f"-d{arguments.seconds}s",
                  "--latency", *script, url],
        check=True, capture_output=True, text=True).stdout
    used = cpu_seconds(pid) - before
    count = int(re.search(r"(\d+) requests in", out)[1])
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    if bad or count == 0:
        sys.exit("the answers were not all good:\n" + out)
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1])
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", out).groups()
    return {"requests_per_second": rate, "cpu_us_per_request": used / count * 1e6,
            "p99_ms": float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]}


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", help="what to read; with COMMAND a path such as /api/v1/targets")
    parser.add_argument("--pid", type=int)
    parser.add_argument("--threads", type=int, default=1, help="worker processes of nginx")
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=3)
    parser.add_argument("--server-cpu", default="0", help="'' to leave both free")
    parser.add_argument("--client-cpu", default="1")
    parser.add_argument("--fresh", action="store_true",
                        help="each request has an address of its own (?n=1, ?n=2, ...)")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("command", nargs="*")
    arguments = parser.parse_args()
    if not arguments.command and not (arguments.url and arguments.pid):
        parser.error("give a COMMAND, or --url and --pid")
    for tool in ("wrk", "nginx"):
        if not (shutil.which(tool) or os.path.exists(f"/usr/sbin/{tool}")):
            sys.exit(f"{tool} is not installed")

    started = []
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tameel-bench-"))
    try:
        url, pid = arguments.url, arguments.pid
        with open(folder / "server.log", "w") as log, open(folder / "nginx.log", "w") as nginx_log:
            if arguments.command:
                process = start(arguments.command, arguments.server_cpu, log)
                started.append(process)
                printed = address_in(folder / "server.log", process)
                pid = process.pid
                url = printed if not url else \
                    url if url.startswith("http") else "/".join(printed.split("/")[:3]) + url
            body = urllib.request.urlopen(url).read()
            nginx, nginx_url = start_nginx(folder, body, arguments.threads, arguments.server_cpu,
                                           nginx_log)
            started.append(nginx)
            if urllib.request.urlopen(nginx_url).read() != body:
                sys.exit("nginx serves other bytes")
            ours, theirs = [], []
            fresh = folder / "fresh.lua" if arguments.fresh else None
            for side, where, number in ((ours, url, pid), (theirs, nginx_url, nginx.pid)):
                load(where, number, argparse.Namespace(connections=arguments.connections, seconds=1),
                     arguments.client_cpu)
            for _ in range(arguments.rounds):
                theirs.append(load(nginx_url, nginx.pid, arguments, arguments.client_cpu, fresh))
                ours.append(load(url, pid, arguments, arguments.client_cpu, fresh))
            report = {"bytes": len(body), "rounds": arguments.rounds,
                      "connections": arguments.connections, "threads": arguments.threads,
                      "rss_mb": round(rss_mb(pid), 1)}
        for key in ("requests_per_second", "cpu_us_per_request", "p99_ms"):
            a = statistics.median(r[key] for r in ours)
            b = statistics.median(r[key] for r in theirs)
            ratios = sorted(x[key] / y[key] for x, y in zip(ours, theirs) if y[key])
            report[key] = {"server": round(a, 2), "nginx": round(b, 2),
                           "ratio": round(statistics.median(ratios), 3),
                           "ratio_range": [round(ratios[0], 3), round(ratios[-1], 3)]}
        if arguments.json:
            print(json.dumps(report))
        else:
            print(f"{report['bytes']} bytes, {report['connections']} connections, "
                  f"{report['threads']} thread(s), median of {report['rounds']} rounds")
            for key in ("requests_per_second", "cpu_us_per_request", "p99_ms"):
                r = report[key]
                print(f"{key:>20}: server {r['server']:>10} nginx {r['nginx']:>10} "
                      f"ratio {r['ratio']} ({r['ratio_range'][0]} to {r['ratio_range'][1]})")
            print(f"{'rss_mb':>20}: server {report['rss_mb']:>10}")
    finally:
        for process in started:
            process.terminate()
        for process in started:
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
