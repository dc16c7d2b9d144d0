// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See methods.h.
#include "methods.h"

#include <spansmith/metrics.h>

#include <functional>

#include "drain/utf8.h"
#include "names.h"

namespace spansmith::rpc {
namespace {

using metrics::Instrument;
using metrics::Instruments;

Instrument& DurationsOf(SpanKind kind) {
  const auto make = [](const char* name, const char* description) {
    return Instruments::Get().Make(metrics::Kind::kHistogram, name, {"ms", description, "grpc"},
                                   Histogram::DefaultBounds());
  };
  static Instrument* const client = make("rpc.client.duration", "Duration of outgoing calls.");
  static Instrument* const server = make("rpc.server.duration", "Duration of calls that were taken.");
  return kind == SpanKind::kServer ? *server : *client;
}

std::string_view WithoutSlash(std::string_view path) {
  if (!path.empty() && path.front() == '/') path.remove_prefix(1);
  return path;
}

}  // namespace

KnownMethod::KnownMethod(SpanKind its_kind, std::string_view its_path)
    : kind(its_kind),
      path(its_path),
      name(drain::ValidUtf8(WithoutSlash(its_path))),
      service(drain::ValidUtf8(MethodOf(its_path).service)),
      method(drain::ValidUtf8(MethodOf(its_path).name)) {}

Attributes KnownMethod::AttributesOf(int code) const {
  return {{"rpc.system", std::string("grpc")},
          {"rpc.service", service},
          {"rpc.method", method},
          {"rpc.grpc.status_code", std::int64_t{code}}};
}

void KnownMethod::RecordDuration(int code, double milliseconds, const Context& context) const {
  Instrument& durations = DurationsOf(kind);
  if (code < 0 || static_cast<std::size_t>(code) >= kCodes) {  // none of gRPC's own
    const ContextScope of_exemplar(context);
    durations.Record(milliseconds, AttributesOf(code));
    return;
  }
  std::atomic<Instrument::Bound>& cached = durations_[static_cast<std::size_t>(code)];
  Instrument::Bound bound = cached.load(std::memory_order_acquire);
  if (bound == nullptr) {
    bound = durations.Bind(AttributesOf(code));  // the same for all who come at once
    cached.store(bound, std::memory_order_release);
  }
  durations.Record(milliseconds, bound, context);
}

Methods& Methods::Get() {
  static auto* const methods = new Methods;  // for ever: calls may end during static destruction
  return *methods;
}

const KnownMethod* Methods::Find(SpanKind kind, std::string_view path) {
  std::atomic<Node*>& head =
      heads_[(std::hash<std::string_view>()(path) + static_cast<std::size_t>(kind)) % heads_.size()];
  Node* first = head.load(std::memory_order_acquire);
  for (const Node* node = first; node != nullptr; node = node->next) {
    if (node->known.kind == kind && node->known.path == path) return &node->known;
  }
  if (path.size() > kMostBytes) return nullptr;
  if (count_.fetch_add(1, std::memory_order_relaxed) >= kMost) {
    count_.fetch_sub(1, std::memory_order_relaxed);
    return nullptr;
  }
  // Two threads that come with a new method at once may both put it in: the newer is found from then on, and both count
  // in the same place.
  auto* const node = new Node{{kind, path}, first};
  while (!head.compare_exchange_weak(node->next, node, std::memory_order_acq_rel)) {
  }
  return &node->known;
}

}  // namespace spansmith::rpc
