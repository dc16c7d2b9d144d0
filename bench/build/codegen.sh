#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# What an instrumented function is in machine code, against the same function plain, at -O2: its size, what stands beside
# it (cold parts, descriptor), and how many instructions a call executes while tracing is disabled.
#   bench/build/codegen.sh [BUILD]      BUILD: a built folder (build/default)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build="${1:-build/default}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

for compiler in g++ clang++-19; do
  command -v "$compiler" >/dev/null || continue
  flags=(-std=c++17 -O2 -Iannotations/include -Iruntime/include)
  "$compiler" "${flags[@]}" -DWAY=plain -c bench/build/sources/work.cc -o "$work/plain.o"
  "$build/generator/spansmith" cc -- "$compiler" "${flags[@]}" -DWAY=traced -c bench/build/sources/work.cc -o "$work/traced.o"
  "$compiler" "${flags[@]}" bench/build/steps.cc "$work/plain.o" "$work/traced.o" \
    "$build/runtime/libspansmith_runtime.a" -lcurl -lz -lpthread -ldl -o "$work/steps"
  echo "== $compiler -O2"
  for way in plain traced; do
    printf '%-7s' "$way"
    nm -S -t d --defined-only -C "$work/$way.o" | awk -v way="$way" '
      $3 ~ /[tTwW]/ && $0 ~ way "::Work\\(" && $0 !~ /cold/ { body += $2 }
      $0 ~ /cold/ { cold += $2 }
      END { printf " the function %d bytes, its cold part %d bytes;", body, cold }'
    size -A "$work/$way.o" | awk '/^\.text/ { text += $2 } /^\.(data|rodata)/ { data += $2 } /gcc_except|eh_frame/ { tables += $2 }
      END { printf " object: code %d, data %d, unwind tables %d bytes\n", text, data, tables }'
  done
  OTEL_TRACES_EXPORTER=none "$work/steps"
done
