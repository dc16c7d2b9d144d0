#!/usr/bin/env python3
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
"""Recorded scenarios as inputs of serve_fuzz: seeds.py EXCHANGES_FOLDER OUT_FOLDER."""
import json
import pathlib
import re
import sys

source, out = map(pathlib.Path, sys.argv[1:])
out.mkdir(parents=True, exist_ok=True)
for file in sorted(source.glob("*.json")):
    scenario = json.loads(file.read_text())
    requests = []
    for step in scenario["steps"]:
        if "path" not in step or "watch" in step["path"]:
            continue
        body = step.get("body", step.get("body_text", ""))
        body = body if isinstance(body, str) else json.dumps(body)
        headers = {name.lower(): value for name, value in step.get("headers", {}).items()}
        kind = headers.get("content-type", step.get("content_type", "application/json"))
        text = f"{step['method']} {step['path']}\n{kind}\n{body}"
        requests.append(re.sub(r"\{\{[^}]*\}\}", "default", text))
    for at in range(0, len(requests), 12):  # as many as one input may have
        (out / f"{file.stem}-{at}").write_text("\n%%\n".join(requests[at:at + 12]))
