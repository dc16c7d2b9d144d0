// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What an answer, or none, means for a batch: the OTLP specification's own lists of what may be tried again
// (opentelemetry-proto, docs/specification.md: "Failures" of OTLP/gRPC and OTLP/HTTP, "Retryable Response Codes",
// "OTLP/gRPC Throttling", "OTLP/HTTP Throttling"). A receiver's words are made readable, and safe to print. Pure.
#ifndef SPANSMITH_EXPORT_OTLP_CLASSIFY_H_
#define SPANSMITH_EXPORT_OTLP_CLASSIFY_H_

#include <chrono>
#include <cstddef>

#include "export/exporter.h"
#include "export/otlp/secrets.h"
#include "transport/grpc.h"
#include "transport/http.h"

namespace spansmith::exporter {

// A status of 2xx is the receiver's word that it took the batch of `spans`, even where the body after it is cut off.
Outcome Classify(const transport::HttpResponse& response, std::size_t spans, const Secrets& secrets,
                 std::chrono::system_clock::time_point now);

Outcome Classify(const transport::GrpcResponse& response, std::size_t spans, const Secrets& secrets);

}  // namespace spansmith::exporter

#endif  // SPANSMITH_EXPORT_OTLP_CLASSIFY_H_
