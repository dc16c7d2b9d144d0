#!/usr/bin/env python3
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# snippets.py <root> <folder to work in> <compiler> <flags>...: compiles every ```cpp block of the documentation. Those
# that need OpenTelemetry or gRPC are left out, and named, unless -DSNIPPETS_WITH_OTEL or -DSNIPPETS_WITH_GRPC is among the
# flags.
import pathlib
import re
import subprocess
import sys

root, work, compiler, *flags = sys.argv[1:]
root = pathlib.Path(root)
work = pathlib.Path(work)
work.mkdir(parents=True, exist_ok=True)
compiled = failed = 0
for page in sorted((root / "docs").rglob("*.md")):
    text = page.read_text(encoding="utf-8")
    for block in re.finditer(r"^```cpp\n(.*?)^```", text, re.M | re.S):
        line = text.count("\n", 0, block.start(1)) + 1
        where = f"{page.relative_to(root)}:{line}"
        if "opentelemetry/" in block[1] and "-DSNIPPETS_WITH_OTEL" not in flags or \
                "spansmith/otel.h" in block[1] and "-DSNIPPETS_WITH_OTEL" not in flags:
            print(f"{where}: left out: opentelemetry-cpp is not installed")
            continue
        if "spansmith/grpc.h" in block[1] and "-DSNIPPETS_WITH_GRPC" not in flags:
            print(f"{where}: left out: gRPC is not installed")
            continue
        source = work / f"{page.stem}_{line}.cc"
        source.write_text(f'#line {line} "{page}"\n{block[1]}', encoding="utf-8")
        command = [compiler, "-std=c++17", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", *flags, str(source)]
        if subprocess.run(command, check=False).returncode != 0:
            print(f"{where}: does not compile")
            failed += 1
        compiled += 1
print(f"{compiled} blocks compiled, {failed} failed")
sys.exit(1 if failed or compiled == 0 else 0)
