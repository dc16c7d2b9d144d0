// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See rpc_span.h. Of a call that is recorded nothing is allocated here: what does not change from call to call is the
// method's, the rest goes into the record as it is.
#include "rpc_span.h"

#include <grpcpp/version_info.h>

#include <algorithm>
#include <exception>
#include <string>
#include <utility>

#include "drain/utf8.h"
#include "record/entries.h"
#include "record/watch.h"
#include "record/whole_span.h"

namespace spansmith::rpc {
namespace {

using injected::Frame;
using injected::Site;

// Records point to them for ever.
constinit Site client_site = Site("").Scope("grpc", GRPC_CPP_VERSION_STRING).Kind(SpanKind::kClient);
constinit Site server_site = Site("").Scope("grpc", GRPC_CPP_VERSION_STRING).Kind(SpanKind::kServer);

Site* SiteOf(SpanKind kind) { return kind == SpanKind::kServer ? &server_site : &client_site; }

void Add(Frame* frame, const char* key, std::string_view text) {
  injected::AddString(frame, key, text.data(), text.size());
}

void Add(Frame* frame, const char* host_key, const char* port_key, const Address& address) {
  if (address.host.empty()) return;
  Add(frame, host_key, address.host);
  if (address.port > 0) injected::AddInt64(frame, port_key, address.port);
}

}  // namespace

RpcSpan::RpcSpan(SpanKind kind, std::string_view path, const Context& parent, const Address& server, Address peer)
    : method_(Methods::Get().Find(kind, path)),
      parent_(parent),
      server_(server),
      peer_(std::move(peer)),
      started_(std::chrono::steady_clock::now()) {
  begun_.context = parent;
  if (method_ == nullptr) method_ = &own_method_.emplace(kind, path);
  if (record::WantsWhole(SiteOf(kind))) Begin(SiteOf(kind));
}

void RpcSpan::Begin(Site* site) {
  Attributes known;
  if (record::HasSampler()) {  // nobody else asks for them
    known.push_back({"rpc.system", std::string("grpc")});
    if (!method_->service.empty()) known.push_back({"rpc.service", method_->service});
    known.push_back({"rpc.method", method_->method});
    AddAddress(known, "server.address", "server.port", server_);
    AddAddress(known, "network.peer.address", "network.peer.port", peer_);
  }
  begun_ = record::BeginDetached(site, method_->name, parent_, known);
}

void RpcSpan::End(int code, std::string_view message, Address peer) noexcept try {
  const std::lock_guard lock(mutex_);
  if (!open_) return;
  open_ = false;
  if (peer_.host.empty()) peer_ = std::move(peer);
  const std::chrono::nanoseconds took = Age();
  method_->RecordDuration(code, std::chrono::duration<double, std::milli>(took).count(), context());
  if (recording()) Write(code, message, took);
} catch (const std::exception&) {
  // No memory: it is not recorded, as any span for which there is none.
}

void RpcSpan::Write(int code, std::string_view message, std::chrono::nanoseconds took) const {
  Site* const site = SiteOf(method_->kind);
  if (!record::WantsWhole(site)) return;
  const bool watched = record::watch.time.load() != nullptr;
  const std::uint64_t end = watched ? std::max(record::WatchedUnixNanos(), begun_.start_unix_nano)
                                    : begun_.start_unix_nano + static_cast<std::uint64_t>(took.count());
  const bool error = IsError(method_->kind, code);
  std::string words;  // no allocation where they are ASCII, or none
  if (error && !drain::IsAscii(message)) message = words = drain::ValidUtf8(message);
  Frame frame{};
  record::BeginWhole(site, begun_.context, parent_, begun_.start_unix_nano, &frame);
  injected::SetName(&frame, method_->name.data(), method_->name.size());
  if (error) record::AddStatus(&frame, StatusCode::kError, message.empty() ? NameOfCode(code) : message);
  Add(&frame, "rpc.system", "grpc");
  if (!method_->service.empty()) Add(&frame, "rpc.service", method_->service);
  Add(&frame, "rpc.method", method_->method);
  Add(&frame, "server.address", "server.port", server_);
  for (const Attribute& attribute : begun_.of_sampler) record::AddAttribute(&frame, attribute);
  Add(&frame, "network.peer.address", "network.peer.port", peer_);
  injected::AddInt64(&frame, "rpc.grpc.status_code", code);
  if (error) Add(&frame, "error.type", NameOfCode(code));
  record::EndWhole(&frame, end);
}

}  // namespace spansmith::rpc
