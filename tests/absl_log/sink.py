# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
"""sink.py PROGRAM: runs it before an OTLP/HTTP collector that keeps what it gets, and looks for the records in that."""

import http.server
import os
import re
import subprocess
import sys
import threading

taken = {}


class Collector(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        taken[self.path] = taken.get(self.path, b"") + body
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def run(program, *arguments):
    taken.clear()
    done = subprocess.run([program, *arguments], capture_output=True, text=True, timeout=60, env=dict(
        os.environ, OTEL_EXPORTER_OTLP_ENDPOINT=f"http://127.0.0.1:{server.server_port}", OTEL_SERVICE_NAME="absl"))
    print(done.stdout, end="")
    print(done.stderr, end="", file=sys.stderr)
    return done


def expect(holds, what):
    print(("ok: " if holds else "FAILED: ") + what)
    if not holds:
        sys.exit(1)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Collector)
threading.Thread(target=server.serve_forever, daemon=True).start()

done = run(sys.argv[1])
trace, span = re.search(r"^ids (\w{32}) (\w{16})$", done.stdout, re.M).groups()
logs, spans = taken.get("/v1/logs", b""), taken.get("/v1/traces", b"")
expect(done.returncode == 0, "it ends well")
expect(re.search(r"^I\S+ \S+ +\d+ program\.cc:\d+\] begun$", done.stdout, re.M), "a line without a span is Abseil's")
expect(re.search(rf"^W\S+ \S+ +\d+ program\.cc:\d+\] trace_id={trace} span_id={span} trace_flags=0[13] the disk is 97 % full$",
                 done.stdout, re.M), "a line in a span has its ids")
ids = bytes.fromhex(trace), bytes.fromhex(span)
expect(all(id in spans for id in ids), "the span arrived")
expect(b"begun" in logs and b"the disk is 97 % full" in logs, "both records arrived")
expect(logs.count(ids[0]) == 1 and logs.count(ids[1]) == 1, "one of them has the span's ids")
expect(b"WARNING" in logs and b"INFO" in logs, "with their severities")
expect(logs.count(b"program.cc") == 2 and logs.count(b"code.line.number") == 2, "and places")

done = run(sys.argv[1], "fatal")
expect(done.returncode == -6, "LOG(FATAL) ends it as before")
expect(b"no way on" in taken.get("/v1/logs", b""), "what it said last arrived")
