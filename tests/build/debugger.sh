#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# A debugger shows an instrumented program as the plain one: breakpoints by line, the stack, arguments, the lines of
# stepping. (A breakpoint by name stops one line earlier, where the body begins; and an attribute's expression is stepped
# to where it is written: docs/guarantees.md.) So does the stack of an exception that nobody catches. Arguments: working folder, compiler. Environment: ROOT, SPANSMITH, RUNTIME, LIBRARIES.
set -euo pipefail
work="$1" compiler="$2"

rm -rf "$work"
mkdir -p "$work/source" "$work/build"
cp "$ROOT"/tests/build/ways/* "$work/source"
cd "$work/build"
flags=(-std=c++17 -O0 -g "-I$ROOT/annotations/include" "-I$ROOT/runtime/include")

"$compiler" "${flags[@]}" -c "$work/source/shop.cc" -o plain.o
"$compiler" plain.o -o plain
SPANSMITH_CACHE_DIR="$work/cache" "$SPANSMITH" cc -- "$compiler" "${flags[@]}" -c "$work/source/shop.cc" -o traced.o
"$compiler" traced.o "$RUNTIME" $LIBRARIES -o traced

# session <program>: breakpoints in a header's function and in the source's; stack and arguments; the lines of `next`.
session() {
  OTEL_TRACES_EXPORTER=none gdb -batch -nx -nh -ex 'set print address off' -ex 'set confirm off' -ex 'set debuginfod enabled off' \
    -ex 'break shop.h:8' -ex 'break shop.cc:8' -ex run -ex bt -ex 'delete 1' -ex continue -ex bt -ex 'info args' -ex next -ex next -ex next \
    -ex next -ex 'info source' "$1" >"$1.said" 2>&1 || { cat "$1.said"; exit 1; }
  # A function on one line has two places there: its body, and the guard's end.
  grep -E '^(#[0-9]|[0-9]+[[:space:]]|items = |Current source file|Located in)' "$1.said" >"$1.lines"
}
session ./plain
session ./traced
grep -q '^#1  Buy.*(items=5) at .*shop.cc:7' plain.lines && grep -q '^12' plain.lines || { cat plain.said; echo "the plain program's stack is not what this test expects"; exit 1; }
diff plain.lines traced.lines || { cat traced.said; echo "the debugger shows the instrumented program otherwise (> above)"; exit 1; }
echo "ok: breakpoints, stack, arguments and lines are those of the plain program"

# terminate() for an exception that nobody catches shows the stack where it was thrown, each frame of the program at its
# line; of the runtime there is __cxa_throw alone.
"$compiler" "${flags[@]}" -c "$work/source/throws.cc" -o throws-plain.o
"$compiler" throws-plain.o -o throws-plain
SPANSMITH_CACHE_DIR="$work/cache" "$SPANSMITH" cc -- "$compiler" "${flags[@]}" -c "$work/source/throws.cc" -o throws-traced.o
"$compiler" throws-traced.o "$RUNTIME" $LIBRARIES -o throws-traced
nm -C throws-traced.o >symbols
grep -q 'spansmith::injected::Begin' symbols || { echo "throws.cc has no span"; exit 1; }
stack() {  # stack <program>
  OTEL_TRACES_EXPORTER=console gdb -batch -nx -nh -ex 'set print address off' -ex 'set confirm off' -ex 'set debuginfod enabled off' \
    -ex run -ex bt "$1" >"$1.said" 2>&1 || { cat "$1.said"; exit 1; }
  grep -q SIGABRT "$1.said" || { cat "$1.said"; echo "$1 was not aborted"; exit 1; }
  grep -E '^#[0-9]+ .* at .*throws\.cc:' "$1.said" | sed -E 's/^#[0-9]+ +//'
}
stack ./throws-plain >plain.stack
stack ./throws-traced >traced.stack
[[ "$(grep -c Thrower plain.stack)" -ge 2 ]] || { cat throws-plain.said; echo "the plain program's stack is not what this test expects"; exit 1; }
diff plain.stack traced.stack || { cat throws-traced.said; echo "terminate() shows another stack (> above)"; exit 1; }
echo "ok: the stack that terminate() shows is that of the plain program"
