// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See own_process.h.
#include "lifecycle/testing/own_process.h"

#include <opentelemetry/proto/collector/trace/v1/trace_service.pb.h>

namespace spansmith {

std::size_t CountSpans(const transport::TestHttpServer& server, std::set<std::int64_t>* pids) {
  std::size_t count = 0;
  for (const auto& received : server.Requests()) {
    opentelemetry::proto::collector::trace::v1::ExportTraceServiceRequest request;
    if (!request.ParseFromString(received.body)) return 0;
    for (const auto& attribute : request.resource_spans(0).resource().attributes()) {
      if (pids != nullptr && attribute.key() == "process.pid") pids->insert(attribute.value().int_value());
    }
    for (const auto& scope : request.resource_spans(0).scope_spans())
      count += static_cast<std::size_t>(scope.spans_size());
  }
  return count;
}

}  // namespace spansmith
