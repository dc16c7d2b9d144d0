#!/usr/bin/env python3
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# vmafx_test.py <folder of the programs> [test...]: samples/vmafx as three processes, seen from outside: the tree of one job's
# spans, a node that is killed, what is said and sent by default, the ratio changed while they run, all three signals.
import contextlib
import http.server
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

PROGRAMS = pathlib.Path(sys.argv[1])
PATIENCE = 60  # seconds; what takes longer is stuck
JOB = {"width": 320, "height": 180, "frames": 8, "noise": 6}


def wait_for(what, condition):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = condition()
        if found:
            return found
        time.sleep(0.01)
    raise AssertionError(f"not in {PATIENCE} s: {what}")


class Process:
    """One program; its standard output line by line, each a JSON object."""

    def __init__(self, name, arguments, environment, folder):
        clean = {key: value for key, value in os.environ.items() if not key.startswith(("OTEL_", "SPANSMITH_"))}
        self.traces = folder / f"{name}-{time.monotonic_ns()}.jsonl"
        clean["SPANSMITH_TRACES_FILE"] = str(self.traces)
        clean.update(environment)
        self.errors_path = folder / f"{name}-{time.monotonic_ns()}.err"
        self.errors = open(self.errors_path, "w")
        self.process = subprocess.Popen([PROGRAMS / name, *arguments], stdout=subprocess.PIPE, stderr=self.errors,
                                        env=clean, text=True)
        self.lines = []
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        for line in self.process.stdout:
            self.lines.append(json.loads(line))

    def said(self, text):
        return next((line for line in self.lines if text in line["msg"]), None)

    def port(self):
        line = wait_for("a port", lambda: self.said("listening on port ") or self.process.poll() is not None)
        assert line is not True, pathlib.Path(self.errors_path).read_text()
        return int(line["msg"].rsplit(" ", 1)[1])

    def stop(self, how=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(how)
        code = self.process.wait(PATIENCE)
        self.reader.join(PATIENCE)
        self.errors.close()
        return code

    def stderr(self):
        return self.errors_path.read_text()


class Platform(contextlib.AbstractContextManager):
    def __init__(self, environment, controller=()):
        self.environment = environment
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="vmafx-"))
        self.processes = []
        self.controller = self.start("vmafx-controller", ["--listen", "127.0.0.1:0", *controller])
        self.address = f"127.0.0.1:{self.controller.port()}"
        self.server = self.start("vmafx-server", ["--controller", self.address, "--port", "0"])
        self.url = f"http://127.0.0.1:{self.server.port()}"

    def start(self, name, arguments):
        process = Process(name, arguments, self.environment, self.folder)
        self.processes.append(process)
        return process

    def node(self, *arguments):
        return self.start("vmafx-node", ["--controller", self.address, *arguments])

    def request(self, path, body=None, headers=None):
        data = None if body is None else json.dumps(body).encode()
        try:
            with urllib.request.urlopen(urllib.request.Request(self.url + path, data, headers or {}), timeout=PATIENCE) as got:
                return got.status, got.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def submit(self, headers=None):
        status, body = self.request("/v1/jobs", JOB, headers)
        assert status == 202, body
        return json.loads(body)["id"]

    def finish(self, job):
        def done():
            status, body = self.request(f"/v1/jobs/{job}")
            assert status == 200, body
            state = json.loads(body)
            return state if state["state"] == "done" else None

        return wait_for(f"{job} done", done)

    def stop(self):
        for process in reversed(self.processes):
            process.stop()

    def __exit__(self, *_):
        self.stop()

    def spans(self):
        """Of every process: as OTLP JSON, with the service's name and attributes as a dictionary."""
        spans = []
        for process in self.processes:
            if not process.traces.exists():
                continue
            for line in process.traces.read_text().splitlines():
                for resource in json.loads(line)["resourceSpans"]:
                    service = attributes_of(resource["resource"])["service.name"]
                    for scope in resource["scopeSpans"]:
                        for span in scope["spans"]:
                            span["service"] = service
                            span["attributes"] = attributes_of(span)
                            spans.append(span)
        return spans


def attributes_of(thing):
    return {one["key"]: next(iter(one["value"].values())) for one in thing.get("attributes", [])}


KINDS = {2: "server", 3: "client", 4: "producer", 5: "consumer"}
SHOWN = ("rpc.grpc.status_code", "vmafx.job.id", "vmafx.job.attempt", "vmafx.node", "vmafx.reason",
         "http.response.status_code", "http.route")


def tree_of(spans, root):
    """The trace of the span called `root`, siblings by their start: name, kind, service, what is stable of the attributes."""
    tops = [span for span in spans if span["name"] == root and not span.get("parentSpanId")]
    assert len(tops) == 1, sorted(span["name"] for span in spans)
    by_id = {span["spanId"]: span for span in spans}
    lines = []

    def show(span, depth):
        text = "  " * depth + span["name"]
        if span["kind"] in KINDS:
            text += f" ({KINDS[span['kind']]})"
        text += f" @{span['service']}"
        shown = [f"{key}={span['attributes'][key]}" for key in SHOWN if key in span["attributes"]]
        if shown:
            text += " {" + ", ".join(shown) + "}"
        for link in span.get("links", []):
            linked = by_id.get(link["spanId"])
            text += f" -> {linked['name'] if linked else '(elsewhere)'}"
        if span.get("status", {}).get("code") == 2:
            text += f" !Error({span['status'].get('message', '')})"
        lines.append(text)
        below = [one for one in spans if one.get("parentSpanId") == span["spanId"]]
        for one in sorted(below, key=lambda one: int(one["startTimeUnixNano"])):
            assert one["traceId"] == span["traceId"]
            show(one, depth + 1)

    show(tops[0], 0)
    mine = [span for span in spans if span["traceId"] == tops[0]["traceId"]]
    assert len(mine) == len(lines), "spans of the trace that are not in its tree"
    return "\n".join(lines) + "\n"


def expect(got, expected):
    if got != expected:
        raise AssertionError(f"expected\n{expected}\ngot\n{got}")


ALL = {"OTEL_TRACES_EXPORTER": "file", "OTEL_TRACES_SAMPLER_ARG": "1"}


def one_tree():
    with Platform(ALL) as platform:
        job = platform.submit()
        time.sleep(0.05)  # it waits in the queue: no node is there
        platform.node()
        state = platform.finish(job)
        assert 30 < state["psnr_db"] < 45 and 0.5 < state["ssim"] < 1, state
        platform.stop()
        spans = platform.spans()
    expect(tree_of(spans, "POST /v1/jobs"), """\
POST /v1/jobs (server) @vmafx-server {http.response.status_code=202, http.route=/v1/jobs}
  vmafx.v1.Controller/SubmitJob (client) @vmafx-server {rpc.grpc.status_code=0}
    vmafx.v1.Controller/SubmitJob (server) @vmafx-controller {rpc.grpc.status_code=0}
      Enqueue (producer) @vmafx-controller {vmafx.job.id=job-1}
        Assign (consumer) @vmafx-controller {vmafx.job.id=job-1, vmafx.job.attempt=1, vmafx.node=node-1} -> vmafx.v1.Controller/PullWork
          ScoreJob (consumer) @vmafx-node {vmafx.job.id=job-1, vmafx.job.attempt=1, vmafx.node=node-1} -> Poll
            Decode @vmafx-node
            Score(PSNR) @vmafx-node
            Score(SSIM) @vmafx-node
            vmafx.v1.Controller/ReportResult (client) @vmafx-node {rpc.grpc.status_code=0}
              vmafx.v1.Controller/ReportResult (server) @vmafx-controller {rpc.grpc.status_code=0}
""")
    named = {span["name"]: span for span in spans}
    waited = int(named["Assign"]["attributes"]["vmafx.queue.wait_ms"])
    gap = (int(named["Assign"]["startTimeUnixNano"]) - int(named["Enqueue"]["endTimeUnixNano"])) / 1e6
    assert waited >= 50 and abs(waited - gap) < 1000, (waited, gap)
    assert int(named["ScoreJob"]["attributes"]["vmafx.queue.wait_ms"]) == waited
    polls = [span for span in spans if span["name"] == "Poll"]
    assert polls and all(poll["traceId"] != named["ScoreJob"]["traceId"] for poll in polls)


def a_callers_trace_goes_on():
    trace, parent = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"
    with Platform(ALL) as platform:
        platform.node()
        platform.finish(platform.submit({"traceparent": f"00-{trace}-{parent}-01"}))
        status, body = platform.request("/v1/jobs", {"width": 1})
        assert status == 400 and "height" in body, body
        status, body = platform.request("/v1/jobs", {**JOB, "width": 1})
        assert status == 400 and "width and height of 8" in body, body
        status, _ = platform.request("/v1/jobs/job-99")
        assert status == 404
        platform.stop()
        mine = [span for span in platform.spans() if span["traceId"] == trace]
    assert {span["service"] for span in mine} == {"vmafx-server", "vmafx-controller", "vmafx-node"}
    assert [span["name"] for span in mine if span["parentSpanId"] == parent] == ["POST /v1/jobs"]


def a_node_is_killed_in_mid_job():
    with Platform(ALL, ["--lease-ms", "1500"]) as platform:
        job = platform.submit()
        first = platform.node("--name", "node-1", "--slow-ms", "600000")
        wait_for("node-1 has the job", lambda: first.said("scoring job-1"))
        first.stop(signal.SIGKILL)
        platform.node("--name", "node-2")
        state = platform.finish(job)
        assert state["attempt"] == 2 and state["node"] == "node-2", state
        platform.stop()
        spans = platform.spans()
    expect(tree_of(spans, "POST /v1/jobs"), """\
POST /v1/jobs (server) @vmafx-server {http.response.status_code=202, http.route=/v1/jobs}
  vmafx.v1.Controller/SubmitJob (client) @vmafx-server {rpc.grpc.status_code=0}
    vmafx.v1.Controller/SubmitJob (server) @vmafx-controller {rpc.grpc.status_code=0}
      Enqueue (producer) @vmafx-controller {vmafx.job.id=job-1}
        Assign (consumer) @vmafx-controller {vmafx.job.id=job-1, vmafx.job.attempt=1, vmafx.node=node-1} -> vmafx.v1.Controller/PullWork
        NodeLost @vmafx-controller {vmafx.job.id=job-1, vmafx.job.attempt=1, vmafx.node=node-1, vmafx.reason=node-1 did not report within 1500 ms} !Error(the node was lost in mid-job, and the job is queued again: !result.empty())
        Assign (consumer) @vmafx-controller {vmafx.job.id=job-1, vmafx.job.attempt=2, vmafx.node=node-2} -> vmafx.v1.Controller/PullWork
          ScoreJob (consumer) @vmafx-node {vmafx.job.id=job-1, vmafx.job.attempt=2, vmafx.node=node-2} -> Poll
            Decode @vmafx-node
            Score(PSNR) @vmafx-node
            Score(SSIM) @vmafx-node
            vmafx.v1.Controller/ReportResult (client) @vmafx-node {rpc.grpc.status_code=0}
              vmafx.v1.Controller/ReportResult (server) @vmafx-controller {rpc.grpc.status_code=0}
""")


def without_an_endpoint():
    with Platform({}) as platform:
        platform.node()
        platform.finish(platform.submit())
        platform.stop()
        for process in platform.processes:
            said = [line["msg"] for line in process.lines if "otel:" in line["msg"]]
            assert said == ["otel: no endpoint configured, tracing disabled"], said
            assert process.stderr() == "", process.stderr()
            assert not process.traces.exists()
            assert not any("trace_id" in line for line in process.lines)


def defaults():
    def configuration(name, environment):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="vmafx-"))
        process = Process(name, ["--controller", "127.0.0.1:1"] if name != "vmafx-controller" else
                          ["--listen", "127.0.0.1:0"], {**environment, "SPANSMITH_PRINT_CONFIG": "true"}, folder)
        text = wait_for("the configuration", lambda: "resource service.name" in process.stderr() and process.stderr())
        process.stop(signal.SIGKILL)
        return text

    http = configuration("vmafx-node", {"OTEL_TRACES_EXPORTER": "otlp"})
    for line in ("OTEL_TRACES_SAMPLER: parentbased_traceidratio 0.01",
                 "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: http://localhost:4318/v1/traces", "resource service.name: vmafx-node"):
        assert line in http, http
    grpc = configuration("vmafx-controller", {"OTEL_TRACES_EXPORTER": "otlp", "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc",
                                              "OTEL_TRACES_SAMPLER_ARG": "0.1", "OTEL_SERVICE_NAME": "mine"})
    for line in ("OTEL_TRACES_SAMPLER: parentbased_traceidratio 0.1",
                 "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: http://localhost:4317", "resource service.name: mine"):
        assert line in grpc, grpc


def the_ratio_while_they_run():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="vmafx-"))
    file = folder / "live"

    def say(ratio):
        (folder / "new").write_text(f"OTEL_TRACES_SAMPLER=parentbased_traceidratio\nOTEL_TRACES_SAMPLER_ARG={ratio}\n")
        (folder / "new").rename(file)

    say(0)
    with Platform({"OTEL_TRACES_EXPORTER": "file", "SPANSMITH_CONFIG_FILE": str(file),
                   "OTEL_BSP_SCHEDULE_DELAY": "50"}) as platform:
        platform.node()
        platform.finish(platform.submit())
        assert not any(span["name"] == "POST /v1/jobs" for span in platform.spans())
        say(1)

        def traced():
            platform.finish(platform.submit())
            return any(span["name"] == "POST /v1/jobs" for span in platform.spans())

        wait_for("a job that is traced", traced)


class Receiver(http.server.BaseHTTPRequestHandler):
    got = []

    def do_POST(self):  # noqa: N802, the name is the library's
        Receiver.got.append((self.path, self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def all_three_signals():
    receiver = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=receiver.serve_forever, daemon=True).start()
    with Platform({"OTEL_EXPORTER_OTLP_ENDPOINT": f"http://127.0.0.1:{receiver.server_port}",
                   "OTEL_TRACES_SAMPLER_ARG": "1", "OTEL_METRIC_EXPORT_INTERVAL": "200"}) as platform:
        platform.node()
        platform.finish(platform.submit())
        opened = platform.request("/metrics", headers={"Accept": "application/openmetrics-text; version=1.0.0"})[1]
        plain = platform.request("/metrics")[1]
        wait_for("metrics by the clock", lambda: any(path == "/v1/metrics" for path, _ in Receiver.got))
        platform.stop()
        queued = platform.controller.said("job-1 is queued")
    receiver.shutdown()
    for path in ("/v1/traces", "/v1/logs", "/v1/metrics"):
        for service in (b"vmafx-controller", b"vmafx-node", b"vmafx-server"):
            assert any(where == path and service in body for where, body in Receiver.got), (path, service)

    def sent(path, *words):
        return any(where == path and all(word in body for word in words) for where, body in Receiver.got)

    # The JSON line and the record that was sent are one, and both know the trace.
    assert sent("/v1/logs", b"job-1 is queued", bytes.fromhex(queued["trace_id"]), bytes.fromhex(queued["span_id"]))
    assert sent("/v1/traces", bytes.fromhex(queued["trace_id"]))
    for metric in (b"vmafx.jobs.submitted", b"vmafx.queue.depth", b"vmafx.queue.wait", b"rpc.server.duration"):
        assert sent("/v1/metrics", b"vmafx-controller", metric), metric
    assert sent("/v1/metrics", b"vmafx-node", b"vmafx.score.duration")
    assert "# {trace_id=" in opened and opened.endswith("# EOF\n"), opened
    assert "rpc_client_duration_milliseconds_bucket" in plain and "trace_id" not in plain, plain


TESTS = [one_tree, a_callers_trace_goes_on, a_node_is_killed_in_mid_job, without_an_endpoint, defaults,
         the_ratio_while_they_run, all_three_signals]

failed = 0
for test in TESTS:
    if len(sys.argv) > 2 and test.__name__ not in sys.argv[2:]:
        continue
    begin = time.monotonic()
    try:
        test()
        print(f"ok   {test.__name__} ({time.monotonic() - begin:.1f} s)", flush=True)
    except Exception as error:  # each test is told of
        failed += 1
        print(f"FAIL {test.__name__}: {type(error).__name__}: {error}", flush=True)
sys.exit(1 if failed else 0)
