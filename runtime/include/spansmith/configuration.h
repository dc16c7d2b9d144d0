// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the runtime is configured with: said by the program, and told to a person who asks. C++17, standard library
// only.
#ifndef SPANSMITH_CONFIGURATION_H_
#define SPANSMITH_CONFIGURATION_H_

#include <spansmith/span_data.h>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace spansmith {

// Every member may be left as it is: then it says nothing.
struct Configuration {
  // These go before the environment, as the OpenTelemetry specification has it (resource/sdk.md: what the user provides
  // has priority over OTEL_RESOURCE_ATTRIBUTES).
  std::string service_name;
  std::string service_version;
  Attributes resource;

  // The environment goes before these, so that a deployment can say otherwise; they are checked as its values are. Each
  // names the variable whose values it takes (docs/configuration.md).
  std::vector<std::string> exporters;                         // OTEL_TRACES_EXPORTER
  std::string endpoint;                                       // OTEL_EXPORTER_OTLP_ENDPOINT
  std::string protocol;                                       // OTEL_EXPORTER_OTLP_PROTOCOL
  std::vector<std::pair<std::string, std::string>> headers;   // OTEL_EXPORTER_OTLP_HEADERS; values as they are
  std::optional<std::chrono::milliseconds> timeout;           // OTEL_EXPORTER_OTLP_TIMEOUT
  std::string compression;                                    // OTEL_EXPORTER_OTLP_COMPRESSION
  std::string certificate;                                    // OTEL_EXPORTER_OTLP_CERTIFICATE
  std::string client_certificate;                             // OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE
  std::string client_key;                                     // OTEL_EXPORTER_OTLP_CLIENT_KEY
  std::string sampler;                                        // OTEL_TRACES_SAMPLER
  std::optional<double> sampling_ratio;                       // OTEL_TRACES_SAMPLER_ARG
  std::map<std::string, std::string, std::less<>> variables;  // any other, by its name: {"SPANSMITH_FILTER", "a/*=off"}
};

// Before the first span, for good: also for forked children. Called again, it replaces what it said. False, and nothing
// happens, if a span has begun, or an exporter or recorder was added. Any thread.
bool Configure(const Configuration& configuration) noexcept;

class Runtime {
 public:
  // A line for each thing, `NAME: value`, with the name of its environment variable; `resource <key>: value` for each
  // attribute of the resource. No secret is in it: values of headers, user, password and query of a URL, and resource
  // attributes whose key sounds like one, are ***. Reads the environment if no span has begun yet. Any thread; "" if
  // there is no memory. SPANSMITH_PRINT_CONFIG=true prints it at the start.
  static std::string EffectiveConfiguration() noexcept;
};

}  // namespace spansmith

#endif  // SPANSMITH_CONFIGURATION_H_
