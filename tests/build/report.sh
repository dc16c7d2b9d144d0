#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# The report of a build: each function accounted for, once; written again only when it says something else; printed by
# `spansmith report`, `list` and `check`. Arguments: working folder, CMake generator, compiler. Environment: CMAKE, ROOT,
# SPANSMITH.
set -euo pipefail
work="$1" generator="$2" compiler="$3"

rm -rf "$work"
mkdir -p "$work"
cp -r "$ROOT/tests/build/report_project" "$work/source"
"$CMAKE" -S "$work/source" -B "$work/build" -G "$generator" "-DCMAKE_CXX_COMPILER=$compiler" \
  "-DSPANSMITH_TOOL=$SPANSMITH" "-DSPANSMITH_ROOT=$ROOT" -DCMAKE_EXPORT_COMPILE_COMMANDS=ON >"$work/configure.log"

fail() { echo "$1"; cat "$work/build.log"; exit 1; }
build() { "$CMAKE" --build "$work/build" --parallel 2 >"$work/build.log" 2>&1 || fail "the build failed"; }
report() { echo "$work/build/spansmith/$1/spansmith-report.json"; }
said() {  # said <what printed it> <expected>: compares $work/said with the text
  if ! diff -u <(printf '%s\n' "$2") "$work/said"; then fail "$1 said something else than expected"; fi
  echo "ok: $1"
}

build
"$SPANSMITH" report "$(report ruled)" >"$work/said"
said "report of the target with rules" "ruled: 3 sources, 2 instrumented, 1 not_parsed
  9 functions, 4 instrumented (44.4 %)
  1 left out: constexpr, the function is constexpr
  1 left out: ignored, SPANSMITH_IGNORE or a rule with \`ignore\` says that it shall have none
  1 left out: not_selected, no annotation and no rule asks for one
  1 left out: self_tail_call, the function ends in a call of itself, which a guard would keep from being a loop
  1 left out: trivial, the rule leaves out functions of so few statements (\`max_statements\`)
  1 object not compiled through the tool (not C++, or a hit of a cache in front of it)"
"$SPANSMITH" list --left-out "$(report ruled)" | sed 's/ \[ruled\]$//' >"$work/said"
said "list with what is left out" "shared.h:5:12: shop::Shared -> Shared
shared.h:7:15: shop::Constant (constexpr)
src/one.cc:6:5: shop::One -> One
src/one.cc:7:5: shop::Get (trivial)
src/one.cc:8:5: shop::Loop (self_tail_call)
src/one.cc:14:8: shop::Local::Run -> Local::Run
src/one.cc:20:11: shop::Ignored (ignored)
src/one.cc:22:5: outside::Nothing (not_selected)
src/two.cc:4:5: shop::Two -> Two"
if "$SPANSMITH" check "$work/build" >"$work/said"; then fail "check: exit code 0 although an annotated function has no span"; fi
said "check of all reports" "src/annotated.cc:7:15: warning: shop::Constant is annotated and has no span: the function is constexpr [annotated]
annotated.h:6:1: warning: shop::Lost is annotated and has no span: no instrumented source that sees the annotation defines it; instrument the target that does, or annotate the definition [annotated]"
"$SPANSMITH" report "$(report program)" >"$work/said"
said "the report of a program, without the source that the build makes" "program: 1 source, 1 instrumented
  1 function, 1 instrumented (100.0 %)"
"$SPANSMITH" check "$(report ruled)" >"$work/said" || fail "check: exit code 1 for a target without annotations"
[[ ! -s "$work/said" ]] || fail "check said something of a target without fault"
(cd "$work/build" && "$SPANSMITH" report | tail -n 1) >"$work/said"
said "the sum of the reports below a folder" "3 targets, 13 functions, 7 instrumented (53.8 %)"
if "$SPANSMITH" report "$work/source" 2>"$work/said"; then fail "report: exit code 0 although there is none"; fi
grep -qF "no spansmith-report.json below $work/source" "$work/said" || fail "report did not say that there is none"

if grep -nE ' cc --target|spansmith\.cc' "$work/build/compile_commands.json"; then fail "compile_commands.json is not the user's own"; fi
echo "ok: compile_commands.json is the user's own"

stamp() { stat -c '%Y.%i' "$(report ruled)"; }
before="$(stamp)"
build
[[ "$(stamp)" == "$before" ]] || fail "nothing was touched and the report is new"
echo "// a remark" >>"$work/source/src/two.cc"
build
[[ "$(stamp)" == "$before" ]] || fail "a remark changed the report"
echo "ok: the report is written again only when it changes"
echo 'namespace shop { int Three(int x) { return Two(x) + 3; } }' >>"$work/source/src/two.cc"
build
"$SPANSMITH" list "$(report ruled)" | grep -qF 'src/two.cc:7:22: shop::Three -> Three' || fail "a new function is not in the report"
echo "ok: a new function is in the report"
