// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Any requests to the embedded API server, without HTTP. The input is requests apart by lines of "%%"; each has a line
// "METHOD /path?name=value&...", a line with its Content-Type (or none), and its body. What must hold: an answer
// always, with a status, an Audit-Id, a body that is JSON, and a store that can still be listed.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "samples/kube/apiserver/controllers/definition_controller.h"
#include "samples/kube/apiserver/controllers/garbage_collector.h"
#include "samples/kube/apiserver/controllers/namespace_controller.h"
#include "samples/kube/apiserver/rest/service.h"
#include "samples/kube/apiserver/storage/store.h"

namespace kube::apiserver {
namespace {

constexpr const char* kDefinition = R"({
  "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition", "metadata": {"name": "etcds.multigres.io"},
  "spec": {"group": "multigres.io", "scope": "Namespaced", "names": {"plural": "etcds", "singular": "etcd", "kind": "Etcd"},
    "versions": [{"name": "v1alpha1", "served": true, "storage": true, "subresources": {"status": {}}, "schema": {
      "openAPIV3Schema": {"type": "object", "properties": {
        "spec": {"type": "object", "required": ["replicas"], "properties": {
          "replicas": {"type": "integer", "format": "int32", "minimum": 0, "maximum": 7}, "image": {"type": "string"}}},
        "status": {"type": "object", "properties": {"conditions": {"type": "array", "x-kubernetes-list-type": "map",
          "x-kubernetes-list-map-keys": ["type"], "items": {"type": "object", "required": ["type"], "properties": {
            "type": {"type": "string"}, "status": {"type": "string", "enum": ["True", "False"]}}}}}}}}}}]}})";

std::string Decoded(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      out += static_cast<char>(std::strtol(text.substr(i + 1, 2).c_str(), nullptr, 16));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string Cut(std::string& text, const std::string& mark) {
  const std::size_t end = text.find(mark);
  std::string first = text.substr(0, end);
  text.erase(0, end == std::string::npos ? end : end + mark.size());
  return first;
}

Request ReadRequest(std::string text) {
  Request out;
  std::string line = Cut(text, "\n");
  out.method = Cut(line, " ");
  out.path = Decoded(Cut(line, "?"));
  while (!line.empty()) {
    std::string pair = Cut(line, "&");
    const std::string name = Decoded(Cut(pair, "="));
    out.query.emplace(name, Decoded(pair));
  }
  out.content_type = Cut(text, "\n");
  out.accept = "application/json";
  out.body = std::move(text);
  return out;
}

void Require(bool holds, const char* what, const Request& request) {
  if (holds) return;
  std::fprintf(stderr, "%s: %s %s\n", what, request.method.c_str(), request.path.c_str());
  std::abort();
}

// A server whose controllers run after each request, on this thread.
class Server {
 public:
  void Take(const Request& request) {
    const Answer answer = service_.Serve(request);
    Require(answer.status >= 100 && answer.status < 600, "no status", request);
    bool audited = false;
    for (const auto& [name, value] : answer.headers) audited = audited || name == "Audit-Id";
    Require(audited, "no Audit-Id", request);
    if (answer.stream == nullptr && answer.content_type == "application/json") {
      Require(Json::accept(answer.body), "an answer that is no JSON", request);
    }
    Settle();
  }

 private:
  void Settle() {
    for (int rounds = 0; rounds < 20;
         ++rounds) {  // two controllers that never agree would be found by the time it takes
      const Store::Changes changes = store_.After(revision_, std::chrono::milliseconds(0));
      if (changes.changes.empty()) return;
      for (const Change& change : changes.changes) {
        garbage_.Learn(change);
        revision_ = change.revision;
      }
      for (const Change& change : changes.changes) {
        try {
          definitions_.Handle(change);
          garbage_.Handle(change);
          namespaces_.Handle(change);
        } catch (const std::exception&) {  // as Controllers does: a conflict
        }
      }
    }
  }

  Store store_;
  Registry registry_;
  Writer writer_{store_, registry_};
  Faults faults_;
  Service service_{store_, registry_, writer_, faults_, {}};
  DefinitionController definitions_{store_, registry_, writer_};
  GarbageCollector garbage_{store_, registry_, writer_};
  NamespaceController namespaces_{store_, registry_, writer_};
  std::uint64_t revision_ = 0;
};

void Run(std::string text) {
  Server server;
  server.Take(
      ReadRequest("POST /api/v1/namespaces\napplication/json\n"
                  R"({"kind": "Namespace", "apiVersion": "v1", "metadata": {"name": "default"}})"));
  server.Take(ReadRequest("POST /apis/apiextensions.k8s.io/v1/customresourcedefinitions\napplication/json\n" +
                          std::string(kDefinition)));
  for (int requests = 0; requests < 12 && !text.empty(); ++requests) {
    const Request request = ReadRequest(Cut(text, "\n%%\n"));
    if (QueryFlag(request.query, "watch")) continue;  // its lines wait for changes
    server.Take(request);
  }
  for (const char* path : {"/api/v1/configmaps", "/apis/multigres.io/v1alpha1/etcds", "/api/v1/namespaces"}) {
    server.Take(ReadRequest("GET " + std::string(path) + "\n\n"));
  }
}

}  // namespace
}  // namespace kube::apiserver

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  kube::apiserver::Run(std::string(reinterpret_cast<const char*>(data), size));
  return 0;
}
