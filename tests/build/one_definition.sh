#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# SM044: a header with a traced inline function that another target of the program includes without the tool. Said once,
# when the program is linked, with both targets; not where all parts are instrumented, nor of static functions.
# Arguments: working folder, CMake generator, compiler. Environment: CMAKE, ROOT, SPANSMITH.
set -euo pipefail
work="$1" generator="$2" compiler="$3"

rm -rf "$work"
mkdir -p "$work"
cp -r "$ROOT/tests/build/one_definition" "$work/source"
configure() {
  "$CMAKE" -S "$work/source" -B "$work/build" -G "$generator" "-DCMAKE_CXX_COMPILER=$compiler" \
    "-DSPANSMITH_TOOL=$SPANSMITH" "-DSPANSMITH_ROOT=$ROOT" "$@" >"$work/configure.log"
}
fail() { echo "$1"; cat "$work/build.log"; exit 1; }
build() { "$CMAKE" --build "$work/build" --parallel 2 >"$work/build.log" 2>&1 || fail "the build failed"; }
warnings() { grep -c 'SM0' "$work/build.log" || true; }

configure
build
header="$(realpath "$work/source/shared.h")"
grep -qF "$header:5:12: warning: SM044: Shared (and 1 more in this header) has a span in the target traced and none in the target plain, and both are parts of program:" \
  "$work/build.log" || fail "expected SM044 at $header:5:12 with both targets"
[[ "$(warnings)" == 1 ]] || fail "expected one warning"
echo "ok: a header in and out of instrumented targets is warned of"

build
[[ "$(warnings)" == 0 ]] || fail "nothing was built, and something is said"
sed -i 's/x + 1/x + 2/' "$work/source/shared.h"
build
[[ "$(warnings)" == 1 ]] || fail "the header changed, and the warning is not said again"
echo "ok: when the program is linked, and only then"

configure -DPRECOMPILED=ON
build
[[ "$(warnings)" == 1 ]] && grep -q 'SM044: Shared (and 1 more.*in the target plain' "$work/build.log" ||
  fail "the header is in a precompiled one, and SM044 is not said once"
echo "ok: also of a header that a precompiled one brings in"

for precompiled in ON OFF; do
  configure -DALL_INSTRUMENTED=ON -DPRECOMPILED=$precompiled
  build
  [[ "$(warnings)" == 0 ]] || fail "all targets are instrumented (precompiled: $precompiled)"
done
echo "ok: nothing where all are instrumented"
