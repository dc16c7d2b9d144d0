// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See layers.h.
#include "config/layers.h"

#include <algorithm>
#include <array>
#include <utility>

namespace spansmith::config {
namespace {

// Up to three names; "": none. A plain array, which is there before any code runs: a span may begin in the constructor
// of an object of the program that is made before this library's own would be.
using Group = std::array<std::string_view, 3>;

constexpr Group kGroups[] = {
    {"OTEL_TRACES_SAMPLER", "OTEL_TRACE_SAMPLER"},
    {"OTEL_TRACES_SAMPLER_ARG", "OTEL_TRACE_SAMPLING_RATE"},
    {"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_JAEGER_ENDPOINT"},
    {"OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL"},
    {"OTEL_EXPORTER_OTLP_TRACES_HEADERS", "OTEL_EXPORTER_OTLP_HEADERS"},
    {"OTEL_EXPORTER_OTLP_TRACES_TIMEOUT", "OTEL_EXPORTER_OTLP_TIMEOUT"},
    {"OTEL_EXPORTER_OTLP_TRACES_COMPRESSION", "OTEL_EXPORTER_OTLP_COMPRESSION"},
    {"OTEL_EXPORTER_OTLP_TRACES_CERTIFICATE", "OTEL_EXPORTER_OTLP_CERTIFICATE"},
    {"OTEL_EXPORTER_OTLP_TRACES_CLIENT_CERTIFICATE", "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE"},
    {"OTEL_EXPORTER_OTLP_TRACES_CLIENT_KEY", "OTEL_EXPORTER_OTLP_CLIENT_KEY"},
    {"OTEL_EXPORTER_OTLP_TRACES_INSECURE", "OTEL_EXPORTER_OTLP_INSECURE"},
};

// The first of each is a closer word for what the second says of several things, and gives way to it; the second to
// none.
constexpr Group kCloser[] = {
    {"OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", "OTEL_ATTRIBUTE_COUNT_LIMIT"},
    {"OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT", "OTEL_ATTRIBUTE_COUNT_LIMIT"},
    {"OTEL_LINK_ATTRIBUTE_COUNT_LIMIT", "OTEL_ATTRIBUTE_COUNT_LIMIT"},
    {"OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT", "OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT"},
};

Group GroupOf(std::string_view name) {
  for (const Group& pair : kCloser) {
    if (pair.front() == name) return pair;
  }
  for (const Group& group : kGroups) {
    if (std::find(group.begin(), group.end(), name) != group.end()) return group;
  }
  return {};
}

std::string Usable(std::string value) {
  return Trim(value).empty() || value.size() > kMostOfValue ? "" : std::move(value);
}

std::string Find(const Variables& variables, std::string_view name) {
  const auto found = variables.find(name);
  return found == variables.end() ? "" : Usable(found->second);
}

template <typename Say>
bool SaysAny(const Group& group, Say&& say) {
  return std::any_of(group.begin(), group.end(),
                     [&](std::string_view name) { return !name.empty() && !say(name).empty(); });
}

}  // namespace

std::string Layers::Get(const char* name) const {
  const Group group = GroupOf(name);
  const auto in_file = [this](std::string_view asked) { return Find(file, asked); };
  const auto in_environment = [this](std::string_view asked) {
    return Usable(environment(std::string(asked).c_str()));
  };
  if (std::string value = in_file(name); !value.empty() || SaysAny(group, in_file)) return value;
  if (std::string value = in_environment(name); !value.empty() || SaysAny(group, in_environment)) return value;
  return Find(code, name);
}

std::string Layers::OriginOf(std::string_view notice) const {
  const std::string name(notice.substr(0, notice.find_first_of("=: ")));
  if (file.find(name) != file.end()) return " (the configuration file)";
  if (Usable(environment(name.c_str())).empty() && code.find(name) != code.end()) return " (spansmith::Configure)";
  return "";
}

}  // namespace spansmith::config
