// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See sampler.h.
#include "config/sampler.h"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace spansmith::config {
namespace {

struct Row {
  std::string_view name;
  SamplerConfig config;
  bool in_alias;  // OTEL_TRACE_SAMPLER knows it
};

constexpr Row kTable[] = {
    {"always_on", {SamplerKind::kAlwaysOn, false, 1.0}, true},
    {"always_off", {SamplerKind::kAlwaysOff, false, 1.0}, true},
    {"traceidratio", {SamplerKind::kTraceIdRatio, false, 1.0}, true},
    {"parentbased_always_on", {SamplerKind::kAlwaysOn, true, 1.0}, false},
    {"parentbased_always_off", {SamplerKind::kAlwaysOff, true, 1.0}, false},
    {"parentbased_traceidratio", {SamplerKind::kTraceIdRatio, true, 1.0}, true},
};

// The first of the two that is set.
struct Given {
  const char* name = nullptr;
  std::string value;
  bool alias = false;
};

Given ReadFirst(const Environment& environment, const char* standard, const char* alias) {
  std::string value = environment(standard);
  if (!value.empty()) return {standard, std::move(value), false};
  value = environment(alias);
  if (!value.empty()) return {alias, std::move(value), true};
  return {};
}

std::string Names(bool alias) {
  std::string names;
  for (const Row& row : kTable) {
    if (alias && !row.in_alias) continue;
    names += (names.empty() ? "" : &row == std::end(kTable) - 1 ? " or " : ", ") + std::string(row.name);
  }
  return names;
}

std::optional<double> Ratio(std::string_view text) {
  text = Trim(text);
  double ratio = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), ratio);
  // The negation refuses NaN too.
  if (error != std::errc{} || end != text.data() + text.size() || !(ratio >= 0 && ratio <= 1)) return std::nullopt;
  return ratio;
}

}  // namespace

SamplerConfig ReadSampler(const Environment& environment, Notices& notices) {
  const Given sampler = ReadFirst(environment, "OTEL_TRACES_SAMPLER", "OTEL_TRACE_SAMPLER");
  const Given ratio = ReadFirst(environment, "OTEL_TRACES_SAMPLER_ARG", "OTEL_TRACE_SAMPLING_RATE");
  SamplerConfig config;
  if (sampler.name != nullptr) {
    const std::string name = Lower(Trim(sampler.value));
    bool known = false;
    for (const Row& row : kTable) {
      if (row.name != name || (sampler.alias && !row.in_alias)) continue;
      config = row.config;
      known = true;
    }
    if (!known) {
      notices.push_back(BadValue(sampler.name, sampler.value, Names(sampler.alias), "parentbased_always_on"));
      return config;
    }
  } else if (ratio.alias) {
    config = {SamplerKind::kTraceIdRatio, true, 1.0};
  }
  if (sampler.name == nullptr && ratio.name != nullptr && !ratio.alias) {
    notices.push_back(BadValue(ratio.name, ratio.value,
                               "OTEL_TRACES_SAMPLER beside it, traceidratio or parentbased_traceidratio",
                               "parentbased_always_on"));
  }
  // The specification has no use for an argument of the other samplers.
  if (config.kind != SamplerKind::kTraceIdRatio || ratio.name == nullptr) return config;
  if (const std::optional<double> value = Ratio(ratio.value)) {
    config.ratio = *value;
  } else {
    notices.push_back(BadValue(ratio.name, ratio.value, "a number from 0 to 1", "1.0"));
  }
  return config;
}

}  // namespace spansmith::config
