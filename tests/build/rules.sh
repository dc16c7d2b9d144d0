#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# A target traced by a rule file: a changed file rebuilds it, a rule that matches nothing is a warning when it is built, a
# mistake in the file is an error at its place. Arguments: working folder, CMake generator, compiler. Environment: CMAKE,
# ROOT, SPANSMITH.
set -euo pipefail
work="$1" generator="$2" compiler="$3"

rm -rf "$work"
mkdir -p "$work"
cp -r "$ROOT/tests/build/rules_project" "$work/source"
"$CMAKE" -S "$work/source" -B "$work/build" -G "$generator" "-DCMAKE_CXX_COMPILER=$compiler" \
  "-DSPANSMITH_TOOL=$SPANSMITH" "-DSPANSMITH_ROOT=$ROOT" >"$work/configure.log"

fail() { echo "$1; the build said:"; cat "$work/build.log"; exit 1; }
build() { "$CMAKE" --build "$work/build" >"$work/build.log" 2>&1; }
object() { find "$work/build" -path "*ruled_$1.dir*" -name "$2.cc.o"; }
built_at() { for type in static object; do stat -c %y "$(object $type one)" "$(object $type two)"; done; }

# traced <source> <yes|no>: whether its objects call the runtime.
traced() {
  local type now
  for type in static object; do
    now=no
    if nm -C "$(object $type "$1")" | grep -q 'spansmith::injected::Begin'; then now=yes; fi
    [[ "$now" == "$2" ]] || fail "traced $1.cc of the $type library: $now, expected $2"
  done
  echo "ok: traced $1.cc: $2"
}
says() {
  local count
  count="$(grep -cF -- "$2" "$work/build.log" || true)"
  [[ "$count" == "$1" ]] || fail "'$2' was said $count times, expected $1"
  echo "ok: said $1 times: $2"
}

build || fail "the build failed"
traced one yes
traced two no
says 0 "SM076"
before="$(built_at)"
build || fail "the build failed"
[[ "$(built_at)" == "$before" ]] || fail "nothing was touched and an object is new"
echo "ok: nothing touched, nothing built"

cat >>"$work/source/rules.yaml" <<'RULES'
  - match: {function: "shop::Two"}
  - match: {function: "shop::Onne"}
RULES
build || fail "the build failed"
traced two yes
says 2 "rules.yaml:6:5: warning: SM076: this rule matches no function of the target ruled_"
says 2 'the nearest: `shop::One` in `src/one.cc`'
before="$(built_at)"
build || fail "the build failed"
[[ "$(built_at)" == "$before" ]] || fail "nothing was touched after the rules and an object is new"
echo "ok: nothing touched after the rules, nothing built"

sed -i 's/size: size/size: sise/; s/Onne/One/' "$work/source/rules.yaml"
if build; then fail "an expression that does not compile was taken"; fi
grep -qE 'rules.yaml:4:[0-9]+: error: .*sise' "$work/build.log" || fail "the compiler's error is not at rules.yaml:4"
echo "ok: the compiler's error stands in the rule file"

sed -i 's/attributes:/attribtes:/' "$work/source/rules.yaml"
go_on=(-k)
[[ "$generator" == Ninja ]] && go_on=(-k 0)
if "$CMAKE" --build "$work/build" --target ruled_object -- "${go_on[@]}" >"$work/build.log" 2>&1; then
  fail "a misspelt key was taken"
fi
says 1 'rules.yaml:3:5: error: SM062: unknown key `attribtes`'
echo "ok: a misspelt key is an error at its place, of the target and not of each source"
by_hand="$("$SPANSMITH" cc --rules "$work/source/rules.yaml" -- "$compiler" -c "$work/source/src/one.cc" -o "$work/one.o" 2>&1 || true)"
grep -qF 'SM062: unknown key `attribtes`' <<<"$by_hand" || fail "by hand the misspelt key is not an error: $by_hand"
if "$SPANSMITH" check --rules "$work/source/rules.yaml" 2>"$work/said"; then fail "check --rules takes a misspelt key"; fi
grep -qF 'SM062' "$work/said" || fail "check --rules does not say what is wrong"

sed -i 's/attribtes:/attributes:/; s/sise/size/' "$work/source/rules.yaml"
"$SPANSMITH" check --rules "$work/source/rules.yaml" || fail "check --rules refuses a file that is right"
build || fail "the build failed after the repair"
traced one yes
