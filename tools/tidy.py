#!/usr/bin/env python3
"""House rules that no compiler checks: sizes, banned words, and that every path a document names exists."""

import pathlib
import re
import subprocess
import sys

FILE_LINES_MAX = 800
FUNCTION_LINES_MAX = 70
COLUMNS_MAX = 100
BANNED = {
    r"\bTODO\b": "finish it, or write an issue",
    r"\bFIXME\b": "finish it, or write an issue",
    r"\bXXX\b": "say what is meant",
    r"using namespace (?!std::(chrono_)?literals)": "name what you use",
    r"\bstd::cout\b": "print through the stream that is passed in",
    r"#pragma once\n#pragma once": "once",
}
DOCUMENT_PATH = re.compile(r"`((?:src|docs|tests|tools|bench|web|strategies|cmake)/[A-Za-z0-9_./*-]+)`")
SOURCE = (".h", ".cpp", ".py", ".ts", ".tsx", ".css", ".cmake", ".sql")


def tracked(root):
    out = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=root, capture_output=True, text=True, check=True).stdout
    return [root / line for line in out.splitlines() if (root / line).is_file()]


def long_functions(relative, lines):
    """A function is a line at column 0 that opens a brace, up to the brace at column 0 that closes it."""
    start = None
    for number, line in enumerate(lines, 1):
        if line and line[0] not in " \t}#/" and line.rstrip().endswith("{") and not line.startswith(("namespace", "struct", "class", "enum", "const", "inline constexpr", "constexpr", "extern", "union", "TEST")):
            start = number
        elif line.startswith("}") and start:
            if number - start + 1 > FUNCTION_LINES_MAX:
                yield f"{relative}:{start}: a function of {number - start + 1} lines; {FUNCTION_LINES_MAX} fit a screen"
            start = None


def check_source(relative, text):
    lines = text.splitlines()
    faults = []
    if len(lines) > FILE_LINES_MAX:
        faults.append(f"{relative}: {len(lines)} lines; a file stops at {FILE_LINES_MAX}")
    if relative.suffix in (".h", ".cpp"):
        faults += [f"{relative}:{n}: {len(line)} columns; the limit is {COLUMNS_MAX}" for n, line in enumerate(lines, 1) if len(line) > COLUMNS_MAX]
        if not relative.stem.endswith(("_test", "_bench")):
            faults += long_functions(relative, lines)
        is_program = relative.stem == "main" or relative.stem.endswith(("_test", "_bench"))
        for pattern, cure in BANNED.items():
            if is_program and "cout" in pattern:
                continue
            for match in re.finditer(pattern, text):
                faults.append(f"{relative}:{text.count(chr(10), 0, match.start()) + 1}: {match.group(0).strip()} is banned: {cure}")
    return faults


def check_document(root, relative, text):
    faults = []
    for match in DOCUMENT_PATH.finditer(text):
        path = match.group(1).rstrip(".")
        # A document of a folder may speak of its own files.
        places = (root, root / relative.parent)
        found = any(list(place.glob(path)) if "*" in path else (place / path).exists() for place in places)
        if not found:
            faults.append(f"{relative}:{text.count(chr(10), 0, match.start()) + 1}: `{path}` does not exist")
    if not text.lstrip().startswith("# "):
        faults.append(f"{relative}:1: a document begins with its title")
    return faults


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    faults = []
    files = tracked(root)
    for path in files:
        relative = path.relative_to(root)
        if relative.parts[0] in ("build", "var") or "node_modules" in relative.parts:
            continue
        if relative.suffix in SOURCE and relative.name != "tidy.py":
            faults += check_source(relative, path.read_text(errors="replace"))
        elif relative.suffix == ".md":
            faults += check_document(root, relative, path.read_text())
    for fault in faults:
        print(fault)
    print(f"tidy: {len(files)} files, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
