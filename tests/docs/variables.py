#!/usr/bin/env python3
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# variables.py <root>: the tables of docs/configuration.md and the runtime name the same environment variables, and so
# does the table with which the runtime finds misspelt ones.
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
NAME = r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*"
OURS = re.compile(r"(OTEL|SPANSMITH|K8S|KUBERNETES|POD|NODE|CONTAINER|NO)_")

table = root / "runtime/config/unknown.cc"
listed = set(re.findall(rf'"({NAME})"', table.read_text(encoding="utf-8")))

literals = {}
for source in sorted((root / "runtime").rglob("*")):
    parts = source.relative_to(root).parts
    if source == table or source.suffix not in (".cc", ".h") or source.stem.endswith("_test") or {"testing", "fuzz"} & set(parts):
        continue
    for name in re.findall(rf'"({NAME})"', source.read_text(encoding="utf-8")):
        literals.setdefault(name, source.relative_to(root))
read = {name for name in literals if OURS.match(name)} - {"NOT_FOUND"}

documented = set()
for line in (root / "docs/configuration.md").read_text(encoding="utf-8").splitlines():
    if line.startswith("| `"):
        documented |= set(re.findall(rf"`({NAME})`", line.split("|")[1]))

wrong = [f"{literals[name]}: {name} has no row in docs/configuration.md" for name in sorted(read - documented)]
ours = {name for name in read if name.startswith("SPANSMITH_")}
wrong += [f"{literals[name]}: {name} is not in the table of runtime/config/unknown.cc" for name in sorted(ours - listed)]
wrong += [f"runtime/config/unknown.cc: nothing reads {name}" for name in sorted(listed - ours)]
wrong += [f"docs/configuration.md: nothing reads {name}" for name in sorted(documented - set(literals))]
print("\n".join(wrong) or f"{len(documented)} variables")
sys.exit(1 if wrong or not documented else 0)
