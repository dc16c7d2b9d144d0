// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The span of one call: begun and ended by whatever thread gRPC calls us on, and recorded when it ends; and its
// duration as a metric, whether or not the span is sampled. What is called after the end does nothing. Any thread.
#ifndef SPANSMITH_INTEGRATIONS_GRPC_RPC_SPAN_H_
#define SPANSMITH_INTEGRATIONS_GRPC_RPC_SPAN_H_

#include <spansmith/propagation.h>
#include <spansmith/span_data.h>

#include <chrono>
#include <mutex>
#include <optional>
#include <string_view>

#include "methods.h"
#include "names.h"
#include "record/whole_span.h"

namespace spansmith::rpc {

class RpcSpan {
 public:
  // Begins it now. `path`: "/package.Service/Method"; `server`: server.address, which lives until the end; `peer`: as
  // End's.
  RpcSpan(SpanKind kind, std::string_view path, const Context& parent, const Address& server, Address peer = {});
  RpcSpan(const RpcSpan&) = delete;
  RpcSpan& operator=(const RpcSpan&) = delete;

  // What is propagated, and the parent of what happens within. Where no spans are recorded: the parent's.
  const Context& context() const { return begun_.context; }
  bool recording() const { return begun_.recording; }
  std::chrono::nanoseconds Age() const { return std::chrono::steady_clock::now() - started_; }

  // `code`: of gRPC; `message`: its words. `peer`: network.peer.address, if it is not known from the beginning.
  void End(int code, std::string_view message, Address peer = {}) noexcept;

 private:
  void Begin(injected::Site* site);
  void Write(int code, std::string_view message, std::chrono::nanoseconds took) const;

  std::optional<KnownMethod> own_method_;  // of which there are too many
  const KnownMethod* method_;
  const Context parent_;
  const Address& server_;
  Address peer_;
  record::Begun begun_;
  const std::chrono::steady_clock::time_point started_;
  std::mutex mutex_;
  bool open_ = true;
};

}  // namespace spansmith::rpc

#endif  // SPANSMITH_INTEGRATIONS_GRPC_RPC_SPAN_H_
