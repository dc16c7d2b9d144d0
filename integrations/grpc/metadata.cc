// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See metadata.h.
#include "metadata.h"

namespace spansmith::rpc {
namespace {

void Set(std::multimap<std::string, std::string>& metadata, const char* key, std::string value) {
  metadata.erase(key);
  if (!value.empty()) metadata.emplace(key, std::move(value));
}

}  // namespace

void Inject(const Context& context, std::multimap<std::string, std::string>& metadata) {
  if (context.span_id == 0) return;
  Set(metadata, "traceparent", TraceparentOf(context));
  Set(metadata, "tracestate", TracestateOf(context));
}

Context Extract(const std::multimap<::grpc::string_ref, ::grpc::string_ref>& metadata) {
  const auto [first, end] = metadata.equal_range("traceparent");
  if (first == end || std::next(first) != end) return {};
  std::string tracestate;  // several are one list (W3C Trace Context, 3.3)
  const auto [begin_state, end_state] = metadata.equal_range("tracestate");
  for (auto it = begin_state; it != end_state; ++it) {
    if (!tracestate.empty()) tracestate += ',';
    tracestate.append(it->second.data(), it->second.size());
  }
  return ContextOf({first->second.data(), first->second.size()}, tracestate);
}

}  // namespace spansmith::rpc
