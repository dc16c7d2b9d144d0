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
#include <string>
#include <string_view>

namespace spansmith::rpc {

class RpcSpan {
 public:
  // Begins it now. `path`: "/package.Service/Method"; `attributes` beside those of the method.
  RpcSpan(SpanKind kind, std::string_view path, const Context& parent, Attributes attributes);
  RpcSpan(const RpcSpan&) = delete;
  RpcSpan& operator=(const RpcSpan&) = delete;

  // What is propagated, and the parent of what happens within. Where no spans are recorded: the parent's.
  const Context& context() const { return context_; }

  // `code`: of gRPC; `message`: its words. `attributes` as they are known now.
  void End(int code, std::string_view message, Attributes attributes = {}) noexcept;

 private:
  void RecordDuration(int code);

  const SpanKind kind_;
  const std::string path_;
  Context context_;
  std::chrono::steady_clock::time_point started_;
  std::mutex mutex_;
  bool open_ = true;
  bool recording_ = false;
  SpanData span_;
};

}  // namespace spansmith::rpc

#endif  // SPANSMITH_INTEGRATIONS_GRPC_RPC_SPAN_H_
