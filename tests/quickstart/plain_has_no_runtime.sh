#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# The plain program, from the same annotated sources, has no symbol of Spansmith and loads no library that only its
# runtime needs; the instrumented one has, so the question is put rightly. Argument: the folder of the two programs.
set -euo pipefail

for program in quickstart quickstart_plain; do
  [[ -x "$1/$program" ]] || { echo "$1/$program does not exist"; exit 1; }
done
symbols="$(nm -C "$1/quickstart_plain" | grep -i spansmith || true)"
if [[ -n "$symbols" ]]; then printf 'quickstart_plain has symbols of Spansmith:\n%s\n' "$symbols"; exit 1; fi
libraries="$(ldd "$1/quickstart_plain" | grep -E 'spansmith|libcurl' || true)"
if [[ -n "$libraries" ]]; then printf 'quickstart_plain loads libraries of the runtime:\n%s\n' "$libraries"; exit 1; fi
if [[ "$(nm -C "$1/quickstart" | grep -c 'spansmith::injected::')" == 0 ]]; then
  echo "quickstart has no symbol spansmith::injected::"
  exit 1
fi
echo "quickstart_plain: no symbol and no library of Spansmith"
