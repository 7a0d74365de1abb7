#!/usr/bin/env python3
"""Kills loads of large files in the middle: the same command goes on, and its result is that of a load that was left alone.

Usage: load_test.py --tameel PROGRAM [--seed S]

A table and an SDMX-CSV message of some tens of MB are loaded into a store of their own, once without a
disturbance and then killed (SIGKILL) at one moment after another: while the file is read, while what came in
pieces is merged, and behind that. The entry, the report and what `tameel verify` holds must be the same each
time. Last line: "N passed, N failed".
"""
import argparse
import json
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "bench"))
import bulk_load  # noqa: E402
from product import Folder, run_tests  # noqa: E402

SECONDS_MAX = 120
GOES_ON = re.compile(r"going on after row ([\d,]+), (\d+) % of the file\n")


def write_table(path, ids):
    """Month by month, so that each series comes in every piece and is merged at the end."""
    with open(path, "w", buffering=1 << 20) as out:
        out.write("service,period,value,published,source,id\n")
        for month in range(240):
            day = f"{2003 + month // 12}-{month % 12 + 1:02}"
            for series in range(5000):
                value = (series * 7919 + month * 104729) % 90_000 + 1000
                row = f"R{month * 5000 + series}" if ids else ""
                out.write(f"s{series},{day},{value}.{month % 10},2024-01-20,b,{row}\n")


class Load:
    """One command, and how far it is, as can be seen from outside."""

    def __init__(self, folder, file, *options):
        self.kept = Path(f"{folder.store}.d") / "unfinished"
        self.process = subprocess.Popen(
            [str(folder.program), "load", str(file), "--progress", "--json", *options], cwd=folder.path,
            env=folder.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=open(folder.path / "progress", "w"), text=True)
        self.progress = folder.path / "progress"
        self.met = set()  # checkpoints

    def wait_until(self, is_true):
        """False where the load ended before."""
        began = time.monotonic()
        while self.process.poll() is None:
            if is_true():
                return True
            assert time.monotonic() - began < SECONDS_MAX, "the moment did not come"
            time.sleep(0.001)
        return False

    def checkpoint(self):
        """What distinguishes the checkpoint that is there from the one before."""
        try:
            return (self.kept / "checkpoint").stat().st_ino
        except OSError:
            return None

    def has_met_checkpoints(self, number=1):
        self.met.add(self.checkpoint())
        return len(self.met - {None}) >= number

    def all_rows_read(self):
        return "all of them" in self.progress.read_text()

    def kill(self, with_signal=signal.SIGKILL):
        self.process.send_signal(with_signal)
        self.process.communicate(timeout=SECONDS_MAX)
        return self.process.returncode

    def end(self):
        out, _ = self.process.communicate(timeout=SECONDS_MAX)
        self.told = self.progress.read_text()
        return json.loads(out) if self.process.returncode == 0 else None


class Scene:
    """A file, the store in which it is not loaded yet, and what a load that is left alone makes of it."""

    def __init__(self, folder, strategy, file):
        self.folder, self.file = folder, file
        self.empty = folder.path / "empty.db"
        folder.store = self.empty
        if not self.empty.exists():
            folder.must("init", strategy)
        self.begin()
        began = time.monotonic()
        self.wanted = self.result(self.load())
        self.seconds = time.monotonic() - began

    def begin(self):
        self.folder.store = self.folder.path / "store.db"
        for path in self.folder.path.glob("store.db*"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        for path in self.folder.path.glob("empty.db*"):
            to = self.folder.path / path.name.replace("empty", "store")
            shutil.copytree(path, to) if path.is_dir() else shutil.copy2(path, to)

    def load(self, *options):
        return Load(self.folder, self.file, *options)

    def at(self, moment, ended_by=None):
        """A load at a moment; with a signal, one that this ended, behind a checkpoint. Where the disk is slow some
        loads are done before there is one."""
        for _ in range(10):
            self.begin()
            load = self.load()
            is_there = load.wait_until(lambda: moment(load))
            if is_there and (ended_by is None or load.kill(ended_by) == -ended_by and load.checkpoint() is not None):
                return load
        raise AssertionError("ten loads were done before the moment came")

    def killed(self, moment=Load.has_met_checkpoints):
        return self.at(moment, signal.SIGKILL)

    def result(self, load):
        """The report, the entry, and that all that is stored holds against them."""
        report = load.end()
        assert report is not None, load.told
        self.folder.must("verify")
        entry = self.folder.entries()[report["receipt"]["seq"]]
        assert not load.kept.exists(), "what a load leaves is gone when it ends"
        return {key: value for key, value in report.items() if key != "receipt"}, entry["payload"], entry["attachments"]

    def goes_on(self, load):
        """Ends a load that must go on; gives the share of the file in percent."""
        assert self.result(load) == self.wanted
        told = GOES_ON.search(load.told)
        assert told, load.told
        return int(told[2])

    def begins_anew(self, load, why=None):
        assert self.result(load) == self.wanted
        assert not GOES_ON.search(load.told), load.told
        assert why is None or f"an unfinished load is not gone on with: {why}" in load.told, load.told


def tests_of_kills(name, scene, dice):
    def named(test, what):
        test.__name__ = f"{name}_{what}"
        return test

    def killed_at_checkpoint(number):
        def test():
            scene.killed(lambda load: load.has_met_checkpoints(number))
            assert scene.goes_on(scene.load()) > 0
        return named(test, f"killed_at_checkpoint_{number}_goes_on")

    def killed_while_merging():
        def merges(load):
            if not load.all_rows_read():
                return False
            time.sleep(dice.uniform(0, 0.1))
            return True

        scene.killed(merges)
        scene.goes_on(scene.load())

    def killed_again_and_again():
        for _ in range(10):
            before = scene.killed().checkpoint()
            load = scene.load()
            if load.wait_until(lambda: load.checkpoint() not in (None, before)) and load.kill() == -signal.SIGKILL:
                break
        scene.goes_on(scene.load())

    def killed_at_any_moment():
        for share in sorted(dice.uniform(0.05, 1.0) for _ in range(3)):
            scene.begin()
            load = scene.load()
            time.sleep(share * scene.seconds)
            load.kill()
            assert scene.result(scene.load()) == scene.wanted, share

    yield killed_at_checkpoint(1)
    yield named(killed_again_and_again, "killed_again_and_again_goes_on")
    yield named(killed_while_merging, "killed_while_merging_goes_on")
    yield named(killed_at_any_moment, "killed_at_any_moment_is_loaded_by_the_same_command")


def tests_of_differences(scene):
    def what_grew_goes_on_to_what_it_would_be_anew():
        scene.killed()
        original = scene.file.read_bytes()
        with open(scene.file, "a") as out:
            out.write("new,2003-01,5,2024-01-20,b,\n")
        load = scene.load()
        report, _, _ = scene.result(load)
        assert GOES_ON.search(load.told)
        assert report["rows"] == scene.wanted[0]["rows"] + 1
        entry = scene.folder.entries()[-1]["payload"]
        scene.begin()
        scene.result(scene.load())
        assert entry == scene.folder.entries()[-1]["payload"]
        scene.file.write_bytes(original)

    def what_was_changed_at_its_beginning_is_read_anew():
        scene.killed()
        original = scene.file.read_bytes()
        scene.file.write_bytes(original.replace(b",1000.0,", b",1000.5,", 1))
        load = scene.load()
        report, _, _ = scene.result(load)
        assert "the file has changed in what had been read of it" in load.told, load.told
        assert report["rows"] == scene.wanted[0]["rows"]
        scene.file.write_bytes(original)

    def damage_is_found():
        for name, change in (("checkpoint", lambda b: b[:len(b) // 2]), ("staged", lambda b: b[:1000]),
                             ("staged", lambda b: bytes([b[0] ^ 1]) + b[1:])):
            load = scene.killed()
            path = load.kept / name
            path.write_bytes(change(path.read_bytes()))
            scene.begins_anew(scene.load())
        load = scene.killed()
        (load.kept / "staged").unlink()
        scene.begins_anew(scene.load())

    def a_record_that_grew_is_another():
        scene.killed()
        scene.folder.decided("C1")
        load = scene.load()
        report, payload, _ = scene.result(load)
        assert "an unfinished load is not gone on with: the record had" in load.told, load.told
        assert (report, payload) == scene.wanted[:2]

    def begins_anew_where_it_is_asked_for():
        scene.killed()
        scene.begins_anew(scene.load("--from-start"))

    def an_interruption_says_that_the_same_command_goes_on():
        def knows_of_checkpoint(load):
            if not load.has_met_checkpoints():
                return False
            time.sleep(0.1)  # it is told once it is there
            return True

        load = scene.at(knows_of_checkpoint, signal.SIGINT)
        told = load.progress.read_text()
        after = re.search(r"\ninterrupted; the same command goes on after row ([\d,]+)\n$", told)
        assert after, told
        load = scene.load()
        scene.goes_on(load)
        assert GOES_ON.search(load.told)[1] == after[1]

    def another_file_takes_its_place():
        load = scene.killed()
        other = scene.folder.path / "other.csv"
        other.write_text("service,period,value,published,source\na,2023-01,5,2024-01-20,b\n")
        assert Load(scene.folder, other).end()
        assert not load.kept.exists()

    def two_at_once_do_not_disturb_each_other():
        first = scene.at(Load.has_met_checkpoints)
        before = first.kept.stat().st_ino
        other = scene.folder.path / "other.csv"
        other.write_text("service,period,value,published,source\na,2023-01,5,2024-01-20,b\n")
        scene.folder.must("load", other)
        assert first.process.poll() is not None or first.kept.stat().st_ino == before
        assert first.end()
        scene.folder.must("verify")

    yield what_grew_goes_on_to_what_it_would_be_anew
    yield what_was_changed_at_its_beginning_is_read_anew
    yield damage_is_found
    yield a_record_that_grew_is_another
    yield begins_anew_where_it_is_asked_for
    yield an_interruption_says_that_the_same_command_goes_on
    yield another_file_takes_its_place
    yield two_at_once_do_not_disturb_each_other


def tests_of_messages(scene):
    def the_table_of_a_message_is_held_to_what_it_was():
        for change in (lambda b: bytes([b[0] ^ 1]) + b[1:], lambda b: b[:1000]):
            load = scene.killed()
            path = load.kept / "table"
            path.write_bytes(change(path.read_bytes()))
            scene.begins_anew(scene.load())

    yield the_table_of_a_message_is_held_to_what_it_was


def tests_of(folder, options):
    dice = random.Random(options.seed)
    bulk_load.strategy(folder.path / "bulk")
    table, numbered, message = (folder.path / name for name in ("table.csv", "numbered.csv", "message.csv"))
    write_table(table, ids=False)
    write_table(numbered, ids=True)
    bulk_load.message(message, 80 * 10**6)
    for file in (table, numbered, message):
        scene = Scene(folder, folder.path / "bulk", file)
        yield from tests_of_kills(file.stem, scene, dice)  # with identifiers, which are known again too
        if file == table:
            yield from tests_of_differences(scene)
        if file == message:
            yield from tests_of_messages(scene)


def main():
    arguments = argparse.ArgumentParser(description="Kills loads of large files in the middle.")
    arguments.add_argument("--tameel", required=True, help="the program")
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    with Folder(options.tameel, clock="2026-11-20T09:00:00.000000Z") as folder:
        return run_tests(tests_of(folder, options))


if __name__ == "__main__":
    sys.exit(main())
