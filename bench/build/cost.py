#!/usr/bin/env python3
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
"""What the tool costs a build: CPU time (user and system, all processes of the compile) with the tool against without, the
two taken in turn, the smallest of the runs of each. Ratios of one run; the machine may be busy. As in a build from scratch,
the tool's cache knows what the compiler says of itself and has never seen the source, which is another one in each run.
"alone" is the tool's own part: with a compiler that compiles nothing, less an empty process.

cost.py [--tool FILE] [--runs N] [--only WORD]
"""
import argparse
import os
import pathlib
import resource
import shutil
import subprocess
import tempfile

root = pathlib.Path(__file__).resolve().parents[2]
parser = argparse.ArgumentParser()
parser.add_argument("--tool", default=str(root / "build/default/generator/spansmith"))
parser.add_argument("--runs", type=int, default=3)
parser.add_argument("--only", default="")
options = parser.parse_args()
work = pathlib.Path(tempfile.mkdtemp(prefix="spansmith-cost-"))
# Each source as it is, and as one with nothing to do: the same without its annotations.
shutil.copytree(root / "bench/build/sources", work / "sources")
sources = work / "sources"
for annotated in sources.glob("*_annotated.cc"):
    lines = annotated.read_text().splitlines(keepends=True)
    (sources / annotated.name.replace("_annotated", "_plain")).write_text("".join(
        line for line in lines if not line.startswith("SPANSMITH_SPAN(") and "spansmith/annotations.h" not in line))
rules = work / "everything.yaml"
rules.write_text('rules:\n  - match: {function: "**"}\n')

GXX = ["g++", "-std=c++17"]
CLANG = ["clang++-19", "-std=c++17"]
EVERYTHING = ["--rules", str(rules), "--project", str(sources), "--no-annotations"]
# what it shows, source, compiler and its options, options of the tool
ROWS = [
    ("annotated, realistic weight, g++ -O2", "heavy_annotated", GXX + ["-O2"], []),
    ("annotated, realistic weight, g++ -O2 -g", "heavy_annotated", GXX + ["-O2", "-g"], []),
    ("annotated, realistic weight, g++ -O0", "heavy_annotated", GXX + ["-O0"], []),
    ("annotated, realistic weight, clang++ -O2", "heavy_annotated", CLANG + ["-O2"], []),
    ("annotated, 200 lines, g++ -O2", "small_annotated", GXX + ["-O2"], []),
    ("annotated, 200 lines, g++ -O0", "small_annotated", GXX + ["-O0"], []),
    ("nothing to do, realistic weight, g++ -O2", "heavy_plain", GXX + ["-O2"], []),
    ("nothing to do, realistic weight, g++ -O0", "heavy_plain", GXX + ["-O0"], []),
    ("nothing to do, 200 lines, g++ -O2", "small_plain", GXX + ["-O2"], []),
    ("nothing to do, 200 lines, g++ -O0", "small_plain", GXX + ["-O0"], []),
    ("a rule for everything, realistic weight, g++ -O2", "heavy_plain", GXX + ["-O2"], EVERYTHING),
    ("a rule for everything, realistic weight, g++ -O0", "heavy_plain", GXX + ["-O0"], EVERYTHING),
    ("a rule for everything, 200 lines, g++ -O2", "small_plain", GXX + ["-O2"], EVERYTHING),
    ("a rule for everything, 200 lines, g++ -O0", "small_plain", GXX + ["-O0"], EVERYTHING),
]


def cpu(command, environment):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, cwd=work, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def compile_command(source, compiler):
    return compiler + [f"-I{root}/annotations/include", f"-I{root}/runtime/include", "-MD", "-c",
                       str(sources / (source + ".cc")), "-o", f"{source}.o"]


def say(what, plain, traced, alone=None):
    end = "" if alone is None else f" {alone:8.3f} s {100 * alone / plain:+7.1f} %"
    print(f"{what:52} {plain:8.3f} s {traced:8.3f} s {100 * (traced / plain - 1):+7.1f} %{end}", flush=True)


def never_seen(source, text, run):
    (sources / (source + ".cc")).write_text(f"{text}// {run}\n")


# A compiler that tells of itself, preprocesses, and compiles nothing.
def idle(compiler):
    script = work / f"idle-{compiler}"
    if not script.exists():
        code = work / "idle.c"
        code.write_text('#include <string.h>\n#include <unistd.h>\nint main(int c, char** v) {\n'
                        f'  v[0] = "{compiler}";\n  for (int i = 1; i < c; ++i)\n'
                        '    if (strcmp(v[i], "-E") == 0) return execvp(v[0], v);\n  return 0;\n}\n')
        subprocess.run(["gcc", "-O2", "-static", str(code), "-o", str(script)], check=True)
    return str(script)


print(f"{'CPU time of one compile':52} {'without':>10} {'with':>10} {'cost':>9} {'alone':>10} {'cost':>9}")
nothing = min(cpu(["true"], {}) for _ in range(10))
for row, (what, source, compiler, more) in enumerate(ROWS):
    if options.only not in what:
        continue
    text = (sources / (source + ".cc")).read_text()
    environment = {"SPANSMITH_CACHE_DIR": str(work / f"cache{row}")}
    plain = compile_command(source, compiler)
    traced = [options.tool, "cc"] + more + ["--"] + plain
    alone = [options.tool, "cc"] + more + ["--"] + compile_command(source, [idle(compiler[0])] + compiler[1:])
    for command in (traced, alone):
        cpu(command, environment)  # what the compiler says of itself
    times = []
    for run in range(options.runs):
        never_seen(source, text, 2 * run)
        times.append([cpu(plain, {}), cpu(traced, environment)])
        for again in range(3):  # short, and so the one that others disturb most
            never_seen(source, text, f"{run} {again}")
            times[-1].append(cpu(alone, environment) - nothing)
    (sources / (source + ".cc")).write_text(text)
    say(what, min(t[0] for t in times), min(t[1] for t in times), min(min(t[2:]) for t in times))

# A rebuild of what was built before: the tool's cache and ccache have it.
if shutil.which("ccache"):
    environment = {"CCACHE_DIR": str(work / "ccache"), "SPANSMITH_CACHE_DIR": str(work / "cache")}
    for what, source in (("a hit of ccache, annotated, realistic weight", "heavy_annotated"),
                         ("a hit of ccache, nothing to do, realistic weight", "heavy_plain"),
                         ("a hit of ccache, annotated, 200 lines", "small_annotated")):
        if options.only not in what:
            continue
        plain = ["ccache"] + compile_command(source, GXX + ["-O2"])
        traced = [options.tool, "cc", "--"] + plain
        for command in (plain, traced, traced):
            cpu(command, environment)
        times = [(cpu(plain, environment), cpu(traced, environment)) for _ in range(max(options.runs, 5))]
        say(what, min(t[0] for t in times), min(t[1] for t in times))
shutil.rmtree(work)
