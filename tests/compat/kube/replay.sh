#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# Replays the recorded exchanges of kube-apiserver against the embedded server and compares what differs with
# expected_differences.txt, both ways: a new difference fails, and so does a listed one that is none any more.
#
#   replay.sh PROGRAM without-controllers|with-controllers
#
# The real server was recorded without kube-controller-manager, then with it; so is this one. Its clock runs ahead: a
# recording that depends on the day it was made fails at once, not in a year.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
program="$1"
work="$(mktemp -d)"
server=
trap '[[ -z "$server" ]] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

case "$2" in
  without-controllers) options=(--no-controllers --days-ahead 400) skipped=kcm which=(--skip kcm) ;;
  with-controllers) options=(--days-ahead 3000) skipped=nokcm which=(--skip nokcm --suffix=-c) ;;
  *) echo "replay.sh: expected without-controllers or with-controllers, not '$2'" >&2; exit 2 ;;
esac
"$program" --token admintoken=admin --powerless-token readertoken=reader "${options[@]}" >"$work/url" &
server=$!
until [[ -s "$work/url" ]]; do
  kill -0 "$server" 2>/dev/null || { echo "replay.sh: $program ended at start" >&2; exit 1; }
  sleep 0.05
done

python3 "$here/record.py" --replay "$(head -n 1 "$work/url")" --quiet --hook "compact=kill -USR1 $server" \
  "${which[@]}" "$here/exchanges" >"$work/out" || true
cat "$work/out"
summary="$(tail -n 1 "$work/out")"
[[ "$summary" =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]] || { echo "replay.sh: no summary" >&2; exit 1; }
((BASH_REMATCH[1] > 0)) || { echo "replay.sh: nothing passed" >&2; exit 1; }
sed -nE 's/^FAIL ([^ ]+) .*/\1/p' "$work/out" | sort >"$work/differs"
sed -nE 's/^([a-z0-9-]+\/[a-z0-9-]+): .*/\1/p' "$here/expected_differences.txt" |
  while read -r step; do  # of the scenarios that were replayed
    head -n 12 "$here/exchanges/${step%/*}.json" | grep -q "\"$skipped\"" || echo "$step"
  done | sort >"$work/expected"
unexpected="$(comm -23 "$work/differs" "$work/expected")"
mended="$(comm -13 "$work/differs" "$work/expected")"
[[ -z "$unexpected" ]] || printf 'replay.sh: differs, and is not in expected_differences.txt: %s\n' $unexpected >&2
[[ -z "$mended" ]] || printf 'replay.sh: in expected_differences.txt, and does not differ: %s\n' $mended >&2
[[ -z "$unexpected$mended" ]]
