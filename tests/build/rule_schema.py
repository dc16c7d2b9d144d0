#!/usr/bin/env python3
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
"""The published schema says of rule files what the loader says: those of the golden cases that the tool takes are valid,
those that it refuses for their shape are not. Argument: the source folder."""
import pathlib
import sys

import jsonschema
import yaml

root = pathlib.Path(sys.argv[1])
validator = jsonschema.Draft202012Validator(yaml.safe_load((root / "rules/schema.json").read_text()))
jsonschema.Draft202012Validator.check_schema(validator.schema)
cases = root / "tests/generator/cases"
# What a schema can tell; patterns, contradictions and expressions are beyond it.
SHAPE = {"sm062", "sm063", "sm064", "sm066", "sm068"}
wrong = []
counts = {True: 0, False: 0}
for file in sorted(cases.glob("*/*/*.yaml")):
    if not file.is_file():
        continue
    number = file.parent.name[:5] if file.parent.parent.name == "refusals" else ""
    diagnostics = file.parent / "expected.diag"
    refused = diagnostics.exists() and any(f"{file.name}:" in line and ": error: SM0" in line
                                           for line in diagnostics.read_text().splitlines())
    if refused and number not in SHAPE:
        continue
    try:
        valid = validator.is_valid(yaml.safe_load(file.read_text()))
    except yaml.YAMLError:
        continue
    counts[valid] += 1
    if valid == refused:
        wrong.append(f"{file}: the loader {'refuses' if refused else 'takes'} it, the schema says it is "
                     f"{'valid' if valid else 'not: ' + next(validator.iter_errors(yaml.safe_load(file.read_text()))).message}")
print(f"{counts[True]} valid, {counts[False]} not")
if wrong or not counts[True] or not counts[False]:
    sys.exit("\n".join(wrong) or "no file of one kind was found")
