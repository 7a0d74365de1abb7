#!/usr/bin/env python3
"""Checks every #include below src/ against layers.txt, and that folder, namespace and list agree."""

import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]')
NAMESPACE = re.compile(r"^namespace\s+([a-z_:]+)\s*\{", re.MULTILINE)
TEST_WORDS = {"test", "bench", "contract"}  # log_test.cpp, folder_for_test.h, series_store_contract.h
TEST_HEADERS = ("gtest/", "gmock/", "benchmark/")
STANDARD = re.compile(r"^[a-z_0-9]+$")  # <vector>, <chrono>
SYSTEM = re.compile(r"^((sys|arpa|netinet)/[a-z_0-9]+|[a-z_0-9]+)\.h$")  # <fcntl.h>, <sys/stat.h>
OUTSIDE_WITHOUT_FOLDER = {"simdjson.h", "sqlite3.h", "libpq-fe.h", "zlib.h", "sodium.h", "xlsxwriter.h"}


def read_layers(text):
    """Returns {module: (modules it may name, outside headers it may use)}, in order."""
    layers = {}
    for number, line in enumerate(text.splitlines(), 1):
        line = line.split("#", 1)[0].strip()
        if not line:
            continue
        name, _, rest = line.partition(":")
        modules, _, outside = rest.partition("|")
        name = name.strip()
        for module in modules.split():
            if module not in layers:
                raise ValueError(f"layers.txt:{number}: {name} names {module}, which does not stand above it")
        layers[name] = (modules.split(), outside.split())
    return layers


def allowed_outside(header, outside):
    return any(header == entry or (entry.endswith("/") and header.startswith(entry)) for entry in outside)


def check_file(path, module, layers, text):
    modules, outside = layers[module]
    is_test = bool(TEST_WORDS & set(path.stem.split("_"))) or "fuzz" in path.parts
    faults = []
    for number, line in enumerate(text.splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        kind, header = match.groups()
        place = f"{path}:{number}"
        top = header.split("/", 1)[0]
        if kind == '"':
            if "/" not in header:
                faults.append(f'{place}: write "{module}/{header}": every include starts at src/')
            elif top not in layers:
                faults.append(f'{place}: "{header}" is in no module of layers.txt')
            elif top != module and top not in modules:
                faults.append(f"{place}: {module} may not include {top} (layers.txt allows: {' '.join(modules) or 'nothing'})")
        elif STANDARD.match(header):
            continue
        elif header in OUTSIDE_WITHOUT_FOLDER or "/" in header and not SYSTEM.match(header) or header.endswith(".hpp"):
            ours = outside if module == "base" else outside + ["fmt/"]
            if not allowed_outside(header, ours + (list(TEST_HEADERS) if is_test else [])):
                faults.append(f"{place}: {module} may not use <{header}> (layers.txt allows: {' '.join(outside) or 'nothing'})")
        elif not SYSTEM.match(header):
            faults.append(f"{place}: <{header}> is neither a standard header nor allowed by layers.txt")
    if path.suffix in (".h", ".cpp") and not is_test:
        for namespace in NAMESPACE.findall(text)[:1]:
            if namespace.split("::")[0] not in (module, "std", "simdjson"):
                faults.append(f"{path}: namespace {namespace} in the folder of {module}: folder = namespace")
    return faults


def check(root):
    layers = read_layers((root / "layers.txt").read_text())
    faults = []
    for folder in sorted((root / "src").iterdir()):
        if folder.is_dir() and folder.name not in layers:
            faults.append(f"{folder.relative_to(root)}: this folder is not in layers.txt")
    count = 0
    for path in sorted((root / "src").rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        relative = path.relative_to(root)
        module = relative.parts[1]
        if module in layers:
            faults += check_file(relative, module, layers, path.read_text())
            count += 1
    return count, faults


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    try:
        count, faults = check(root)
    except ValueError as error:
        count, faults = 0, [str(error)]
    for fault in faults:
        print(fault)
    print(f"layers: {count} files, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
