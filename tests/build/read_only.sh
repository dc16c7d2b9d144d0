#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# A source tree that cannot be written to, built into two build trees by two compilers: spans in each, from sources, a header
# of the tree and a generated one; and what CMake writes for editors (compile_commands.json) names the compiler alone. Arguments:
# working folder, the compilers. Environment: CMAKE, ROOT, SPANSMITH.
set -euo pipefail
work="$1"
shift

if [[ "${READ_ONLY_STEP:-}" == "" ]]; then
  [[ ! -d "$work" ]] || chmod -R u+w "$work"
  rm -rf "$work"
  mkdir -p "$work/tree/sub folder" "$work/home"
  cp "$ROOT"/tests/build/ways/shop.* "$ROOT/tests/build/ways/other.cc" "$work/tree/sub folder"
  cat >"$work/tree/made.h.in" <<'CODE'
#include <spansmith/annotations.h>
SPANSMITH_SPAN("Made") inline int Made() { return @NUMBER@; }
CODE
  printf '#include "made.h"\n#include "sub folder/shop.h"\nint UseMade();\nint UseMade() { return Made() + 1; }\n' >"$work/tree/use.cc"
  cat >"$work/tree/CMakeLists.txt" <<'CODE'
cmake_minimum_required(VERSION 3.25)
project(ReadOnly LANGUAGES CXX)
include("${SPANSMITH_ROOT}/cmake/SpansmithInstrumentTarget.cmake")
add_executable(Spansmith::generator IMPORTED GLOBAL)
set_target_properties(Spansmith::generator PROPERTIES IMPORTED_LOCATION "${SPANSMITH_TOOL}")
foreach(library annotations runtime)
  add_library(Spansmith::${library} INTERFACE IMPORTED GLOBAL)
  target_include_directories(Spansmith::${library} INTERFACE "${SPANSMITH_ROOT}/${library}/include")
endforeach()
set(NUMBER 7)
configure_file(made.h.in made.h @ONLY)
add_library(shops OBJECT "sub folder/shop.cc" "sub folder/other.cc" use.cc)
target_include_directories(shops PRIVATE "${CMAKE_CURRENT_BINARY_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
target_compile_features(shops PRIVATE cxx_std_17)
spansmith_instrument_target(shops)
CODE
  chmod -R a-w "$work/tree"
  export READ_ONLY_STEP=build
  # A superuser writes whatever the mode says: as nobody, then, or where nobody may not come, under a read-only mount.
  if [[ "$(id -u)" != 0 ]]; then exec bash "$0" "$work" "$@"; fi
  chmod 777 "$work" "$work/home"
  if setpriv --reuid=65534 --regid=65534 --clear-groups bash -c '[[ -r "$0" && -x "$1" && -w "$2" && -r "$3/CMakeLists.txt" ]]' \
    "$0" "$SPANSMITH" "$work" "$ROOT" 2>/dev/null; then
    exec setpriv --reuid=65534 --regid=65534 --clear-groups bash "$0" "$work" "$@"
  fi
  exec unshare -m bash -c 'mount --bind "$1/tree" "$1/tree" && mount -o remount,bind,ro "$1/tree" && exec bash "$0" "$@"' "$0" "$work" "$@"
fi

if touch "$work/tree/written" "$work/tree/sub folder/written" 2>/dev/null; then
  echo "the source tree can be written to: this test shows nothing"
  exit 1
fi
export HOME="$work/home" SPANSMITH_CACHE_DIR="$work/home/cache"
for compiler in "$@"; do
  build="$work/build.${compiler##*/}"
  "$CMAKE" -S "$work/tree" -B "$build" -G Ninja "-DCMAKE_CXX_COMPILER=$compiler" "-DSPANSMITH_TOOL=$SPANSMITH" \
    "-DSPANSMITH_ROOT=$ROOT" -DCMAKE_EXPORT_COMPILE_COMMANDS=ON >"$work/configure.log" 2>&1 || { cat "$work/configure.log"; exit 1; }
  "$CMAKE" --build "$build" >"$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
  if grep -E 'warning|SM[0-9]' "$work/build.log"; then echo "$compiler: the build said the above"; exit 1; fi
  for object in shop other use; do
    path="$(find "$build" -name "$object.cc.o")"
    nm -C "$path" | grep -q 'spansmith::injected::Begin' || { echo "$compiler: $object.cc has no span"; exit 1; }
  done
  nm -C "$(find "$build" -name use.cc.o)" | grep -q 'Made()::sm_site' || { echo "$compiler: the generated header has no span"; exit 1; }
  echo "ok: $compiler builds a tree that cannot be written to"
  python3 - "$build/compile_commands.json" "$compiler" "$SPANSMITH" <<'CODE'
import json, shlex, sys
path, compiler, tool = sys.argv[1:]
commands = [shlex.split(entry["command"]) for entry in json.load(open(path))]
wrong = [c for c in commands if c[0] != compiler or tool in c or any(".spansmith." in word or "spansmith-headers" in word for word in c)]
if len(commands) != 3 or wrong:
    sys.exit(f"compile_commands.json is not the user's own: {wrong or commands}")
CODE
  echo "ok: its compile_commands.json names the compiler alone"
done
