#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# Exceptions through functions with spans (exceptions/): the program prints what it prints without the tool, with libstdc++
# shared and static, with a plugin, under ASan; and the spans have the types of the errors, where the throw hook sees them.
# Arguments: working folder, compiler. Environment: ROOT, SPANSMITH, RUNTIME, LIBRARIES.
set -euo pipefail
work="$1" compiler="$2"

rm -rf "$work"
mkdir -p "$work/source"
cp "$ROOT"/tests/build/exceptions/* "$work/source"
export SPANSMITH_CACHE_DIR="$work/cache"
cd "$work"
flags=(-std=c++17 -O1 -Wall -Wextra "-I$ROOT/annotations/include" "-I$ROOT/runtime/include" -c)
tool=("$SPANSMITH" cc --target exceptions --)

# errors <program's output>: each span that is an error, once, with its type.
errors() { sed -nE 's/.*Span: ([^ ]+) .*error\.type=([^ ]+).*/\1 \2/p' "$1" | sort -u; }

# way <name> <expected type of Throws> <options for both> -- <options of the traced program's link>
way() {
  local name="$1" type="$2" options=() link=()
  shift 2
  while [[ "$1" != -- ]]; do options+=("$1"); shift; done
  shift
  link=("$@")
  for part in exceptions plugin; do
    "$compiler" "${flags[@]}" -fPIC "${options[@]}" "source/$part.cc" -o "$part-plain.o"
    "${tool[@]}" "$compiler" "${flags[@]}" -fPIC "${options[@]}" "source/$part.cc" -o "$part-traced.o"
  done
  "$compiler" "${options[@]}" exceptions-plain.o -o plain -rdynamic -ldl -pthread
  "$compiler" "${options[@]}" -shared plugin-plain.o -o plain.so
  "$compiler" "${options[@]}" exceptions-traced.o "$RUNTIME" -o traced -rdynamic "${link[@]}" $LIBRARIES
  "$compiler" "${options[@]}" -shared plugin-traced.o -o traced.so
  ./plain ./plain.so >plain.out 2>plain.err || { cat plain.out plain.err; echo "$name: the plain program failed"; exit 1; }
  OTEL_TRACES_EXPORTER=none ./traced ./traced.so >traced.out 2>traced.err ||
    { cat traced.out traced.err; echo "$name: the traced program failed"; exit 1; }
  diff plain.out traced.out || { echo "$name: the traced program prints something else (> above)"; exit 1; }
  grep -q '  cancelled' plain.out && grep -q 'caught plugin 7' plain.out || { cat plain.out; echo "$name: the plain program is not what this test expects"; exit 1; }
  OTEL_TRACES_EXPORTER=console ./traced ./traced.so >console.out 2>&1 || { cat console.out; echo "$name: it failed with spans"; exit 1; }
  errors console.out >errors.said
  local expected
  if [[ "$type" == known ]]; then
    expected="FromPlugin std::out_of_range
Inside std::out_of_range
Nested std::runtime_error
Plugin std::out_of_range
Rethrows std::runtime_error
Throws int
Throws std::runtime_error
Transported std::runtime_error
WithNested std::logic_error"
  elif [[ "$type" == own ]]; then  # the plugin has a libstdc++ of its own, which the hook does not see
    expected="FromPlugin _OTHER
Inside _OTHER
Nested std::runtime_error
Plugin _OTHER
Rethrows std::runtime_error
Throws int
Throws std::runtime_error
Transported std::runtime_error
WithNested std::logic_error"
  else
    expected="FromPlugin _OTHER
Inside _OTHER
Nested _OTHER
Plugin _OTHER
Rethrows _OTHER
Throws _OTHER
Transported _OTHER
WithNested _OTHER"
  fi
  diff <(echo "$expected") <(grep -v '^Foreign ' errors.said) || { cat console.out; echo "$name: other errors than expected (> above)"; exit 1; }
  for span in Leaves IsCancelled Between; do
    grep -q "Span: $span " console.out || { cat console.out; echo "$name: no span $span"; exit 1; }
  done
  echo "ok: $name"
}

way "libstdc++ shared" known -- 
way "libstdc++ static" other -static-libstdc++ -static-libgcc --
way "libstdc++ static, the hook by --wrap" own -static-libstdc++ -static-libgcc -- \
  -Wl,--wrap=__cxa_throw,--wrap=__cxa_rethrow,--wrap=_ZSt17rethrow_exceptionNSt15__exception_ptr13exception_ptrE
if "$compiler" --version | grep -q clang; then  # its ASan has a __cxa_throw of its own in the program, in front of the hook
  way "AddressSanitizer, the hook by --wrap" own -fsanitize=address -- -Wl,--wrap=__cxa_throw
else
  way "AddressSanitizer" known -fsanitize=address --
fi

# Past the hook (not under ASan, which forbids such plugins).
for part in deep deep_plugin; do
  "$compiler" "${flags[@]}" -fPIC "source/$part.cc" -o "$part-plain.o"
  "${tool[@]}" "$compiler" "${flags[@]}" -fPIC "source/$part.cc" -o "$part-traced.o"
done
"$compiler" -shared deep_plugin-plain.o -o deep.so
"$compiler" deep-plain.o -o deep-plain -ldl
"$compiler" deep-traced.o "$RUNTIME" -o deep-traced -rdynamic $LIBRARIES
./deep-plain ./deep.so >plain.out
grep -q 'caught deep' plain.out || { cat plain.out; echo "past the hook: the plain program is not what this test expects"; exit 1; }
OTEL_TRACES_EXPORTER=none ./deep-traced ./deep.so >traced.out 2>traced.err || { cat traced.out traced.err; echo "past the hook: the traced program failed"; exit 1; }
diff plain.out traced.out || { echo "past the hook: the traced program prints something else (> above)"; exit 1; }
OTEL_TRACES_EXPORTER=console ./deep-traced ./deep.so >console.out 2>&1 || { cat console.out; echo "past the hook: it failed with spans"; exit 1; }
errors console.out >errors.said
diff <(echo "Around _OTHER") errors.said || { cat console.out; echo "past the hook: other errors than expected (> above)"; exit 1; }
[[ "$(grep -c 'error.type=_OTHER' console.out)" == 3 ]] || { cat console.out; echo "past the hook: three errors were expected"; exit 1; }
echo "ok: past the hook"
