#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# The demonstration by each of the three programs: the same lines on stdout; the plain one has no symbol of Spansmith; the
# annotated one and the one with rules make spans of the same names. Argument: the folder of the programs.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

run() {  # ports and times differ from run to run
  OTEL_TRACES_EXPORTER=file SPANSMITH_TRACES_FILE="$work/$1.jsonl" "$2/$1" --demo >"$work/$1.out" 2>"$work/$1.err" ||
    { echo "$1 --demo failed"; cat "$work/$1.out" "$work/$1.err"; exit 1; }
  sed -E 's#127\.0\.0\.1:[0-9]+#SERVER#; s/(a component fails, ).*; Degraded: .*/\1/' "$work/$1.out" >"$work/$1.said"
}
names() { grep -oE '"name":"[^"]+","kind"' "$work/$1.jsonl" | sed 's/","kind"//; s/"name":"//' | sort -u; }

failed=0
for program in multigres_plain multigres multigres_rules; do run "$program" "$1"; done
for program in multigres multigres_rules; do
  diff -u "$work/multigres_plain.said" "$work/$program.said" || { failed=1; echo "$program says another thing than multigres_plain"; }
done
[[ ! -e "$work/multigres_plain.jsonl" ]] || { failed=1; echo "multigres_plain wrote traces"; }
symbols="$(nm -C "$1/multigres_plain" | grep -i 'spansmith::' || true)"
[[ -z "$symbols" ]] || { failed=1; printf 'multigres_plain has symbols of Spansmith:\n%s\n' "$symbols"; }

names multigres >"$work/annotated"
names multigres_rules >"$work/ruled"
(($(wc -l <"$work/annotated") > 40)) || { failed=1; echo "multigres made few names of spans: is it instrumented?"; cat "$work/annotated"; }
diff -u "$work/annotated" "$work/ruled" || { failed=1; echo "annotations (-) and rules (+) make other spans"; }
exit "$failed"
