#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# One source, compiled in the ways in which people compile: each gives an object with its span, and what the same command
# gives without the tool. Arguments: working folder, compiler. Environment: ROOT, SPANSMITH, RUNTIME (the library), LIBRARIES
# (what it needs).
set -euo pipefail
work="$1" compiler="$2"

rm -rf "$work"
mkdir -p "$work/source" "$work/build" "$work/plain"
cp "$ROOT"/tests/build/ways/* "$work/source"
export SPANSMITH_CACHE_DIR="$work/cache"
cd "$work/build"
source="$work/source"
flags=(-std=c++17 "-I$ROOT/annotations/include" "-I$ROOT/runtime/include")
clang=no
if [[ "$("$compiler" --version)" == *clang* ]]; then clang=yes; fi

fail() { echo "$1"; exit 1; }
traced() { "$SPANSMITH" cc --target ways -- "$compiler" "${flags[@]}" "$@"; }
plain() { "$compiler" "${flags[@]}" "$@"; }
# has_span <object> <what>
has_span() {
  nm -C "$1" >"$work/symbols"
  grep -q 'spansmith::injected::' "$work/symbols" || fail "$2: the object does not call the runtime"
  echo "ok: $2"
}
link() { "$compiler" "$@" "$RUNTIME" $LIBRARIES; }
# runs <program> <what>: prints what the plain program does, and one span.
runs() {
  OTEL_TRACES_EXPORTER=console "$1" >"$work/output" 2>&1 || { cat "$work/output"; fail "$2: the program failed"; }
  grep -qx 'shop: 7 apples' "$work/output" || { cat "$work/output"; fail "$2: the program printed something else"; }
  grep -q 'Span: Buy' "$work/output" || { cat "$work/output"; fail "$2: no span Buy"; }
  echo "ok: $2"
}

for standard in 17 20 23; do
  traced -std=c++$standard -c "$source/shop.cc" -o standard.o
  has_span standard.o "-std=c++$standard"
done

printf -- '-O2 -DNAME="a b" -c\n"%s/shop.cc" -o response.o\n' "$source" >arguments.rsp
traced @arguments.rsp
has_span response.o "a response file"

mkdir -p "$work/ä folder with blanks"
cp "$source/shop.cc" "$source/shop.h" "$work/ä folder with blanks"
traced -c "$work/ä folder with blanks/shop.cc" -o "$work/ä folder with blanks/out put.o" -MD
has_span "$work/ä folder with blanks/out put.o" "blanks and other letters in paths"
grep -qF 'ä\ folder\ with\ blanks/shop.cc' "$work/ä folder with blanks/out put.d" || fail "the dependency file does not name the source"

# What a dependency file names: what the compiler alone says, with the tool and what injected text needs; never a copy.
words() { tr '\\\n' '  ' <"$1" | tr -s ' ' '\n' | grep -vE '^$|:$'; }
for options in "-MD" "-MMD" "-MD -MF other.d" "-MD -MT some/target" "-MMD -MP" "-Wp,-MD,other.d"; do
  rm -f ./*.d
  traced $options -c "$source/shop.cc" -o build.o
  mv ./*.d "$work/traced.d"
  plain $options -c "$source/shop.cc" -o build.o
  mv ./*.d "$work/plain.d"
  missing="$(comm -23 <(words "$work/plain.d" | sort -u) <(words "$work/traced.d" | sort -u))"
  [[ -z "$missing" ]] || fail "$options: the dependency file lacks $missing"
  if grep -E 'spansmith\.cc|spansmith-headers' "$work/traced.d"; then fail "$options: the dependency file names a copy"; fi
  grep -qF "$SPANSMITH" "$work/traced.d" || fail "$options: the dependency file does not name the tool"
  echo "ok: $options"
done

(mkdir -p temps && cd temps && traced -save-temps -c "$source/shop.cc" -o shop.o && has_span shop.o "-save-temps")
cmp -s "$source/shop.cc" "$ROOT/tests/build/ways/shop.cc" || fail "-save-temps: the source was written to"

traced -g -c "$source/shop.cc" -o debug.o
readelf --debug-dump=info debug.o >"$work/dwarf"
grep -qE "DW_AT_name.*$source/shop.cc" "$work/dwarf" || fail "-g: the unit is not called $source/shop.cc"
if grep -qE 'DW_AT_name.*spansmith\.cc' "$work/dwarf"; then fail "-g: the debug information names the copy"; fi
has_span debug.o "-g"

for options in "-fno-exceptions -fno-rtti" "-fsanitize=address,undefined" "-O2 -fPIC -fvisibility=hidden" "-O3 -ffast-math -march=native"; do
  traced $options -c "$source/shop.cc" -o options.o
  link $options options.o -o options
  runs ./options "$options"
done
if [[ "$clang" == no ]]; then
  traced -O2 -flto -c "$source/shop.cc" -o lto.o
  link -O2 -flto lto.o -o lto
  runs ./lto "-flto"
  traced -O2 -fipa-pta -fno-tree-loop-distribute-patterns -Wlogical-op -Wno-maybe-uninitialized --param=max-inline-insns-auto=20 \
    -fconcepts-diagnostics-depth=2 -c "$source/shop.cc" -o gcc.o
  has_span gcc.o "options that only g++ has"
  grep -q '"dropped_arguments"' gcc.o.spansmith.json || fail "dropped arguments are not in the report's fragment"
else
  traced -O2 -flto=thin -c "$source/shop.cc" -o lto.o
  [[ "$(head -c 2 lto.o)" == BC ]] || fail "-flto: no bitcode"
  grep -q 'injected::' lto.o.spansmith.cc || fail "-flto: no span"
  echo "ok: -flto=thin"
fi

# Coverage: each line of the source is run or not run as in the plain program. What differs is the guard's own: the line of
# an annotation with attributes counts as code, and the line where a function begins is passed on the way out too.
gcov=(gcov)
if [[ "$clang" == yes ]]; then gcov=(llvm-cov-19 gcov); fi
for way in plain traced; do
  mkdir -p "$work/coverage-$way"
  (cd "$work/coverage-$way" && $way -O0 --coverage -c "$source/shop.cc" -o shop.o && link --coverage shop.o -o shop && ./shop >/dev/null &&
    "${gcov[@]}" shop.gcda >/dev/null 2>&1 || true
    "${gcov[@]}" shop.o >/dev/null 2>&1
    sed -nE 's/^ *([0-9#=-]+\*?): *([0-9]+):(.*)$/\2 \1 \3/p' shop.cc.gcov | grep -vE '^0 |SPANSMITH_SPAN' |
      sed -E 's/^([0-9]+) [0-9]+\*? (.*[^;] \{)$/\1 run \2/' >lines)
done
diff "$work/coverage-plain/lines" "$work/coverage-traced/lines" || fail "--coverage: the lines above differ"
[[ -s "$work/coverage-plain/lines" ]] || fail "--coverage: no line was counted"
if [[ "$clang" == no ]]; then  # where each function begins and ends: instantiations that share lines are told apart by it
  for way in plain traced; do
    gcov-dump -l "$work/coverage-$way/shop.gcno" | sed -nE "s/.*FUNCTION.*\`([^']*)' ([^ ]*shop\..*)$/\1 \2/p" | sort >"$work/coverage-$way/functions"
  done
  grep -qE '^_Z3Buy.* .*shop.cc:6:[0-9]+-15:1$' "$work/coverage-plain/functions" || fail "--coverage: the plain functions are not what this test expects"
  diff "$work/coverage-plain/functions" "$work/coverage-traced/functions" || fail "--coverage: the functions above begin or end elsewhere"
fi
echo "ok: --coverage"

# Another machine than this one: the parser has the sizes of the machine that the compiler compiles for. Without system headers.
cat >"$source/cross.cc" <<'CODE'
#include <spansmith/annotations.h>
static_assert(sizeof(long) == SIZE, "the parser's machine is not the compiler's");
#ifdef __aarch64__
static_assert(static_cast<char>(-1) > 0, "char is unsigned there");
#endif
SPANSMITH_SPAN("Cross", SPANSMITH_ATTR(x, x)) long Cross(long x) { return x; }
CODE
machines=("-m32 -DSIZE=4")
if [[ "$(uname -m)" != x86_64 ]]; then machines=(); fi
if [[ "$clang" == yes ]]; then machines+=("--target=aarch64-linux-gnu --sysroot=/nowhere -DSIZE=8" "--target=armv7-linux-gnueabihf -DSIZE=4"); fi
for machine in "${machines[@]}"; do
  "$SPANSMITH" cc --target ways --strict -- "$compiler" "${flags[@]}" $machine -c "$source/cross.cc" -o cross.o
  grep -q 'injected::' cross.o.spansmith.cc || fail "$machine: no span"
  [[ "$(readelf -h cross.o)" =~ Machine:\ +(Intel\ 80386|AArch64|ARM) ]] || fail "$machine: the object is for this machine"
  echo "ok: $machine"
done

mkdir -p several && (cd several && cp "$source/shop.h" . && traced "-I$source" -c "$source/shop.cc" "$source/other.cc" "$source/plain.c")
has_span several/shop.o "several sources: the first"
has_span several/other.o "several sources: the second"
[[ -f several/plain.o ]] || fail "several sources: no object of the C source"

traced -S "$source/shop.cc" -o - >"$work/assembly" && grep -q 'spansmith' "$work/assembly" || fail "-S -o -: no span"
echo "ok: -S -o -"
(cd "$source" && cp -r . ../relative && cd ../relative && mkdir out && traced -c ./shop.cc -o out/../out/shop.o && has_span out/shop.o "relative paths")

if command -v ccache >/dev/null; then
  unset CCACHE_DISABLE CCACHE_READONLY CCACHE_RECACHE  # what the machine says
  export CCACHE_DIR="$work/ccache"
  for i in 1 2; do
    rm -f cached.o
    "$SPANSMITH" cc --target ways -- ccache "$compiler" "${flags[@]}" -c "$source/shop.cc" -o cached.o
    has_span cached.o "ccache behind the tool, compile $i"
  done
  ccache --print-stats | awk '$1 == "direct_cache_hit" || $1 == "preprocessed_cache_hit" { hits += $2 } END { exit hits < 1 }' ||
    fail "ccache: the second compile was no hit"
  echo "ok: the second compile was a hit of ccache"

  # In front of the tool, which is no compiler to it, ccache keeps nothing and changes nothing.
  for i in 1 2; do
    rm -f front.o
    ccache "$SPANSMITH" cc --target ways -- "$compiler" "${flags[@]}" -c "$source/shop.cc" -o front.o
    has_span front.o "ccache in front of the tool, compile $i"
  done
  # As its prefix the tool's objects are kept; CCACHE_EXTRAFILES names what they depend on beside the compiler.
  printf '#!/bin/sh\nexec "%s" cc --target ways -- "$@"\n' "$SPANSMITH" >prefix
  chmod +x prefix
  cp "$SPANSMITH" extra
  for expected in miss hit other; do
    [[ "$expected" != other ]] || echo >>extra
    rm -f prefixed.o
    ccache --zero-stats >/dev/null
    CCACHE_PREFIX="$PWD/prefix" CCACHE_EXTRAFILES="$PWD/extra" ccache "$compiler" "${flags[@]}" -c "$source/shop.cc" -o prefixed.o
    has_span prefixed.o "the tool as ccache's prefix, a $expected"
    hits="$(ccache --print-stats | awk '$1 == "direct_cache_hit" || $1 == "preprocessed_cache_hit" { hits += $2 } END { print hits + 0 }')"
    [[ "$hits" == "$([[ "$expected" == hit ]] && echo 1 || echo 0)" ]] || fail "the tool as ccache's prefix, a $expected: $hits hits"
  done
fi

# Two build folders at once, and nothing is written into the source folder.
(cd "$source" && find . -type f | sort | xargs sha256sum) >"$work/before"
for folder in one two; do
  mkdir -p "$work/$folder"
  (cd "$work/$folder" && traced -c "$source/shop.cc" -o shop.o && traced -c "$source/other.cc" -o other.o) &
done
wait
for folder in one two; do has_span "$work/$folder/other.o" "build folder $folder of two"; done
(cd "$source" && find . -type f | sort | xargs sha256sum) | diff "$work/before" - || fail "the source folder has changed"
echo "ok: the source folder is as it was"

# Killed at some moment: what is there is whole, and the next build is right.
mkdir -p "$work/killed"
cd "$work/killed"
export SPANSMITH_CACHE_DIR="$work/killed-cache"
for tenth in 0 1 2 3 4 6 8; do
  rm -f shop.o
  set -m
  traced -O2 -c "$source/other.cc" -o other.o &
  pid=$!
  set +m
  sleep "0.$tenth"
  kill -KILL -- "-$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
  [[ ! -f other.o ]] || nm other.o >/dev/null 2>&1 || rm other.o  # the compiler's own, which a build system removes
  if [[ -f other.o.spansmith.json ]]; then
    python3 -c 'import json, sys; json.load(open(sys.argv[1]))' other.o.spansmith.json || fail "killed: half a fragment"
  fi
done
traced -O2 -c "$source/other.cc" -o other.o
has_span other.o "after a build that was killed"
