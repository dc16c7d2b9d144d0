// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See otlp.h.
#include "config/otlp.h"

#include <algorithm>

namespace spansmith::config {
namespace {

// Names without the part that tells the signal.
std::string Traces(const char* option) { return std::string("OTEL_EXPORTER_OTLP_TRACES_") + option; }
std::string General(const char* option) { return std::string("OTEL_EXPORTER_OTLP_") + option; }

std::string ReadPath(const Environment& environment, const char* option) {
  std::string path = environment(Traces(option).c_str());
  return path.empty() ? environment(General(option).c_str()) : path;
}

bool ReadGzip(const Environment& environment, Notices& notices) {
  for (const std::string& name : {Traces("COMPRESSION"), General("COMPRESSION")}) {
    const std::string value = environment(name.c_str());
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
  otlp.timeout = ReadMilliseconds(environment, "OTEL_EXPORTER_OTLP_TIMEOUT", otlp.timeout, notices);
  otlp.timeout = ReadMilliseconds(environment, "OTEL_EXPORTER_OTLP_TRACES_TIMEOUT", otlp.timeout, notices);
  otlp.gzip = ReadGzip(environment, notices);
  otlp.certificate = ReadPath(environment, "CERTIFICATE");
  otlp.client_certificate = ReadPath(environment, "CLIENT_CERTIFICATE");
  otlp.client_key = ReadPath(environment, "CLIENT_KEY");
  if (otlp.client_certificate.empty() && !otlp.client_key.empty()) {
    notices.push_back(BadValue(General("CLIENT_KEY"), otlp.client_key, General("CLIENT_CERTIFICATE") + " beside it",
                               "no client certificate"));
    otlp.client_key.clear();
  }
}

}  // namespace spansmith::config
