// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Where OTLP goes, and how (OpenTelemetry specification, protocol/exporter.md). Over HTTP: the traces variable as it
// is, the general one with v1/traces appended. Over gRPC: scheme, host and port. Where no variable says the protocol,
// port 4317 means gRPC, else HTTP. An endpoint without a scheme is taken: http, or https where
// OTEL_EXPORTER_OTLP_INSECURE says false. unix:/path and unix:///path are a Unix domain socket, spoken to in plain
// text; over HTTP what is asked for there is always /v1/traces. Where no OTLP variable says it, Jaeger's may
// (jaeger.h).
#ifndef SPANSMITH_CONFIG_ENDPOINT_H_
#define SPANSMITH_CONFIG_ENDPOINT_H_

#include <spansmith/injected.h>

#include <string>

#include "config/environment.h"
#include "config/values.h"

namespace spansmith::config {

enum class OtlpProtocol { kHttpProtobuf, kGrpc };

struct Endpoint {
  std::string url;      // always usable: http://, https:// or unix:/path
  bool jaeger = false;  // by OTEL_EXPORTER_JAEGER_ENDPOINT
  bool given = false;   // by a variable or by the build, rather than by the specification's default
  OtlpProtocol protocol = OtlpProtocol::kHttpProtobuf;
};

// `path`: what is appended to the general endpoint over HTTP.
Endpoint ReadEndpoint(const Environment& environment, const injected::Defaults& defaults, Notices& notices,
                      const char* path = "v1/traces");

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_ENDPOINT_H_
