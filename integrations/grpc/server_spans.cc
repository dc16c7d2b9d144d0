// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See server_spans.h.
#include "server_spans.h"

namespace spansmith::rpc {

ServerSpans& ServerSpans::Get() {
  static auto* const spans = new ServerSpans;  // for ever: calls may end during static destruction
  return *spans;
}

void ServerSpans::Add(const void* server_context, const void* owner, const Context& span) {
  Shard& shard = ShardOf(server_context);
  const std::lock_guard lock(shard.mutex);
  shard.spans[server_context] = {owner, span};
}

void ServerSpans::Remove(const void* server_context, const void* owner) {
  Shard& shard = ShardOf(server_context);
  const std::lock_guard lock(shard.mutex);
  const auto found = shard.spans.find(server_context);
  if (found != shard.spans.end() && found->second.owner == owner) shard.spans.erase(found);
}

Context ServerSpans::Find(const void* server_context) {
  Shard& shard = ShardOf(server_context);
  const std::lock_guard lock(shard.mutex);
  const auto found = shard.spans.find(server_context);
  return found == shard.spans.end() ? Context{} : found->second.span;
}

}  // namespace spansmith::rpc
