#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# A mistake in an annotation fails the build at the annotation's own line (the one marked HERE), whether the tool sees it
# or only the compiler does. Arguments: working folder, compiler. Environment: CMAKE, ROOT, SPANSMITH.
set -euo pipefail
work="$1" compiler="$2"

rm -rf "$work"
mkdir -p "$work"
"$CMAKE" -S "$ROOT/tests/build/project" -B "$work/build" -G Ninja "-DCMAKE_CXX_COMPILER=$compiler" \
  "-DSPANSMITH_TOOL=$SPANSMITH" "-DSPANSMITH_ROOT=$ROOT" >"$work/configure.log"

# expect_error <target> <a part of the message's line, after file:line:column>
expect_error() {
  local line log="$work/$1.log"
  line="$(grep -n HERE "$ROOT/tests/build/project/$1.cc" | cut -d: -f1)"
  if "$CMAKE" --build "$work/build" --target "$1" >"$log" 2>&1; then
    echo "$1.cc was built, expected an error"
    exit 1
  fi
  if ! grep -E "$1\.cc:$line:[0-9]+: error: .*$2" "$log"; then
    echo "expected an error at $1.cc:$line with '$2'; the build said:"
    cat "$log"
    exit 1
  fi
  if [[ -n "$(find "$work/build" -name "$1.cc.o")" ]]; then
    echo "an object of $1.cc is left behind"
    exit 1
  fi
}

expect_error misused 'SM012'
expect_error bad_expression 'no_such_name'
