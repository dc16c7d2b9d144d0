// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What is sent with OTLP, and how (OpenTelemetry specification, protocol/exporter.md, "Configuration Options"): of each
// option the variable with TRACES_ in its name wins. Where it goes is endpoint.h's.
#ifndef SPANSMITH_CONFIG_OTLP_H_
#define SPANSMITH_CONFIG_OTLP_H_

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "config/endpoint.h"
#include "config/environment.h"
#include "config/proxy.h"
#include "config/values.h"

namespace spansmith::config {

struct OtlpConfig {
  OtlpProtocol protocol = OtlpProtocol::kHttpProtobuf;
  std::string url;  // kHttpProtobuf: of the traces signal, complete; kGrpc: scheme, host and port
  std::vector<std::pair<std::string, std::string>> headers;
  std::chrono::milliseconds timeout{10'000};  // of one attempt
  bool gzip = false;                          // ..._COMPRESSION=gzip
  // Paths of PEM files; "": none. Not looked at here: they are read when a connection is made, and again when they
  // change.
  std::string certificate;         // ..._CERTIFICATE: the authorities to trust instead of the system's
  std::string client_certificate;  // ..._CLIENT_CERTIFICATE: what we show
  std::string client_key;          // ..._CLIENT_KEY: its private key; "": in the same file
  Proxy proxy;
};

// All but protocol and url, which are there already.
void ReadOtlp(const Environment& environment, OtlpConfig& otlp, Notices& notices);

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_OTLP_H_
