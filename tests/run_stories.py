#!/usr/bin/env python3
"""Runs stories: text files with input files, one or more commands, and their exact output.

Usage: run_stories.py [--tameel PROGRAM] [--accept] [--only WORD] STORY_OR_FOLDER...

A story is a text file NAME.story:
    # prose, for the reader
    == COPY path/from/the/repository [AS name]    copies a file or folder into the working folder
    == FILE path                                  an input file; its text ends at the next ==
    == CLOCK 2024-05-20                           the day on which the following commands run
    == STORE store.db FROM folder                 a new store that has adopted this strategy; later
                                                  commands use it where they name none
    == DECIDED 2024/1 2024/2                      decisions over the whole plan, entered from signed
                                                  minutes
    == RUN command line                           runs in the working folder, `tameel` on PATH; lines
                                                  below belong to it, but for prose, which begins with #
    == OUT                                        exact standard output of that command
    == ERR                                        exact standard error
    == EXIT 1                                     exit code (0 where it is left out)
In OUT and ERR a line `...` matches any lines, `<any>` inside a line matches anything. `--accept`
rewrites OUT, ERR and EXIT of every command with what came out. A day of CLOCK is its morning at
09:00 UTC; without it the commands see the system's clock.
"""
import argparse
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
TIMEOUT_SECONDS = 60
# Hashes are salted, keys and actors are made anew: another one in every run.
VARYING = re.compile(r"\b[0-9a-f]{64}\b|\bp-[0-9a-f]{20}\b|[0-9a-f]{8}\+[A-Za-z0-9+/]{40,}=*|"
                     r"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43,}=+")
INPUTS = ("FILE", "COPY", "CLOCK", "STORE", "DECIDED")
PROSE_AFTER = ("RUN", "COPY", "CLOCK", "STORE", "DECIDED", "EXIT")


class StoryError(Exception):
    """A story that is not written as a story."""


class Section:
    def __init__(self, kind, argument, line):
        self.kind, self.argument, self.line = kind, argument, line
        self.lines = []

    def text(self):
        return "".join(line + "\n" for line in self.lines)

    def command(self):
        return "\n".join([self.argument] + [line for line in self.lines if not line.startswith("#")])

    def prose(self):
        return [line for line in self.lines if line.startswith("#")]


def parse(text):
    """The prose lines before the first section, and the sections."""
    prose, sections = [], []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("== "):
            kind, _, argument = line[3:].partition(" ")
            if kind not in INPUTS + ("RUN", "OUT", "ERR", "EXIT"):
                raise StoryError(f"line {number}: unknown section {kind!r}")
            sections.append(Section(kind, argument.strip(), number))
        elif line.startswith("#") and (not sections or sections[-1].kind in PROSE_AFTER):
            if sections:
                sections[-1].lines.append(line)
            else:
                prose.append(line)
        elif not sections:
            if line.strip():
                raise StoryError(f"line {number}: prose begins with #")
            prose.append(line)
        else:
            sections[-1].lines.append(line)
    for section in sections:  # blank lines before the next section are for the eye
        while section.lines and not section.lines[-1].strip():
            section.lines.pop()
    return prose, sections


def line_matches(expected, actual):
    if "<any>" not in expected:
        return expected == actual
    pattern = ".*".join(re.escape(part) for part in expected.split("<any>"))
    return re.fullmatch(pattern, actual) is not None


def matches(expected, actual):
    """Whether the lines match, `...` standing for any number of lines."""
    # One row of states at a time, so that several `...` do not cost exponential time.
    states = {0}
    for position in range(len(actual) + 1):
        reach = set(states)
        for index in sorted(states):
            while index < len(expected) and expected[index] == "...":
                index += 1
                reach.add(index)
        if position == len(actual):
            return len(expected) in reach
        states = set()
        for index in reach:
            if index < len(expected):
                if expected[index] == "...":
                    states.add(index)
                elif line_matches(expected[index], actual[position]):
                    states.add(index + 1)
    return False


def prepare(place, section):
    if section.kind == "CLOCK":
        return set_clock(place, section)
    if section.kind == "STORE":
        return make_store(place, section)
    if section.kind == "DECIDED":
        return enter_decisions(place, section)
    folder = place.folder
    if section.kind == "FILE":
        path = inside(folder, section.argument)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(section.text(), encoding="utf-8")
        return
    name, _, target = section.argument.partition(" AS ")
    source = REPOSITORY / name.strip()
    if not source.exists():
        raise StoryError(f"line {section.line}: there is no {name}")
    path = inside(folder, target.strip() or source.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, path, dirs_exist_ok=True)
    else:
        shutil.copy(source, path)


def inside(folder, name):
    path = (folder / name).resolve()
    if folder.resolve() not in path.parents:
        raise StoryError(f"{name!r} leaves the working folder")
    return path


class Place:
    """Where a story runs: its working folder, the program, and the day."""

    def __init__(self, folder, program):
        self.folder, self.program, self.clock, self.store = folder, program, None, None

    def environment(self):
        environment = dict(os.environ, LC_ALL="C.UTF-8", TZ="UTC", HOME=str(self.folder),
                           NO_COLOR="1")
        environment["PATH"] = f"{self.program.parent}{os.pathsep}{environment.get('PATH', '')}"
        environment.pop("TAMEEL_STORE", None)
        environment.pop("TAMEEL_CLOCK", None)
        if self.clock:
            environment["TAMEEL_CLOCK"] = self.clock
        if self.store:
            environment["TAMEEL_STORE"] = self.store
        return environment


def set_clock(place, section):
    text = section.argument
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise StoryError(f"line {section.line}: CLOCK is a day such as 2024-05-20, not {text!r}")
    place.clock = f"{text}T09:00:00.000000Z"


def make_store(place, section):
    store, separator, strategy = section.argument.partition(" FROM ")
    if not separator:
        raise StoryError(f"line {section.line}: STORE is written as STORE store.db FROM folder")
    out, err, code = run_command(f"tameel init {strategy.strip()} --store {store.strip()}", place)
    if code != 0:
        raise StoryError(f"line {section.line}: the store was not made: {(err or out).strip()}")
    place.store = store.strip()


def enter_decisions(place, section):
    minutes = place.folder / "minutes.pdf"
    for code in section.argument.split():
        minutes.write_text(f"Signed minutes of decision {code}\n", encoding="utf-8")
        out, err, exit_code = run_command(
            f"tameel council decide --code {code} --title 'Decision {code}' "
            f"--concerns plan,council --minutes minutes.pdf", place)
        if exit_code != 0:
            raise StoryError(f"line {section.line}: {code} was not entered: {(err or out).strip()}")
    minutes.unlink()


def run_command(command, place):
    done = subprocess.run(["bash", "-c", command], cwd=place.folder, env=place.environment(),
                          capture_output=True, timeout=TIMEOUT_SECONDS, stdin=subprocess.DEVNULL,
                          check=False)
    return (done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"),
            done.returncode)


def difference(name, expected, actual):
    lines = difflib.unified_diff(expected, actual, f"expected {name}", f"actual {name}", lineterm="")
    return "\n".join("    " + line for line in lines)


class Step:
    """One command with what is expected of it."""

    def __init__(self, run):
        self.run = run
        self.expected = {}

    def check(self, out, err, code):
        problems = []
        for kind, actual in (("OUT", out), ("ERR", err)):
            wanted = self.expected[kind].lines if kind in self.expected else []
            # A story cannot hold the blank lines at the end of an output.
            found = actual.rstrip("\n").splitlines()
            if not matches(wanted, found):
                problems.append(difference(kind, wanted, found))
        wanted_code = int(self.expected["EXIT"].argument) if "EXIT" in self.expected else 0
        if wanted_code != code:
            problems.append(f"    expected EXIT {wanted_code}, got {code}")
        return problems


def steps_of(sections):
    steps, before = [], []
    for section in sections:
        if section.kind == "RUN":
            steps.append((before, Step(section)))
            before = []
        elif section.kind in ("OUT", "ERR", "EXIT"):
            if not steps or before:
                raise StoryError(f"line {section.line}: {section.kind} belongs after a RUN")
            steps[-1][1].expected[section.kind] = section
        else:
            before.append(section)
    if not steps:
        raise StoryError("a story runs at least one command")
    return steps


def accepted_text(prose, steps, results):
    """The story with what came out as what is expected."""
    lines = list(prose)
    for (inputs, step), (out, err, code) in zip(steps, results):
        for section in inputs:
            lines.append(f"== {section.kind} {section.argument}".rstrip())
            lines.extend(section.lines)
        lines.extend(f"== RUN {step.run.command()}".splitlines())
        for kind, actual in (("OUT", out), ("ERR", err)):
            kept = step.expected.get(kind)
            actual = actual.rstrip("\n")
            if kept is not None and matches(kept.lines, actual.splitlines()):
                actual_lines = kept.lines  # a pattern that still fits stays a pattern
            else:
                actual_lines = [VARYING.sub("<any>", line) for line in actual.splitlines()]
            if actual_lines:
                lines.append(f"== {kind}")
                lines.extend(actual_lines)
        lines.append(f"== EXIT {code}")
        # Prose after a command speaks of the next one.
        lines.extend(step.run.prose())
        if "EXIT" in step.expected:
            lines.extend(step.expected["EXIT"].lines)
    return "\n".join(lines) + "\n"


def run_story(path, program, accept):
    """What is wrong with the story; nothing where it holds."""
    prose, sections = parse(path.read_text(encoding="utf-8"))
    steps = steps_of(sections)
    problems, results = [], []
    with tempfile.TemporaryDirectory(prefix="story-") as name:
        place = Place(Path(name), program)
        for inputs, step in steps:
            for section in inputs:
                prepare(place, section)
            out, err, code = run_command(step.run.command(), place)
            results.append((out, err, code))
            found = step.check(out, err, code)
            if found:
                problems.append(f"  line {step.run.line}: {step.run.argument}")
                problems.extend(found)
    if accept:
        text = accepted_text(prose, steps, results)
        if text != path.read_text(encoding="utf-8"):
            path.write_text(text, encoding="utf-8")
        return []
    return problems


def stories(names):
    for name in names:
        path = Path(name)
        if path.is_dir():
            yield from sorted(path.rglob("*.story"))
        else:
            yield path


def find_program(given):
    candidates = [Path(given)] if given else []
    if not given:
        candidates += sorted(REPOSITORY.glob("build/*/src/cli/tameel")) + sorted(REPOSITORY.glob("build/*/tameel"))
        on_path = shutil.which("tameel")
        candidates += [Path(on_path)] if on_path else []
    for candidate in candidates:
        if candidate.is_file() and candidate.name == "tameel":
            return candidate.resolve()
    sys.exit("run_stories.py: no program named tameel; build it, or name it with --tameel")


def main():
    arguments = argparse.ArgumentParser(description="Runs stories and compares their output.")
    arguments.add_argument("--tameel", help="the program that stands as `tameel` on PATH")
    arguments.add_argument("--accept", action="store_true", help="rewrite what is expected")
    arguments.add_argument("--only", default="", help="only stories whose path holds this word")
    arguments.add_argument("paths", nargs="+", help="stories or folders of stories")
    options = arguments.parse_args()
    program = find_program(options.tameel)
    passed = failed = 0
    for path in stories(options.paths):
        if options.only not in str(path):
            continue
        try:
            problems = run_story(path, program, options.accept)
        except (StoryError, OSError, UnicodeDecodeError, ValueError, subprocess.TimeoutExpired) as fault:
            problems = [f"  {fault}"]
        if problems:
            failed += 1
            print(f"FAILED {path}")
            print("\n".join(problems))
        else:
            passed += 1
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or passed == 0 else 0)


if __name__ == "__main__":
    main()
