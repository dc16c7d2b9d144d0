#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# What a process can do to itself (everything.cc), with a span for every function: each way prints and ends as without the
# tool, whether spans are recorded or not. Arguments: working folder, compiler. Environment: ROOT, SPANSMITH, RUNTIME (the
# library), LIBRARIES (what it needs).
set -euo pipefail
work="$1" compiler="$2"
ways=(hot stack threads detached fork exec signals fault cancel exit _exit abort throw escape destructors allocators
  terminate kill return)

rm -rf "$work"
mkdir -p "$work"
cd "$work"
ulimit -c 0
export SPANSMITH_CACHE=off SPANSMITH_TRACES_FILE=/dev/null
flags=(-std=c++17 -O1 -w -pthread "-I$ROOT/runtime/include")
printf 'rules:\n  - match: {function: "**"}\n' >rules.yaml

"$compiler" "${flags[@]}" "$ROOT/tests/build/everything.cc" -o plain
"$SPANSMITH" cc --rules rules.yaml --no-annotations --strict --project "$ROOT/tests/build" -- \
  "$compiler" "${flags[@]}" -c "$ROOT/tests/build/everything.cc" -o traced.o
"$compiler" -pthread traced.o -o traced "$RUNTIME" $LIBRARIES

# ends <program> <way>: what it prints, and its exit code.
ends() {
  local code=0
  timeout 120 "./$1" "$2" 2>errors || code=$?
  echo "exit code $code"
}
for way in "${ways[@]}"; do
  ends plain "$way" >expected 2>/dev/null
  for exporter in file none; do
    OTEL_TRACES_EXPORTER=$exporter ends traced "$way" >seen 2>/dev/null
    if ! diff expected seen; then
      cat errors
      echo "$way, exporter $exporter: differs from the plain program"
      exit 1
    fi
  done
  echo "ok: $way"
done
