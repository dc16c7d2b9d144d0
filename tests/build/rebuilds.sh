#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# Touching nothing rebuilds nothing; touching a header rebuilds what includes it; a changed tool rebuilds all it made.
# Arguments: working folder, CMake generator, compiler. Environment: CMAKE, ROOT, SPANSMITH.
set -euo pipefail
work="$1" generator="$2" compiler="$3"

rm -rf "$work"
mkdir -p "$work"
cp -r "$ROOT/tests/build/project" "$work/source"
cp "$SPANSMITH" "$SPANSMITH-clang" "$work/"  # a copy, so that the test may change it
"$CMAKE" -S "$work/source" -B "$work/build" -G "$generator" "-DCMAKE_CXX_COMPILER=$compiler" \
  "-DSPANSMITH_TOOL=$work/spansmith" "-DSPANSMITH_ROOT=$ROOT" >"$work/configure.log"

build() { "$CMAKE" --build "$work/build" >"$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }; }
object() { find "$work/build" -name "$1.cc.o"; }
built_at() { stat -c %y "$(object "$1")"; }

# expect <what happened> <traced: same|new> <other: same|new>: builds, and compares the two objects with before.
expect() {
  local traced other
  traced="$(built_at traced)" other="$(built_at other)"
  build
  check "$1" traced "$2" "$traced"
  check "$1" other "$3" "$other"
}
check() {
  local now=same
  if [[ "$(built_at "$2")" != "$4" ]]; then now=new; fi
  if [[ "$now" != "$3" ]]; then
    echo "after '$1' the object of $2.cc is $now, expected $3; the build said:"
    cat "$work/build.log"
    exit 1
  fi
  echo "ok: after '$1' the object of $2.cc is $now"
}

build
for source in traced other; do
  if ! nm -C "$(object "$source")" | grep -q 'spansmith::injected::Begin'; then
    echo "the object of $source.cc does not call the runtime: it was not instrumented"
    exit 1
  fi
done
expect "nothing touched" same same
echo "// changed" >>"$work/source/size.h"
expect "a header changed" new same
expect "nothing touched after the header" same same
touch "$work/spansmith"
expect "the tool changed" new new
expect "nothing touched after the tool" same same
touch "$work/spansmith-clang"
expect "the program behind the tool changed" new new
expect "nothing touched after that" same same
touch "$work/source/other.cc"
expect "a source changed" same new
expect "nothing touched after the source" same same
