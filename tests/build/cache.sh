#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# A rebuild of what has not changed neither preprocesses nor parses, and gives the same; whatever a result depends on makes
# it again. Arguments: working folder, compiler. Environment: ROOT, SPANSMITH.
set -euo pipefail
work="$1" compiler="$2"

rm -rf "$work"
mkdir -p "$work/build"
cp -r "$ROOT/tests/build/ways" "$work/source"
cp "$SPANSMITH" "$SPANSMITH-clang" "$work/"  # a copy, so that the test may change it
export SPANSMITH_CACHE_DIR="$work/cache"
# The compiler, which counts how often it only preprocesses a source, and how often it is asked of itself: with -dM it tells
# its own macros, with -v where headers are.
cat >"$work/compiler" <<CODE
#!/bin/bash
case " \$* " in *" -dM "* | *" -x c++ -E -v "*) echo >>"$work/asked" ;; *" -E "*) echo >>"$work/count" ;; esac
exec "$compiler" "\$@"
CODE
chmod +x "$work/compiler"
cat >"$work/source/left_out.cc" <<'CODE'
#include "shop.h"
SPANSMITH_SPAN("Left") constexpr int Left(int x) { return x; }
int Right();
SPANSMITH_SPAN("Right") int Right() { return Left(2); }
CODE
echo 'int nothing = 1;' >"$work/source/nothing.cc"
echo 'rules: [{match: {function: "**::Ruled"}}, {match: {function: "nothing"}}]' >"$work/rules.yaml"
cd "$work/build"

fail() { echo "$1"; exit 1; }
options=()
# compile <source> <how often it preprocesses> <what it shows>
compile() {
  : >"$work/count"
  "$work/spansmith" cc --target cached "${options[@]}" -- "$work/compiler" -std=c++17 "-I$ROOT/annotations/include" \
    "-I$ROOT/runtime/include" -MD -c "$work/source/$1.cc" -o "$1.o" 2>"$work/messages" || { cat "$work/messages"; fail "$3: it failed"; }
  local count
  count="$(wc -l <"$work/count")"
  [[ "$count" == "$2" ]] || fail "$3: it preprocessed $count times, expected $2"
  echo "ok: $3"
}
keep() { rm -rf "$work/kept"; mkdir "$work/kept"; cp "$1".o "$1".d "$1".o.spansmith.json "$work/messages" "$work/kept"; [[ ! -f "$1.o.spansmith.cc" ]] || cp "$1.o.spansmith.cc" "$work/kept"; }
same() {
  for file in "$work/kept/"*; do
    [[ "$file" == */messages ]] && { cmp "$file" "$work/messages" || fail "$1: the messages differ"; continue; }
    cmp "$file" "${file##*/}" || fail "$1: ${file##*/} differs"
  done
}

for source in shop left_out nothing; do
  compile "$source" "$([[ $source == nothing ]] && echo 0 || echo 1)" "$source.cc for the first time"
  keep "$source"
  compile "$source" 0 "$source.cc again"
  same "$source.cc again"
  rm -rf ./*
  compile "$source" 0 "$source.cc again in an empty folder"
  same "$source.cc again in an empty folder"
done
# The compiler was asked of itself twice, and is not again; a source without an annotation within its reach is not preprocessed.
echo 'int more = 2;' >"$work/source/more.cc"
compile more 0 "another source with nothing to do"
grep -q '"reason": *"no_annotation"' more.o.spansmith.json || fail "more.cc has no account: $(cat more.o.spansmith.json)"
grep -q 'spansmith-clang' more.d || fail "its dependencies do not name the tool"
printf '#include "shop.h"\nint through = 3;\n' >"$work/source/through.cc"
compile through 1 "a source whose header is annotated"
# Nor is one that alone has annotations, all outside conditions; what is found in its headers is looked at more closely.
use='#include <spansmith/annotations.h>\nSPANSMITH_SPAN("Alone") int Alone();\n'
printf "${use}int Alone() { return 1; }\n" >"$work/source/alone.cc"
compile alone 0 "a source that alone has annotations"
grep -q '"span": *"Alone"' alone.o.spansmith.json || fail "alone.cc has no span: $(cat alone.o.spansmith.json)"
printf "#if 1\n${use}#endif\nint Alone() { return 1; }\n" >"$work/source/alone.cc"
compile alone 1 "an annotation under a condition"
echo 'inline int Alone() { return 1; }' >"$work/source/alone.h"
printf "${use}#include \"alone.h\"\n" >"$work/source/alone.cc"
compile alone 1 "a source that annotates what a header defines"
compgen -G 'spansmith-headers/alone.*' >/dev/null || fail "alone.h has no copy"
[[ "$(wc -l <"$work/asked")" == 2 ]] || fail "the compiler was asked of itself $(wc -l <"$work/asked") times, expected 2"
compile left_out 0 "a source with a warning"
grep -q 'SM040' "$work/messages" || fail "the warning is not said again"
touch "$work/source/shop.h"
compile shop 0 "a touched header"

sed -i 's/items + 2/items + 3/' "$work/source/shop.h"
compile shop 1 "a changed header"
keep shop
grep -rq 'items + 3' spansmith-headers || fail "the copy of the header is the old one"
sed -i 's/items + 3/items + 2/' "$work/source/shop.h"
compile shop 1 "the header as it was"
! cmp -s shop.o "$work/kept/shop.o" || fail "the header as it was gives the changed object"
echo '// a remark' >>"$work/source/shop.cc"
compile shop 1 "a changed source"
grep -q 'a remark' shop.o.spansmith.cc || fail "the copy of the source is the old one"
sed -i '$d' "$work/source/shop.cc"
compile shop 0 "the source as it was"

options=(--ok-on-success)
compile shop 1 "another option of the tool"
compile shop 0 "the same option again"
options=(--rules "$work/rules.yaml" --project "$work/source")
compile nothing 1 "a rule file"
compile nothing 0 "the same rule file"
echo '# a remark' >>"$work/rules.yaml"
compile nothing 1 "a changed rule file"
options=()
touch "$work/spansmith"
compile shop 1 "another tool"
compile shop 0 "the same tool"
touch "$work/spansmith-clang"
compile shop 1 "another program behind the tool"
compile shop 0 "the same program behind the tool"
touch "$work/compiler"
compile shop 1 "another compiler"
CPLUS_INCLUDE_PATH="$work/source" compile shop 1 "another environment"

SPANSMITH_CACHE=off compile shop 1 "SPANSMITH_CACHE=off"
compile shop 0 "without it"
find "$work/cache" -type f -exec sh -c 'printf x | dd of="$1" bs=1 seek=300 conv=notrunc 2>/dev/null' _ {} \;
keep shop
compile shop 1 "damaged entries"
same "damaged entries"

sed -i 's/^int Buy/int/; s/SPANSMITH_SPAN("Buy"/SPANSMITH_SPAM("Buy"/' "$work/source/shop.cc"
if "$work/spansmith" cc -- "$work/compiler" "-I$ROOT/annotations/include" "-I$ROOT/runtime/include" -c "$work/source/shop.cc" -o shop.o \
  2>/dev/null; then fail "a source that does not compile was taken"; fi
cp "$ROOT/tests/build/ways/shop.cc" "$work/source/shop.cc"
compile shop 0 "the source again after an error"

for i in 1 2 3 4 5 6; do
  (mkdir -p "$work/parallel/$i" && cd "$work/parallel/$i" && "$work/spansmith" cc -- "$compiler" "-I$ROOT/annotations/include" \
    "-I$ROOT/runtime/include" -c "$work/source/other.cc" -o other.o) &
done
wait
for i in 1 2 3 4 5 6; do [[ -f "$work/parallel/$i/other.o" ]] || fail "parallel compile $i left no object"; done
echo "ok: six at once"
if find "$work/cache" -name '*.tmp*' | grep .; then fail "something half written is left in the cache"; fi
