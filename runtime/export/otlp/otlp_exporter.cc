// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See otlp_exporter.h.
#include "export/otlp/otlp_exporter.h"

#include <algorithm>

#include "export/otlp/encoder.h"
#include "notice/notice.h"

namespace spansmith::exporter {

OtlpExporter::OtlpExporter(config::OtlpConfig config, Attributes resource)
    : config_(std::move(config)), resource_(std::move(resource)) {}

Outcome OtlpExporter::Export(std::span<const SpanData> batch, const transport::Patience& patience) {
  const auto deadline = std::chrono::steady_clock::now() + config_.timeout;
  transport::Patience attempt = patience;
  attempt.remaining = [&] {
    const auto own = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    return std::min(own, patience.remaining());
  };
  transport::Headers headers = config_.headers;
  headers.emplace_back("Content-Type", "application/x-protobuf");
  const transport::HttpResponse response = client_.Post(config_.url, headers, EncodeTraces(batch, resource_), attempt);
  if (response.status == 0) return {false, 0, response.error};
  if (response.status < 200 || response.status > 299) {
    return {false, 0, "it answered HTTP status " + std::to_string(response.status)};
  }
  const PartialSuccess partial = DecodePartialSuccess(response.body);
  const auto rejected = std::clamp<std::int64_t>(partial.rejected_spans, 0, static_cast<std::int64_t>(batch.size()));
  return {true, static_cast<std::size_t>(rejected), partial.message};
}

std::string OtlpExporter::Destination() const { return notice::MaskUrl(config_.url); }

}  // namespace spansmith::exporter
