// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Where OTLP goes (OTLP exporter specification, protocol/exporter.md, "Endpoint URLs for OTLP/HTTP"): the traces
// variable as it is, the general one with v1/traces appended. `host:port` without a scheme is taken as http.
#ifndef SPANSMITH_CONFIG_ENDPOINT_H_
#define SPANSMITH_CONFIG_ENDPOINT_H_

#include <string>

#include "config/environment.h"
#include "config/values.h"

namespace spansmith::config {

struct Endpoint {
  std::string url;     // always usable
  bool given = false;  // by a variable or by the build, rather than by the specification's default
};

Endpoint ReadEndpoint(const Environment& environment, const char* build_default, Notices& notices);

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_ENDPOINT_H_
