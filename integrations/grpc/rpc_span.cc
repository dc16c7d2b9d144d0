// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See rpc_span.h.
#include "rpc_span.h"

#include <grpcpp/version_info.h>
#include <spansmith/metrics.h>

#include <algorithm>
#include <exception>
#include <utility>

#include "drain/utf8.h"
#include "names.h"
#include "record/thread_state.h"
#include "record/watch.h"
#include "record/whole_span.h"

namespace spansmith::rpc {
namespace {

using injected::Site;

// Records point to them for ever.
constinit Site client_site = Site("").Scope("grpc", GRPC_CPP_VERSION_STRING).Kind(SpanKind::kClient);
constinit Site server_site = Site("").Scope("grpc", GRPC_CPP_VERSION_STRING).Kind(SpanKind::kServer);

Site* SiteOf(SpanKind kind) { return kind == SpanKind::kServer ? &server_site : &client_site; }

}  // namespace

RpcSpan::RpcSpan(SpanKind kind, std::string_view path, const Context& parent, Attributes attributes)
    : kind_(kind), path_(path), context_(parent), started_(std::chrono::steady_clock::now()) {
  Site* const site = SiteOf(kind);
  if (!record::WantsWhole(site)) return;
  record::ThreadState& thread = record::thread_state;
  const bool root = parent.span_id == 0;
  const Method method = MethodOf(path);
  span_.name = drain::ValidUtf8(path.substr(!path.empty() && path.front() == '/' ? 1 : 0));
  span_.attributes.push_back({"rpc.system", std::string("grpc")});
  if (!method.service.empty()) span_.attributes.push_back({"rpc.service", drain::ValidUtf8(method.service)});
  span_.attributes.push_back({"rpc.method", drain::ValidUtf8(method.name)});
  for (Attribute& attribute : attributes) span_.attributes.push_back(std::move(attribute));

  SamplingRequest request;
  request.parent = parent;
  request.parent_is_remote = (parent.flags & Context::kRemote) != 0;
  request.trace_id = root ? record::NewTraceId(thread) : TraceId{parent.trace_id_high, parent.trace_id_low};
  request.name = span_.name;
  request.kind = kind;
  request.site = site;
  request.attributes = &span_.attributes;
  SamplingResult decided = record::Decide(thread, request);
  const unsigned kept = root ? Context::kRandom : parent.flags & (Context::kRandom | Context::kDebug);
  context_ = {request.trace_id.high,     request.trace_id.low,
              record::NewSpanId(thread), kept | (decided.sampled ? Context::kSampled : 0u),
              decided.trace_state,       parent.baggage};
  if (!decided.sampled) {
    record::CountSampledOut();
    return;
  }
  for (Attribute& attribute : decided.attributes) span_.attributes.push_back(std::move(attribute));
  span_.trace_id = request.trace_id;
  span_.span_id = {context_.span_id};
  span_.parent_span_id = {parent.span_id};
  span_.parent_is_remote = request.parent_is_remote;
  span_.trace_flags = context_.flags;
  span_.start_unix_nano = record::WatchedUnixNanos();
  recording_ = true;
}

// Conventions, rpc/rpc-metrics.md.
void RpcSpan::RecordDuration(int code) {
  static const Histogram client("rpc.client.duration", {"ms", "Duration of outgoing calls.", "grpc"});
  static const Histogram server("rpc.server.duration", {"ms", "Duration of calls that were taken.", "grpc"});
  const Method method = MethodOf(path_);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - started_;
  const ContextScope scope(context_);  // of the exemplar
  (kind_ == SpanKind::kServer ? server : client)
      .Record(took.count(), {{"rpc.system", std::string("grpc")},
                             {"rpc.service", std::string(method.service)},
                             {"rpc.method", std::string(method.name)},
                             {"rpc.grpc.status_code", std::int64_t{code}}});
}

void RpcSpan::End(int code, std::string_view message, Attributes attributes) noexcept try {
  const std::lock_guard lock(mutex_);
  if (!open_) return;
  open_ = false;
  RecordDuration(code);
  if (!recording_) return;
  for (Attribute& attribute : attributes) span_.attributes.push_back(std::move(attribute));
  span_.attributes.push_back({"rpc.grpc.status_code", std::int64_t{code}});
  if (IsError(kind_, code)) {
    span_.attributes.push_back({"error.type", NameOfCode(code)});
    span_.status = {StatusCode::kError, message.empty() ? NameOfCode(code) : drain::ValidUtf8(message)};
  }
  if (record::watch.time.load() != nullptr) {
    span_.end_unix_nano = std::max(record::WatchedUnixNanos(), span_.start_unix_nano);
  } else {
    const auto took = std::chrono::steady_clock::now() - started_;
    span_.end_unix_nano = span_.start_unix_nano + static_cast<std::uint64_t>(took.count());
  }
  record::WriteWhole(SiteOf(kind_), span_, context_.trace_state);
  span_ = {};
} catch (const std::exception&) {
  // No memory for its attributes: it is not recorded, as any span for which there is none.
}

}  // namespace spansmith::rpc
