#!/usr/bin/env python3
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
"""Each type of errors through every form of a return: error_types.py x return_forms.py, a function each, in one source.

It is compiled plain and through the tool. Both programs must print the same: what was made, copied, destroyed, moved
(but where a temporary is looked at, which may cost a move), and whether a text's buffer is the one it was made with. Of
the two spans of each function, the one of the bad value must be an error with the error.type of the row, the other none.

  error_forms.py --tool build/default/generator/spansmith --work DIR --link 'FLAGS' CXX...
"""
import argparse
import json
import os
import subprocess
import sys

from error_types import TYPES
from return_forms import FORMS

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, "../../.."))


def pairs():
    for t in TYPES:
        for f in FORMS:
            if f.copies and not t.copies or f.needs and not getattr(t, f.needs) or t.option and not f.asked:
                continue
            yield t, f


def seen(t, f):
    return f.seen or bool(t.option)


def source():
    out = ['#include "prelude.h"\n'] + [f"#include <{h}>\n" for h in sorted({h for t in TYPES for h in t.headers})]
    for number, t in enumerate(TYPES):
        out.append(f"\nnamespace type{number} {{\nstatic {t.type} Make(bool good);\n"
                   f"static const void* Buffer([[maybe_unused]] const {t.type}& x) {{ return {t.buffer}; }}\n")
        calls = []
        for place, f in enumerate(FORMS):
            if (t, f) not in PAIRS:
                continue
            name = f"{t.name}: {f.name}"
            annotation = f'SPANSMITH_SPAN("{name}"{", " if t.option else ""}{t.option})'
            text, call = f.text, f.call
            for letter, value in {"$A": annotation, "$T": t.type, "$V": t.value or "Make(true)",
                                  "$Q": t.source[0] if t.source else "", "$S": t.source[1] if t.source else "",
                                  "$G": t.braced[0] if t.braced else "", "$B": t.braced[1] if t.braced else ""}.items():
                text, call = text.replace(letter, value), call.replace(letter, value)
            out.append(f"namespace form{place} {{\n{text}\n}}\n")
            reference = " -> decltype(auto)" if f.text.find("& F(") > 0 and not f.seen else ""
            if reference:  # what it refers to must outlive the call
                call = call.replace("Make(good)", "kept")
                reference += f" {{ static {t.type} good_one = Make(true), bad_one = Make(false); auto& kept = good ? good_one : bad_one;"
                call = call if "&& F(" not in f.text else call.replace("kept", "std::move(kept)")
            else:
                reference = " {"
            calls.append(f'  Call<{t.type}>("{name}", {str(not f.moves).lower()}, Buffer, [](bool good){reference} using namespace form{place}; return {call}; }});\n')
        out.append(f"static {t.type} Make(bool good) {{\n  if (good) {{ {t.type} made = {t.good}; made_at = Buffer(made); return made; }}\n"
                   f"  {t.type} made = {t.bad};\n  made_at = Buffer(made);\n  return made;\n}}\n")
        out.append("static void Run() {\n" + "".join(calls) + "}\n}  // namespace\n")
    out.append("\nint main() {\n" + "".join(f"  type{n}::Run();\n" for n in range(len(TYPES))) + "}\n")
    return "".join(out)


def run(command, **arguments):
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=600, **arguments)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\nended with {done.returncode}:\n{done.stdout[-1500:]}{done.stderr[:6000]}")
    return done


def spans(path):
    """{name: [spans in the order of their beginnings]}"""
    out = {}
    with open(path, encoding="utf-8") as f:
        for line in f:
            for resource in json.loads(line)["resourceSpans"]:
                for scope in resource["scopeSpans"]:
                    for span in scope["spans"]:
                        out.setdefault(span["name"], []).append(span)
    for of_one in out.values():
        of_one.sort(key=lambda span: int(span["startTimeUnixNano"]))
    return out


def error_of(span):
    """(it is an error, its error.type)"""
    types = [next(iter(a["value"].values())) for a in span.get("attributes", []) if a["key"] == "error.type"]
    return span.get("status", {}).get("code", 0) in (2, "STATUS_CODE_ERROR"), types[0] if types else None


def compare(options, compiler):
    """What differs, a line each."""
    base = os.path.join(options.work, os.path.basename(compiler))
    with open(base + ".cc", "w", encoding="utf-8") as f:
        f.write(source())
    flags = ["-std=c++23", "-O0", "-Wall", "-Wextra", "-Werror", "-Wno-ignored-qualifiers", "-Wno-braced-scalar-init",
             f"-I{HERE}", f"-I{ROOT}/annotations/include", f"-I{ROOT}/runtime/include"]
    printed = {}
    for mode in ("plain", "traced"):
        launcher = [options.tool, "cc", "--strict", "--"] if mode == "traced" else []
        built = run(launcher + [compiler] + flags + ["-c", base + ".cc", "-o", f"{base}.{mode}.o"])
        if built.stderr:
            return [f"{base}.cc: {mode}: {built.stderr[:3000]}"]
        run([compiler, f"{base}.{mode}.o", "-o", f"{base}.{mode}", *options.link.split()])
        environment = dict(os.environ, OTEL_TRACES_EXPORTER="file", SPANSMITH_TRACES_FILE=base + ".jsonl")
        if os.path.exists(base + ".jsonl"):
            os.unlink(base + ".jsonl")
        printed[mode] = run([f"{base}.{mode}"], env=environment).stdout.splitlines()
    out = [f"{base}.cc: plain  {a}\n  traced {b}" for a, b in zip(printed["plain"], printed["traced"], strict=True) if a != b]
    recorded = spans(base + ".jsonl")
    for t, f in PAIRS:
        of_one = recorded.get(f"{t.name}: {f.name}", [])
        bad = (seen(t, f), t.error if seen(t, f) else None)
        got = [error_of(span) for span in of_one]
        if got != [(False, None), bad]:
            out.append(f"{base}.cc: {t.name}: {f.name}: (error, error.type) of its spans: {got}, expected {[(False, None), bad]}")
    return out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tool", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--link", required=True, help="what a program is linked with")
    parser.add_argument("compilers", nargs="+")
    options = parser.parse_args()
    os.makedirs(options.work, exist_ok=True)
    failures = [line for compiler in options.compilers for line in compare(options, compiler)]
    print("\n".join(failures))
    print(f"{len(TYPES)} types, {len(FORMS)} forms, {len(PAIRS)} functions, {len(options.compilers)} compilers: {len(failures)} differ")
    return 1 if failures else 0


PAIRS = list(pairs())

if __name__ == "__main__":
    sys.exit(main())
