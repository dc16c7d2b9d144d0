// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See otlp_exporter.h.
#include "export/otlp/otlp_exporter.h"

#include <algorithm>

#include "export/otlp/encoder.h"
#include "notice/notice.h"

namespace spansmith::exporter {
namespace {

// opentelemetry/proto/collector/trace/v1/trace_service.proto
constexpr char kGrpcMethod[] = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";

}  // namespace

OtlpExporter::OtlpExporter(config::OtlpConfig config, const Attributes& resource)
    : config_(std::move(config)), encoder_(resource) {}

Outcome OtlpExporter::Export(const drain::Batch& batch, const transport::Patience& patience) {
  const auto deadline = std::chrono::steady_clock::now() + config_.timeout;
  transport::Patience attempt = patience;
  attempt.remaining = [&] {
    const auto own = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    return std::min(own, patience.remaining());
  };
  const std::string_view request = encoder_.Encode(batch);
  if (config_.protocol == config::OtlpProtocol::kGrpc) {
    const transport::GrpcResponse response = grpc_.Call(config_.url, kGrpcMethod, config_.headers, request, attempt);
    return response.ok ? Taken(response.message, batch.size()) : Outcome::Lost(response.error);
  }
  transport::Headers headers = config_.headers;
  headers.emplace_back("Content-Type", "application/x-protobuf");
  const transport::HttpResponse response = http_.Post(config_.url, headers, request, attempt);
  if (response.status == 0) return Outcome::Retry(response.error);
  if (response.status < 200 || response.status > 299) {
    return Outcome::Lost("it answered HTTP status " + std::to_string(response.status));
  }
  return Taken(response.body, batch.size());
}

Outcome OtlpExporter::Taken(const std::string& response, std::size_t spans) const {
  const PartialSuccess partial = DecodePartialSuccess(response);
  const auto rejected = std::clamp<std::int64_t>(partial.rejected_spans, 0, static_cast<std::int64_t>(spans));
  return Outcome::Delivered(static_cast<std::size_t>(rejected), partial.message);
}

std::string OtlpExporter::Destination() const { return notice::MaskUrl(config_.url); }

}  // namespace spansmith::exporter
