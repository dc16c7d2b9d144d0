// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Lines NAME=VALUE as the process environment (a tab in a value stands for the end of a line), as what the program
// says, and as the watched file. What must hold: values in their ranges, and lines for people that are lines.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "config/config.h"
#include "config/describe.h"

namespace {

using namespace spansmith;

void Check(bool holds) {
  if (!holds) std::abort();
}

void CheckLine(std::string_view line) {
  Check(line.size() < 2'000);
  for (const char c : line) Check(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
}

void CheckConfig(const config::Config& config) {
  for (const std::string& line : config.notices) CheckLine(line);
  Check(config.live.sampler.ratio >= 0 && config.live.sampler.ratio <= 1);
  Check(!config.live.tail || (config.live.tail->ratio >= 0 && config.live.tail->ratio <= 1));
  Check(config.batch.max_batch_size >= 1 && config.batch.max_batch_size <= config.batch.max_queue_size);
  Check(config.batch.max_queue_bytes >= 1 << 20 && config.buffer_bytes >= 1 << 20 && config.file_keep >= 1);
  Check(config.retry.first_delay.count() >= 1 && config.retry.first_delay <= config.retry.most_delay);
  for (const auto& [name, value] : config.otlp.headers) {
    Check(!name.empty());
    Check((name + value).find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos);
  }
  Check(config.disabled || !config.otlp.url.empty());
  std::string_view text;
  const std::string described = config::Describe(config);
  for (text = described; !text.empty(); text.remove_prefix(text.find('\n') + 1)) {
    for (const char c : text.substr(0, text.find('\n'))) Check(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
  }
}

config::Variables VariablesOf(std::string_view text) {
  config::Variables variables;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    std::string value(line.substr(equals + 1));
    for (char& c : value) {
      if (c == '\t') c = '\n';
    }
    variables[std::string(line.substr(0, equals))] = std::move(value);
  }
  return variables;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const config::Variables variables = VariablesOf(text);
  const config::Environment environment = [&variables](const char* name) {
    const auto found = variables.find(name);
    return std::string(found == variables.end() ? "" : found->second.c_str());  // an environment's ends at a zero byte
  };
  const injected::Defaults none{nullptr, nullptr, nullptr, nullptr};
  config::Layers layers{{}, environment, {}};
  config::Variables by_program = variables;
  const std::string wrong = config::ParseFile(text, &layers.file);
  CheckLine(wrong);
  Check(wrong.empty() || layers.file.empty());
  if (size % 2 == 1) std::swap(layers.code, by_program);
  if (size % 2 == 1) layers.environment = [](const char*) { return std::string(); };
  CheckConfig(config::LoadSettings(layers, none));
  config::Notices notices;
  config::ReadPairs(environment, "OTEL_RESOURCE_ATTRIBUTES", notices,
                    true);  // of the resource, the part that is outside input
  for (const std::string& line : notices) CheckLine(line);
  return 0;
}
