#!/usr/bin/env python3
"""How often targets of seeded exercises were met, by what `tameel forecast --targets` said of them before. EXERCISE, NOT FACT.

usage: forecast_targets.py --tameel PROGRAM --strategy FOLDER --work FOLDER [--seeds N]

Each exercise is played to the middle of 2027. What was said of each target as of four days stands against what its status knows at
the end; targets that are due later, and those of which too little was reported or verified to know, are left out. In an exercise
progress is a straight line with steps, so this shows that nothing is far off, and not how good answers are in a country.
"""
import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys

END, DUE_LAST = "2027-06-30", "2027-03-31"
DAYS = ("2024-01-31", "2024-07-31", "2025-01-31", "2025-07-31")
BINS = (0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0001)
MODELS = {"the pace of": "counts", "as timely as": "milestones", "of all units": "shares"}


def tameel(program, *arguments):
    environment = {**os.environ, "TAMEEL_CLOCK": f"{END}T09:00:00Z"}
    return subprocess.run([program, *arguments], env=environment, capture_output=True, text=True, check=True).stdout


def board(program, store, day):
    told = json.loads(tameel(program, "forecast", "--targets", "--json", "--store", store, "--as-of", day))
    return {target["target"]: target for target in told["targets"]}


def model_of(chance):
    method = next(part["value"] for part in chance["explanation"]["parts"] if part["label"] == "method")
    return next((name for start, name in MODELS.items() if method.startswith(start)), "levels")


def claims_of(program, store):
    """(footing, model, said, happened) of each target and day."""
    end = board(program, store, END)
    for day in DAYS:
        for code, target in board(program, store, day).items():
            if target["requirement"][-10:] > DUE_LAST:
                continue
            for footing in ("verified", "reported"):
                said, known = target["days"][0][footing], end[code]["days"][0][footing]
                if said["probability"] is not None and not said["known"] and known["known"]:
                    yield footing, model_of(said), said["probability"], known["probability"] == 1


def show(title, claims):
    rate = sum(happened for _, happened in claims) / len(claims)
    brier = sum((said - happened) ** 2 for said, happened in claims) / len(claims)
    bins = []
    for low, high in zip(BINS, BINS[1:]):
        within = [claim for claim in claims if low <= claim[0] < high]
        if within:
            bins.append(f"{sum(c[0] for c in within) / len(within):.2f}: {sum(c[1] for c in within) / len(within):.2f} ({len(within)})")
    print(f"{title:<22} {len(claims):4} claims  Brier {brier:.3f}, of always saying {rate:.2f} {rate * (1 - rate):.3f}; said: happened  "
          + "  ".join(bins), flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tameel", required=True)
    parser.add_argument("--strategy", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--seeds", type=int, default=12)
    options = parser.parse_args()
    work = pathlib.Path(options.work)
    work.mkdir(parents=True, exist_ok=True)
    claims = collections.defaultdict(list)
    for seed in range(1, options.seeds + 1):
        store = work / f"targets-{seed}.db"
        if not store.exists():
            tameel(options.tameel, "exercise", options.strategy, "--store", store, "--entries", "3000", "--seed", str(seed))
        for footing, model, said, happened in claims_of(options.tameel, store):
            claims[footing, model].append((said, happened))
            claims[footing, "all"].append((said, happened))
    print(f"EXERCISE, NOT FACT: targets of {options.seeds} exercises, as of {', '.join(DAYS)}, against their status on {END}")
    for (footing, model), of in sorted(claims.items()):
        show(f"{footing}, {model}", of)
    return 0


if __name__ == "__main__":
    sys.exit(main())
