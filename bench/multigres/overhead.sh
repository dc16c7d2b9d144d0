#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# What tracing costs: see README.md. Arguments: the build folder, rounds of one measurement (400), repetitions (5). With
# --instructions before them, instructions by callgrind instead of times: what 220 rounds execute more than 20.
set -euo pipefail
instructions=0
if [[ "${1:-}" == --instructions ]]; then
  instructions=1
  shift
fi
build="${1:?the build folder}"
rounds="${2:-400}"
repeat="${3:-5}"
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
work="$(mktemp -d)"
trap 'kill "$server" "$sink" 2>/dev/null; rm -rf "$work"' EXIT

"$build/samples/kube/apiserver/kube_apiserver" >"$work/url" &
server=$!
# A collector that takes everything and looks at nothing.
python3 -u - >"$work/sink" <<'END' &
import http.server
class Sink(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200); self.send_header("Content-Length", "0"); self.end_headers()
    def log_message(self, *_): pass
server = http.server.HTTPServer(("127.0.0.1", 0), Sink)
print(f"http://127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
END
sink=$!
for file in url sink; do
  for _ in $(seq 200); do [[ -s "$work/$file" ]] && break; sleep 0.05; done
done
url="$(head -n 1 "$work/url")"
for crd in "$root"/samples/multigres/manifests/crds/*.yaml; do
  curl -sf -o /dev/null -X POST -H 'Content-Type: application/yaml' --data-binary @"$crd" \
    "$url/apis/apiextensions.k8s.io/v1/customresourcedefinitions"
done

plain() { "${under[@]}" "$build/bench/multigres/multigres_plain_reconcile_bench" "$url" "$1"; }
traced() {
  OTEL_EXPORTER_OTLP_ENDPOINT="$(cat "$work/sink")" OTEL_TRACES_SAMPLER="$1" \
    "${under[@]}" "$build/bench/multigres/multigres_reconcile_bench" "$url" "$2"
}
off() { traced always_off "$1"; }
on() { traced always_on "$1"; }

under=()
if ((instructions)); then
  under=(valgrind --tool=callgrind --callgrind-out-file=/dev/null)
  count() { "$@" 2>&1 >/dev/null | awk '/Collected/ { print $NF }'; }
  declare -A each
  for case in plain off on; do
    each[$case]=$((($(count "$case" 220) - $(count "$case" 20)) / 200))
  done
  awk -v plain="${each[plain]}" -v off="${each[off]}" -v on="${each[on]}" 'BEGIN {
    printf "instructions of one reconcile: plain %d, always_off %d (%+.1f %%), every span sent %d (%+.1f %%)\n", plain,
      off, (off / plain - 1) * 100, on, (on / plain - 1) * 100 }'
  exit
fi
for _ in $(seq "$repeat"); do  # one after the other, so that a busy machine meets all three
  for case in plain off on; do printf '%s %s\n' "$case" "$($case "$rounds" 2>/dev/null)"; done
done | tee "$work/all" | awk '
  { if (!($1 in best) || $2 < best[$1]) best[$1] = $2 }
  END {
    printf "CPU of one reconcile, least of several: plain %.0f us, always_off %.0f us, every span sent %.0f us\n", best["plain"], best["off"], best["on"]
    printf "always_off / plain %.3f, every span / plain %.3f, every span / always_off %.3f\n", best["off"] / best["plain"], best["on"] / best["plain"], best["on"] / best["off"]
  }'
