// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See otlp.h.
#include "config/otlp.h"

#include <algorithm>

#include "config/timeout.h"

namespace spansmith::config {
namespace {

// The first that is set. PEM text in place of its path must not come into a line as one; it is no file, so nothing is
// sent.
std::string ReadPath(const Environment& environment, const char* traces, const char* general, Notices& notices) {
  for (const char* name : {traces, general}) {
    std::string path = environment(name);
    if (path.empty()) continue;
    if (path.find("-----BEGIN") == std::string::npos) return path;
    notices.push_back(std::string(name) +
                      ": expected the path of a PEM file, and this is the text of one; put it into " +
                      "a file; until then nothing is sent");
    return "(PEM text)";
  }
  return "";
}

bool ReadGzip(const Environment& environment, Notices& notices) {
  for (const char* name : {"OTEL_EXPORTER_OTLP_TRACES_COMPRESSION", "OTEL_EXPORTER_OTLP_COMPRESSION"}) {
    const std::string value = environment(name);
    if (value.empty()) continue;
    const std::string compression = Lower(Trim(value));
    if (compression != "gzip" && compression != "none") {
      notices.push_back(BadValue(name, value, "gzip or none", "none"));
    }
    return compression == "gzip";
  }
  return false;
}

}  // namespace

void ReadOtlp(const Environment& environment, OtlpConfig& otlp, Notices& notices) {
  otlp.headers = ReadHeaders(environment, "OTEL_EXPORTER_OTLP_HEADERS", notices);
  for (auto& header : ReadHeaders(environment, "OTEL_EXPORTER_OTLP_TRACES_HEADERS", notices)) {
    const auto same = [&header](const auto& other) { return Lower(other.first) == Lower(header.first); };
    otlp.headers.erase(std::remove_if(otlp.headers.begin(), otlp.headers.end(), same), otlp.headers.end());
    otlp.headers.push_back(std::move(header));
  }
  otlp.timeout = ReadTimeout(environment, "OTEL_EXPORTER_OTLP_TIMEOUT", otlp.timeout, notices);
  otlp.timeout = ReadTimeout(environment, "OTEL_EXPORTER_OTLP_TRACES_TIMEOUT", otlp.timeout, notices);
  otlp.gzip = ReadGzip(environment, notices);
  const auto path = [&](const char* traces, const char* general) {
    return ReadPath(environment, traces, general, notices);
  };
  otlp.certificate = path("OTEL_EXPORTER_OTLP_TRACES_CERTIFICATE", "OTEL_EXPORTER_OTLP_CERTIFICATE");
  otlp.client_certificate =
      path("OTEL_EXPORTER_OTLP_TRACES_CLIENT_CERTIFICATE", "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE");
  otlp.client_key = path("OTEL_EXPORTER_OTLP_TRACES_CLIENT_KEY", "OTEL_EXPORTER_OTLP_CLIENT_KEY");
  if (otlp.client_certificate.empty() && !otlp.client_key.empty()) {
    notices.push_back(BadValue("OTEL_EXPORTER_OTLP_CLIENT_KEY", otlp.client_key,
                               "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE beside it", "no client certificate"));
    otlp.client_key.clear();
  }
  otlp.proxy = ReadProxy(environment, otlp.url);
}

}  // namespace spansmith::config
