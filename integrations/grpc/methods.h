// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What is known of a method from its first call on: how a span tells it, and where its calls' durations are counted
// (OpenTelemetry semantic conventions, rpc/rpc-metrics.md). Found by its path without a lock; kept for ever, so no more
// than some thousand: what a peer names beyond that is worked out at each call. Any thread.
#ifndef SPANSMITH_INTEGRATIONS_GRPC_METHODS_H_
#define SPANSMITH_INTEGRATIONS_GRPC_METHODS_H_

#include <spansmith/propagation.h>
#include <spansmith/span_data.h>

#include <array>
#include <atomic>
#include <cstddef>
#include <string>
#include <string_view>

#include "metrics/instruments.h"

namespace spansmith::rpc {

struct KnownMethod {
  static constexpr std::size_t kCodes = 17;  // gRPC's status codes

  KnownMethod(SpanKind kind, std::string_view path);

  // Of a call that ended with `code`; `context`: its span's.
  void RecordDuration(int code, double milliseconds, const Context& context) const;

  const SpanKind kind;
  const std::string path;
  // Valid UTF-8.
  const std::string name;     // "vmafx.v1.Controller/SubmitJob"
  const std::string service;  // "vmafx.v1.Controller"; "": none
  const std::string method;   // "SubmitJob"

 private:
  Attributes AttributesOf(int code) const;

  mutable std::array<std::atomic<metrics::Instrument::Bound>, kCodes> durations_{};  // null: none yet
};

// A client's method and a server's are two.
class Methods {
 public:
  static constexpr std::size_t kMost = 2'048;
  static constexpr std::size_t kMostBytes = 256;  // of a path

  static Methods& Get();
  // Null: there are too many, or it is too long: a generic service takes what peers think of.
  const KnownMethod* Find(SpanKind kind, std::string_view path);

 private:
  struct Node {
    KnownMethod known;
    Node* next;
  };
  // Insertion only, at the head of a list: readers need no lock.
  std::array<std::atomic<Node*>, 256> heads_{};
  std::atomic<std::size_t> count_{0};
};

}  // namespace spansmith::rpc

#endif  // SPANSMITH_INTEGRATIONS_GRPC_METHODS_H_
