// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// OTEL_EXPORTER_JAEGER_*: variables of an exporter that OpenTelemetry has dropped. Jaeger takes OTLP since 1.35, so
// what they say is sent as OTLP to the same host: its Thrift port 14268 becomes 4318, its gRPC port 14250 becomes 4317,
// and another port, or none, stays, with the path v1/traces. User and password become Basic credentials (RFC 7617), for
// that endpoint alone. An agent takes UDP only, and has no OTLP: it is said, and nothing is sent there.
#ifndef SPANSMITH_CONFIG_JAEGER_H_
#define SPANSMITH_CONFIG_JAEGER_H_

#include <string>
#include <utility>
#include <vector>

#include "config/environment.h"
#include "config/values.h"

namespace spansmith::config {

// http or https, host and port, for the OTLP exporter; "": the variable is not set, or is no URL. Says what becomes of
// it.
std::string JaegerEndpoint(const Environment& environment, Notices& notices);

// Adds "authorization", unless it is there, or no user is named.
void AddJaegerCredentials(const Environment& environment, std::vector<std::pair<std::string, std::string>>& headers);

// About variables that have no use any more.
void ExplainJaeger(const Environment& environment, bool endpoint_given, Notices& notices);

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_JAEGER_H_
