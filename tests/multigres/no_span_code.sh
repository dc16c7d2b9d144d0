#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# The operator and its Kubernetes library hold no span code: no `spansmith::`, no OpenTelemetry name, but for one line in
# a main at most. Then counts what stands there instead, beside what the hand-written Go original needs: 31 span starts,
# 40 error calls, 60 End()s. Argument: the root of the repository.
set -euo pipefail
cd "$1"

folders=(samples/multigres samples/kube)
code=(--include=*.cc --include=*.h)
names='spansmith::|opentelemetry|OpenTelemetry|<spansmith/(runtime|injected|span_data)'
found=0
while IFS= read -r line; do  # a name in a comment is no code
  found=1
  printf 'span code: %s\n' "$line"
done < <(grep -rnE "$names" "${code[@]}" "${folders[@]}" | grep -v '/main\.cc:' | sed 's://.*::' | grep -E "$names" || true)
for main in samples/multigres/main.cc samples/kube/apiserver/main.cc; do
  lines="$(sed 's://.*::' "$main" | grep -cE "$names" || true)"
  if ((lines > 1)); then
    found=1
    printf 'span code: %s: %d lines, one is allowed\n' "$main" "$lines"
  fi
done
# The grep itself must be able to find something.
grep -rq 'SPANSMITH_RECONCILE' "${code[@]}" samples/kube || { echo "no annotation is found: the search is broken"; exit 1; }

count() { grep -rhoE "$1" "${code[@]}" "${@:2}" | wc -l; }
for folder in "${folders[@]}"; do
  printf '%s: %d functions annotated, %d SPANSMITH_NOTE, %d SPANSMITH_EVENT, %d SPANSMITH_ERROR_TEXT, %d SPANSMITH_INJECT, %d SPANSMITH_CARRY\n' \
    "$folder" "$(count '^ *(SPANSMITH_(SPAN|BUILD|UPDATE_STATUS|RECONCILE)|KUBE_RECONCILE)\(' "$folder")" \
    "$(count 'SPANSMITH_NOTE\(' "$folder")" "$(count 'SPANSMITH_EVENT\(' "$folder")" \
    "$(count 'SPANSMITH_ERROR_TEXT\(' "$folder")" "$(count 'SPANSMITH_INJECT\(' "$folder")" "$(count 'SPANSMITH_CARRY ' "$folder")"
done
carries="$(count 'SPANSMITH_CARRY ' "${folders[@]}")"
if ((carries != 1)); then
  found=1
  echo "SPANSMITH_CARRY stands in $carries places: expected one, the pool's Submit"
fi
exit "$found"
