#!/usr/bin/env python3
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# demo.py <folder of the programs> <folder>: starts the platform, submits a job, shows its trace; kills a node in mid-job and
# shows that one's. What the programs write is in <folder>, which is made anew. With OTEL_EXPORTER_OTLP_ENDPOINT set, the same
# spans go there as well.
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time
import urllib.request

programs = pathlib.Path(sys.argv[1])
folder = pathlib.Path(sys.argv[2])
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)
environment = dict(os.environ, OTEL_TRACES_SAMPLER_ARG="1",
                   OTEL_TRACES_EXPORTER="file,otlp" if os.environ.get("OTEL_EXPORTER_OTLP_ENDPOINT") else "file")
started = []


def start(name, *arguments):
    """The process, its files, and the port that it says it listens on."""
    number = len(started)
    log = folder / f"{name}-{number}.log"
    process = subprocess.Popen([programs / name, *arguments], stdout=log.open("w"),
                               env={**environment, "SPANSMITH_TRACES_FILE": str(folder / f"{name}-{number}.jsonl")})
    started.append(process)
    return process, log


def wait_for(log, text):
    for _ in range(3000):
        for line in log.read_text().splitlines():
            if text in line:
                return json.loads(line)["msg"]
        time.sleep(0.01)
    sys.exit(f"demo: '{text}' was not said within 30 s in {log}")


def ask(path, body=None):
    request = urllib.request.Request(url + path, None if body is None else json.dumps(body).encode())
    return json.loads(urllib.request.urlopen(request, timeout=30).read())


def finish(job):
    for _ in range(3000):
        state = ask(f"/v1/jobs/{job}")
        if state["state"] == "done":
            return state
        time.sleep(0.01)
    sys.exit(f"demo: {job} was not done within 30 s")


def attributes_of(thing):
    return {one["key"]: next(iter(one["value"].values())) for one in thing.get("attributes", [])}


def show(job):
    spans = []
    for file in folder.glob("*.jsonl"):
        for line in file.read_text().splitlines():
            for resource in json.loads(line)["resourceSpans"]:
                for scope in resource["scopeSpans"]:
                    for span in scope["spans"]:
                        span["service"] = attributes_of(resource["resource"])["service.name"]
                        span["values"] = attributes_of(span)
                        spans.append(span)
    names = {span["spanId"]: span["name"] for span in spans}
    trace = next(span["traceId"] for span in spans if span["name"] == "Enqueue" and span["values"].get("vmafx.job.id") == job)
    mine = [span for span in spans if span["traceId"] == trace]
    begin = min(int(span["startTimeUnixNano"]) for span in mine)

    def draw(span, depth):
        at = (int(span["startTimeUnixNano"]) - begin) / 1e6
        took = (int(span["endTimeUnixNano"]) - int(span["startTimeUnixNano"])) / 1e6
        shown = [f"{key}={value}" for key, value in span["values"].items() if key.startswith(("vmafx.", "http.", "error"))]
        links = "".join(f"  -> {names.get(link['spanId'], 'elsewhere')}" for link in span.get("links", []))
        failed = f"  Error: {span['status'].get('message', '')}" if span.get("status", {}).get("code") == 2 else ""
        print(f"{at:8.1f} ms {'  ' * depth}{span['name']} @{span['service']} [{took:.1f} ms] {' '.join(shown)}{links}{failed}")
        for one in sorted(mine, key=lambda one: int(one["startTimeUnixNano"])):
            if one.get("parentSpanId") == span["spanId"]:
                draw(one, depth + 1)

    print(f"Trace {trace}")
    draw(next(span for span in mine if span.get("parentSpanId", "") not in {one["spanId"] for one in mine}), 0)


try:
    job = {"width": 320, "height": 180, "frames": 10, "noise": 6}
    _, log = start("vmafx-controller", "--listen", "127.0.0.1:0", "--lease-ms", "2000")
    controller = "127.0.0.1:" + wait_for(log, "listening on port ").rsplit(" ", 1)[1]
    _, log = start("vmafx-server", "--controller", controller, "--port", "0")
    url = "http://127.0.0.1:" + wait_for(log, "listening on port ").rsplit(" ", 1)[1]
    print(f"== vmafx-controller on {controller}, vmafx-server on {url}, no node yet")
    good = ask("/v1/jobs", job)["id"]
    print(f"== {good} waits in the queue; a node comes")
    time.sleep(0.3)
    node, log = start("vmafx-node", "--controller", controller, "--name", "node-1")
    state = finish(good)
    print(f"== {good} is done by {state['node']}: PSNR {state['psnr_db']:.2f} dB, SSIM {state['ssim']:.4f}")
    node.send_signal(signal.SIGTERM)
    node.wait()
    node, log = start("vmafx-node", "--controller", controller, "--name", "node-2", "--slow-ms", "600000")
    lost = ask("/v1/jobs", job)["id"]
    wait_for(log, f"scoring {lost}")
    node.kill()
    print(f"== node-2 has {lost} and is killed; node-3 comes")
    start("vmafx-node", "--controller", controller, "--name", "node-3")
    state = finish(lost)
    print(f"== {lost} is done by {state['node']}, attempt {state['attempt']}")
finally:
    for process in started:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
    for process in started:
        process.wait()
for one in (good, lost):
    print()
    show(one)
print(f"\nAll of it: {folder} (traces as OTLP JSON, logs as JSON)")
