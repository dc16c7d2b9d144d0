// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See otlp_exporter.h.
#include "export/otlp/otlp_exporter.h"

#include <algorithm>

#include "export/otlp/classify.h"
#include "notice/notice.h"
#include "transport/gzip.h"
#include "transport/header_rules.h"

namespace spansmith::exporter {
namespace {

constexpr std::string_view kUnix = "unix:";

bool IsUnixSocket(const std::string& url) { return url.starts_with(kUnix); }

transport::Connecting ConnectingOf(const config::OtlpConfig& config) {
  transport::Connecting connecting;
  connecting.tls = {config.certificate, config.client_certificate, config.client_key};
  connecting.proxy = config.proxy.url;
  connecting.without_proxy = config.proxy.except;
  if (IsUnixSocket(config.url)) connecting.unix_socket = config.url.substr(kUnix.size());
  return connecting;
}

std::string UrlOf(const config::OtlpConfig& config, const OtlpService& service) {
  if (!IsUnixSocket(config.url)) return config.url;
  return config.protocol == config::OtlpProtocol::kGrpc ? "http://localhost"
                                                        : std::string("http://localhost") + service.path;
}

transport::Headers Sendable(const transport::Headers& headers) {
  transport::Headers sendable;
  for (const auto& [name, value] : headers) {
    const std::string why = transport::WhyNotForUsers(name, value);
    if (why.empty()) {
      sendable.emplace_back(name, value);
    } else {
      // What is no name may be a whole header, with its secret.
      const bool shown = transport::WhyMalformed(name, "").empty();
      notice::SayOnce("the header " +
                      (shown ? '\'' + name + '\'' : "of a name of " + std::to_string(name.size()) + " bytes") +
                      " of OTEL_EXPORTER_OTLP_HEADERS is not sent: " + why);
    }
  }
  return sendable;
}

}  // namespace

OtlpExporter::OtlpExporter(config::OtlpConfig config, const Attributes& resource, const OtlpService& service)
    : config_(std::move(config)),
      service_(service),
      secrets_(config_.headers, config_.url),
      url_(UrlOf(config_, service_)),
      encoder_(resource),
      http_(ConnectingOf(config_)),
      grpc_(ConnectingOf(config_)) {
  config_.headers = Sendable(config_.headers);
}

Outcome OtlpExporter::Export(const drain::Batch& batch, const transport::Patience& patience) {
  return Send(encoder_.Encode(batch), batch.size(), patience);
}

Outcome OtlpExporter::Send(std::string_view request, std::size_t spans, const transport::Patience& patience) {
  const auto deadline = std::chrono::steady_clock::now() + config_.timeout;
  transport::Patience attempt = patience;
  attempt.remaining = [&] {
    const auto own = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    return std::min(own, patience.remaining());
  };
  if (config_.protocol == config::OtlpProtocol::kGrpc) {
    return Classify(grpc_.Call(url_, service_.grpc_method, config_.headers, request, attempt, config_.gzip), spans,
                    secrets_);
  }
  transport::Headers headers = config_.headers;
  headers.emplace_back("Content-Type", "application/x-protobuf");
  if (config_.gzip) headers.emplace_back("Content-Encoding", "gzip");
  const std::string compressed = config_.gzip ? transport::Gzip(request) : "";
  return Classify(http_.Post(url_, headers, config_.gzip ? compressed : request, attempt), spans, secrets_,
                  std::chrono::system_clock::now());
}

std::string OtlpExporter::Destination() const { return notice::MaskUrl(config_.url); }

}  // namespace spansmith::exporter
