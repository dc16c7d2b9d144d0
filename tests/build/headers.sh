#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# Annotated functions in headers (headers/): many sources at once share their copies; a changed header rebuilds what
# includes it, under Ninja and Makefiles; dependencies and debug information name the originals; a precompiled header is
# left alone; errors are reported at the header's own line; ccache, -save-temps and response files see nothing odd.
# Arguments: working folder, CMake generator, compiler. Environment: CMAKE, ROOT, SPANSMITH.
set -euo pipefail
work="$1" generator="$2" compiler="$3"

rm -rf "$work"
mkdir -p "$work"
cp -r "$ROOT/tests/build/headers" "$work/source"
source="$(realpath "$work/source")"
"$CMAKE" -S "$source" -B "$work/build" -G "$generator" "-DCMAKE_CXX_COMPILER=$compiler" -DCMAKE_BUILD_TYPE=Debug \
  "-DSPANSMITH_TOOL=$SPANSMITH" "-DSPANSMITH_ROOT=$ROOT" -DCMAKE_EXPORT_COMPILE_COMMANDS=ON >"$work/configure.log"

fail() {
  echo "$1"
  cat "$work/build.log"
  exit 1
}
build() { "$CMAKE" --build "$work/build" --parallel 8 >"$work/build.log" 2>&1 || fail "the build failed; it said:"; }
objects() { find "$work/build/CMakeFiles/$1.dir" -name '*.o'; }
traced() { nm -C "$1" | grep -q 'spansmith::injected::Begin'; }
copies() { find "$work/build" -path "*/spansmith-headers/$1"; }

build
for object in $(objects many); do
  case "$object" in
    */unrelated.cc.o) if traced "$object"; then fail "$object has a span, and no annotation"; fi ;;
    *) traced "$object" || fail "$object has no span" ;;
  esac
done
[[ "$(find "$work/build/CMakeFiles/many.dir" -name 'shared.*.h' | wc -l)" == 1 ]] || fail "several copies of one header in one folder"
[[ -z "$(copies '*.tmp*')" ]] || fail "something half written is left: $(copies '*.tmp*')"
echo "ok: sixteen sources at once share one copy"

traced "$(objects generated)" || fail "a generated header has no span"
echo "ok: a generated header"

# Once as CMake has it, for whoever shares it, and once more of the copy, which the target's own sources get.
if grep SM042 "$work/build.log"; then fail "a precompiled header is left out"; fi
for object in $(objects precompiled) $(objects precompiled_ruled) $(objects precompiled_other); do
  traced "$object" || fail "$object has no span of a precompiled header, or of one beside it"
done
if traced "$(objects precompiled_lent)"; then fail "a target that is not instrumented has spans by another's header"; fi
precompiled() { find "$work/build/CMakeFiles/precompiled.dir" -path "*/spansmith-headers/cmake_pch.*.?ch"; }
[[ "$(precompiled | wc -l)" == 1 ]] || fail "expected one precompiled header of the copy: $(precompiled)"
if [[ "$generator" == Ninja ]]; then
  for object in $(objects precompiled); do
    command="$(ninja -C "$work/build" -t commands "${object#"$work/build/"}" | tail -n 1)"
    (cd "$work/build" && eval "$command -H -v" 2>"$work/entered") || fail "$object: $(cat "$work/entered")"
    # What g++ says that it takes, and what clang++ is told to take.
    grep -qE '^! .*spansmith-headers/.*\.gch$|-include-pch" "?[^" ]*spansmith-headers/|-include-pch [^ ]*spansmith-headers/' "$work/entered" ||
      fail "$object is compiled without the precompiled header"
  done
fi
"$SPANSMITH" list "$work/build/spansmith/precompiled_ruled" | grep -q 'shared\.h.*Outer' ||
  fail "the report does not know the rule's function in the precompiled header"
before="$(precompiled)"
sed -i 's/return Inner(value) + 1;/return Inner(value) + 2;/' "$source/shared.h"
build
for object in $(objects precompiled); do traced "$object" || fail "$object has no span after a change"; done
[[ "$(precompiled | wc -l)" == 1 && "$(precompiled)" != "$before" ]] || fail "a changed header has the same precompiled one"
echo "ok: precompiled headers"

for function in UseInner Outer; do
  nm -C "$(objects unity)" | grep -q "$function(.*sm_site" || fail "$function has no span in a unity build"
done
echo "ok: a unity build"

# Nothing that others read names a copy: dependencies, debug information.
if [[ "$generator" == Ninja ]]; then
  ninja -C "$work/build" -t deps >"$work/deps"
else
  find "$work/build" -name '*.cc.o.d' -exec cat {} + >"$work/deps"
fi
for header in shared.h inner.h plain.h; do
  grep -qF "$source/$header" "$work/deps" || fail "$header is in no dependency file"
done
if grep spansmith-headers "$work/deps"; then fail "a dependency file names a copy"; fi
if ! grep -q '[ /]spansmith' "$work/deps"; then fail "no dependency file names the tool"; fi
for object in "$(objects precompiled_other | grep uses_shared)" "$(objects precompiled | grep uses_shared)"; do
  readelf --debug-dump=decodedline "$object" >"$work/lines" 2>/dev/null
  readelf --debug-dump=info,str,line,line-str "$object" >"$work/info" 2>/dev/null
  grep -q 'shared\.h' "$work/lines" || fail "the debug information does not name the header"
  if grep spansmith-headers "$work/lines" "$work/info"; then fail "the debug information names a copy"; fi
done
echo "ok: dependencies and debug information name the originals"

stamps() { stat -c '%n %y' $(objects "$1" | grep -v unrelated | sort); }
before="$(stamps many)"
build
[[ "$(stamps many)" == "$before" ]] || fail "nothing was touched, and something was built"
rest="$(stat -c %y "$(objects many | grep unrelated)")"
sed -i 's/kPlain;/kPlain + 1;/' "$source/inner.h"
build
[[ -z "$(comm -12 <(echo "$before" | sort) <(stamps many | sort))" ]] || fail "a header changed, and not all were built"
[[ "$(stat -c %y "$(objects many | grep unrelated)")" == "$rest" ]] || fail "unrelated.cc was built for nothing"
before="$(stamps many)"
build
[[ "$(stamps many)" == "$before" ]] || fail "after the header nothing was touched, and something was built"
echo "ok: a changed header rebuilds what includes it, once"

# `spansmith rewrite` shows the header too.
"$SPANSMITH" rewrite --diff -p "$work/build" "$source/uses_shared.cc" >"$work/diff" 2>&1
grep -q "^+++ .*/inner.h (instrumented)" "$work/diff" || { cat "$work/diff"; fail "rewrite --diff has no header"; }
echo "ok: rewrite --diff shows headers"

if "$CMAKE" --build "$work/build" --target broken >"$work/build.log" 2>&1; then fail "broken.cc was built"; fi
line="$(grep -n HERE "$source/broken.h" | cut -d: -f1)"
grep -qE "broken\.h:$line:72: error: .*no_such_name" "$work/build.log" || fail "expected an error at broken.h:$line:72"
if grep -q spansmith-headers "$work/build.log"; then fail "the error names a copy"; fi
[[ -z "$(objects broken)" && -z "$(find "$work/build" -name '*.tmp*')" ]] || fail "an object or half a copy is left behind"
echo "ok: an error in a header is reported there"

# By hand: relative paths, a response file, -save-temps, ccache in front and behind, no output.
cd "$source"
common=(-std=c++17 -I "$ROOT/annotations/include" -I "$ROOT/runtime/include" -g)
printf '%s\n' "${common[@]}" >"$work/flags"
by_hand() {
  local what="$1"
  shift
  rm -rf "$work/hand"
  mkdir "$work/hand"
  "$@" >"$work/build.log" 2>&1 || fail "$what: it failed:"
  if [[ "$what" != "no output" ]]; then traced "$work/hand/x.o" || fail "$what: no span"; fi
  [[ ! -s "$work/build.log" ]] || fail "$what: it said:"
  echo "ok: $what"
}
tool=("$SPANSMITH" cc --target hand --)
by_hand "a response file" "${tool[@]}" "$compiler" "@$work/flags" -c uses_shared.cc -o "$work/hand/x.o"
by_hand "temporary files are kept" "${tool[@]}" "$compiler" "${common[@]}" -g0 -save-temps=obj -c uses_shared.cc -o "$work/hand/x.o"
by_hand "no output" "${tool[@]}" "$compiler" "${common[@]}" -c uses_shared.cc -o /dev/null
# A precompiled header by hand: its text is compiled, with the spans.
cp shared.h inner.h plain.h "$work/"
"${tool[@]}" "$compiler" "${common[@]}" -x c++-header "$work/shared.h" -o "$work/shared.h.gch"
echo 'int Use() { return Outer(4); }' >"$work/by_hand.cc"
by_hand "a precompiled header by hand" "${tool[@]}" "$compiler" "${common[@]}" -include "$work/shared.h" -c "$work/by_hand.cc" -o "$work/hand/x.o"
if [[ "$("$compiler" --version)" == *clang* ]]; then
  mv "$work/shared.h.gch" "$work/shared.h.pch"
  by_hand "a precompiled header by hand, as Clang calls it" "${tool[@]}" "$compiler" "${common[@]}" -include "$work/shared.h" -c "$work/by_hand.cc" -o "$work/hand/x.o"
  by_hand "-include-pch" "${tool[@]}" "$compiler" "${common[@]}" -include-pch "$work/shared.h.pch" -c "$work/by_hand.cc" -o "$work/hand/x.o"
fi
if command -v ccache >/dev/null; then
  unset CCACHE_DISABLE CCACHE_READONLY CCACHE_RECACHE  # what the machine says
  export CCACHE_DIR="$work/ccache"
  for time in first second; do
    by_hand "ccache behind the tool, the $time time" "${tool[@]}" ccache "$compiler" "${common[@]}" -c uses_shared.cc -o "$work/hand/x.o"
  done
  ccache -s | grep -qiE 'hits: +[1-9]' || { ccache -s; fail "the second time was no hit"; }
fi
if [[ -n "$(find "${TMPDIR:-/tmp}" -maxdepth 1 -name 'spansmith[0-9]*' -newer "$work/flags" 2>/dev/null)" ]]; then
  fail "a temporary copy is left behind"
fi
echo "ok: nothing is left behind"
