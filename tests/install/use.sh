#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# Builds the small project with Spansmith got in one way, runs it, and looks for its span and its report. Arguments:
# working folder, find_package|add_subdirectory|FetchContent, compiler. Environment: CMAKE, ROOT, BUILD (our build folder,
# built), SPANSMITH, LAUNCHER.
set -euo pipefail
work="$1" way="$2" compiler="$3"

rm -rf "$work"
mkdir -p "$work"
cp -r "$ROOT/tests/install/project" "$work/source"
options=(-G Ninja "-DCMAKE_CXX_COMPILER=$compiler" "-DCMAKE_CXX_COMPILER_LAUNCHER=$LAUNCHER" "-DWAY=$way")
if [[ "$way" == find_package ]]; then
  "$CMAKE" --install "$BUILD" --prefix "$work/prefix" >"$work/install.log"
  options+=("-DCMAKE_PREFIX_PATH=$work/prefix")
  options+=(-DCMAKE_BUILD_TYPE=)
  # What is installed must not look into the folders that it was made from.
  if grep -rnE "$ROOT/(annotations|runtime|integrations|cmake)|$BUILD/" "$work/prefix/lib/cmake" "$work/prefix/include"; then
    echo "the lines above of the installed package name our own source or build folder"
    exit 1
  fi
else
  # Our sources are compiled again, as BUILD's were: ccache knows them, if it does not ask for the folder.
  options+=("-DSPANSMITH_ROOT=$ROOT" "-DSPANSMITH_TOOL=$SPANSMITH" -DCMAKE_BUILD_TYPE=RelWithDebInfo)
  export CCACHE_NOHASHDIR=1
fi
"$CMAKE" -S "$work/source" -B "$work/build" "${options[@]}" >"$work/configure.log" 2>&1 || { cat "$work/configure.log"; exit 1; }
"$CMAKE" --build "$work/build" --target shop shop_test >"$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
OTEL_TRACES_EXPORTER=console "$work/build/shop" >"$work/run.log" 2>&1 || { cat "$work/run.log"; exit 1; }
grep -qE 'Span: Buy .*order.items=3' "$work/run.log" || { echo "no span Buy:"; cat "$work/run.log"; exit 1; }
echo "ok: the program has its span"
"$work/build/shop_test" || { echo "shop_test failed"; exit 1; }
echo "ok: Spansmith::testing records it"
if ! grep -q '"function": "shop::Buy"' "$work/build/spansmith/shop/spansmith-report.json"; then
  echo "no report of the target:"
  find "$work/build" -name 'spansmith-report.json'
  exit 1
fi
echo "ok: the report has its function"
if [[ "$way" == find_package ]]; then
  "$work/prefix/bin/spansmith" version
  rm -rf "$work/absent"
  if "$CMAKE" -S "$work/source" -B "$work/absent" -G Ninja -DWAY=find_package -DVERSION=0.0.1 "-DCMAKE_PREFIX_PATH=$work/prefix" \
    "-DCMAKE_CXX_COMPILER=$compiler" >"$work/version.log" 2>&1; then
    echo "version 0.0.1 was asked for and this one was taken"
    exit 1
  fi
  echo "ok: another minor version is not taken"
fi
