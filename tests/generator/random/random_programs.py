#!/usr/bin/env python3
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
"""Random C++ functions (return kinds x types x control flow), plain against instrumented.

Every program is a namespace, made from the seed and its number alone: a few annotated functions and one of the shapes of
shapes/; a source holds --each of them. Each source is compiled by each compiler plain and through the tool, with every
warning that the compiler has, and both run. They must print the same (constructions, copies, destructions, results,
exceptions, __func__, __LINE__) and be warned of alike, but for what an annotation answers; the instrumented one may count
at most one move more for each call of an observed function, and the runtime must have produced one span a call. Exit 1
at the first difference, with the source's path.

  random_programs.py --tool build/default/generator/spansmith --programs 2000 --seed 1 --work DIR --link 'FLAGS' CXX...
"""
import argparse
import os
import random
import re
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import zip_longest

from function import Function
from shapes import names, shape

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, "../../.."))


# What an annotation answers: an attribute uses a parameter, a note is a statement, `return std::move(x);` and two returns
# that are alike are not when they are looked at.
ANSWERED = tuple(f"[-W{name}]" for name in ("unused-parameter", "empty-body", "misleading-indentation", "redundant-move",
                                            "pessimizing-move", "duplicated-branches"))


def warnings(compiler):
    """All that a compiler has, but those that ask for C++98: what injected text adds shows as a difference."""
    if "clang" in os.path.basename(compiler):
        return ["-Weverything", "-Wno-c++98-compat", "-Wno-c++98-compat-pedantic", "-fno-caret-diagnostics", "-ferror-limit=0"]
    return ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion", "-Wsign-conversion", "-Wold-style-cast", "-Wuseless-cast",
            "-Wcast-qual", "-Wduplicated-cond", "-Wduplicated-branches", "-Wlogical-op", "-Wnull-dereference", "-Wnoexcept",
            "-Wextra-semi", "-Wzero-as-null-pointer-constant", "-Wredundant-decls", "-Wunused", "-Wunreachable-code",
            "-Wswitch-enum", "-Wswitch-default", "-Wundef", "-Wcast-align", "-Wformat=2", "-Weffc++", "-Wnon-virtual-dtor",
            "-Woverloaded-virtual", "-Wsuggest-override", "-Wmissing-declarations", "-fno-diagnostics-show-caret"]


def program(seed, number):
    rng = random.Random(f"{seed}/{number}")
    functions = []
    for i in range(rng.randint(1, 3)):
        functions.append(Function(rng, f"f{number}_{i}", list(functions)))
    odd, runs = shape(rng, rng.choice(names()), f"{number}_")
    text = f"namespace p{number} {{\n" + "\n".join(f.text() for f in functions) + odd
    text += "void Main() {\n"
    for f in functions:
        for n in range(0, 5):
            call = f.call(str(n))
            show = f"{call};" if f.kind.text == "void" else f"Show({'*' if f.kind.text == 'Full*' else ''}{call});"
            text += f'  Run("{f.name}", {n}, [] {{ {show} }});\n'
    for i, one in enumerate(runs):
        text += f'  for (int n = 0; n < 5; ++n) Run("odd{i}", n, [n]() mutable {{ {one}; }});\n'
    return text + "}\n}  // namespace\n"


def source(seed, first, count):
    text = '#include "prelude.h"\n#define RETURN(x) return x\n'
    for number in range(first, first + count):
        text += program(seed, number)
    text += "int main() {\n"
    for number in range(first, first + count):
        text += f"  p{number}::Main();\n"
    return text + '  std::fprintf(stderr, "counts %ld %ld %ld\\n", moves, calls, observed);\n}\n'


def run(command, **arguments):
    return subprocess.run(command, capture_output=True, text=True, timeout=600, **arguments)


def counts(stderr):
    return [int(x) for x in re.search(r"counts (\d+) (\d+) (\d+)", stderr).groups()]


def compare(options, compiler, first, count):
    """None: all as it should be; else what is not."""
    base = os.path.basename(compiler)
    name = os.path.join(options.work, f"{options.seed}-{first}.{base}")  # each compiler's own: they run side by side
    with open(name + ".cc", "w", encoding="utf-8") as f:
        f.write(source(options.seed, first, count))
    rng = random.Random(f"{options.seed}/{first}/{compiler}")
    flags = [rng.choice(["-std=c++17", "-std=c++20", "-std=gnu++17", "-std=c++23"]), rng.choice(["-O0", "-O0", "-O0", "-O1", "-O2"]), "-g0", *warnings(compiler),
             f"-I{HERE}", f"-I{ROOT}/annotations/include", f"-I{ROOT}/runtime/include"]
    # Now and then a rule for every function instead of the annotations: nothing is observed, so nothing moves either.
    rules = ["--no-annotations", "--project", ROOT, "--rules", f"{ROOT}/tests/foreign/everything.yaml"] if rng.random() < 0.5 else []
    out, printed, said = {}, {}, {}
    for mode in ("plain", "traced"):
        binary = f"{name}.{mode}"
        launcher = [] if mode == "plain" else [options.tool, "cc", "--strict", *rules, "--"]
        built = run(launcher + [compiler] + flags + ["-c", name + ".cc", "-o", binary + ".o"])
        if built.returncode != 0:
            return f"{name}.cc: {base} {mode} does not compile ({' '.join(flags)}):\n{built.stderr[:3000]}"
        said[mode] = Counter(built.stderr.splitlines())
        linked = run([compiler, binary + ".o", "-o", binary] + (options.link.split() if mode == "traced" else []))
        if linked.returncode != 0:
            return f"{name}.cc: {base} {mode} does not link:\n{linked.stderr[:3000]}"
        environment = dict(os.environ, OTEL_TRACES_EXPORTER="file" if rules else "console", SPANSMITH_TRACES_FILE="/dev/null",
                           RANDOM_OUTPUT=binary + ".txt")
        out[mode] = run([binary], env=environment, errors="replace")
        with open(binary + ".txt", encoding="utf-8", errors="replace") as f:
            printed[mode] = f.read()
        os.unlink(binary + ".o")
    plain, traced = out["plain"], out["traced"]
    if plain.returncode != traced.returncode:
        return f"{name}.cc: {base}: exit codes {plain.returncode} and {traced.returncode}"
    for a, b in zip_longest(printed["plain"].splitlines(), printed["traced"].splitlines()):
        if a != b:
            return f"{name}.cc: {base} ({' '.join(flags)}):\n  plain  {a}\n  traced {b}"
    if plain.returncode != 0:
        return f"{name}.cc: {base}: both end with {plain.returncode}: the generator made a program that does"
    plain_moves, calls, observed = counts(plain.stderr)
    traced_moves, traced_calls, _ = counts(traced.stderr)
    if calls != traced_calls or not 0 <= traced_moves - plain_moves <= (0 if rules else observed):
        return f"{name}.cc: {base}: moves {plain_moves} -> {traced_moves}, {observed} observed calls"
    spans = len(re.findall(r"─ Span: ", traced.stdout + traced.stderr))
    if spans != calls and not rules:
        return f"{name}.cc: {base}: {calls} calls, {spans} spans"
    more, fewer = said["traced"] - said["plain"], said["plain"] - said["traced"]
    fewer = [line for line in fewer if ": warning: " in line and not line.endswith(ANSWERED)]
    if more or fewer:
        lines = [f"  traced alone: {line}" for line in more] + [f"  plain alone: {line}" for line in fewer]
        return f"{name}.cc: {base} ({' '.join(flags)}): other warnings:\n" + "\n".join(lines[:20])
    for mode in ("plain", "traced"):
        os.unlink(f"{name}.{mode}")
        os.unlink(f"{name}.{mode}.txt")
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tool", required=True)
    parser.add_argument("--programs", type=int, default=40)
    parser.add_argument("--first", type=int, default=0, help="the first program's number, a multiple of --each")
    parser.add_argument("--each", type=int, default=10, help="programs in one source")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--work", required=True)
    parser.add_argument("--link", required=True, help="what a traced program is linked with")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep-going", action="store_true")
    parser.add_argument("compilers", nargs="+")
    options = parser.parse_args()
    os.makedirs(options.work, exist_ok=True)
    jobs = [(compiler, first) for first in range(options.first, options.first + options.programs, options.each) for compiler in options.compilers]
    failures = 0
    with ThreadPoolExecutor(options.jobs) as pool:
        for message in pool.map(lambda job: compare(options, job[0], job[1], min(options.each, options.first + options.programs - job[1])), jobs):
            if message is None:
                continue
            failures += 1
            print(message, flush=True)
            if not options.keep_going:
                pool.shutdown(cancel_futures=True)
                return 1
    print(f"{options.programs} programs, {len(options.compilers)} compilers: {failures} sources differ")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
