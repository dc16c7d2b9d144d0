// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See resource.h.
#include "config/resource.h"

#include <unistd.h>

#include <utility>

#include "config/detect.h"

namespace spansmith::config {
namespace {

void Set(Attributes& attributes, const std::string& key, AttributeValue value) {
  for (Attribute& attribute : attributes) {
    if (attribute.key == key) {
      attribute.value = std::move(value);
      return;
    }
  }
  attributes.push_back({key, std::move(value)});
}

bool Given(const char* text) { return text != nullptr && *text != '\0'; }

}  // namespace

Attributes ReadResource(const Environment& environment, const injected::Defaults& defaults, const std::string& binary,
                        const Attributes& own, Notices& notices) {
  Attributes resource = DetectResource(environment, binary);
  Set(resource, "service.name", Given(defaults.service_name) ? defaults.service_name : "unknown_service:" + binary);
  if (Given(defaults.service_version)) Set(resource, "service.version", defaults.service_version);
  Set(resource, "process.pid", static_cast<std::int64_t>(getpid()));
  for (auto& [key, value] : ReadPairs(environment, "OTEL_RESOURCE_ATTRIBUTES", notices, true)) {
    Set(resource, key, std::move(value));
  }
  const std::string service = environment("OTEL_SERVICE_NAME");
  if (!service.empty()) Set(resource, "service.name", service);
  for (const Attribute& attribute : own) Set(resource, attribute.key, attribute.value);
  Set(resource, "telemetry.sdk.name", "spansmith");
  Set(resource, "telemetry.sdk.language", "cpp");
  Set(resource, "telemetry.sdk.version", SPANSMITH_VERSION);
  return resource;
}

}  // namespace spansmith::config
