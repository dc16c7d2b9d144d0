// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which call of a server has which span, by its server context, while both live. Any thread.
#ifndef SPANSMITH_INTEGRATIONS_GRPC_SERVER_SPANS_H_
#define SPANSMITH_INTEGRATIONS_GRPC_SERVER_SPANS_H_

#include <spansmith/propagation.h>

#include <array>
#include <cstdint>
#include <mutex>
#include <unordered_map>

namespace spansmith::rpc {

class ServerSpans {
 public:
  static ServerSpans& Get();

  void Add(const void* server_context, const void* owner, const Context& span);
  // Nothing if it is another owner's by now: the address is used again.
  void Remove(const void* server_context, const void* owner);
  Context Find(const void* server_context);

 private:
  struct Entry {
    const void* owner;
    Context span;
  };
  struct Shard {
    std::mutex mutex;
    std::unordered_map<const void*, Entry> spans;
  };
  Shard& ShardOf(const void* server_context) {
    return shards_[reinterpret_cast<std::uintptr_t>(server_context) / 256 % shards_.size()];
  }

  std::array<Shard, 16> shards_;
};

}  // namespace spansmith::rpc

#endif  // SPANSMITH_INTEGRATIONS_GRPC_SERVER_SPANS_H_
