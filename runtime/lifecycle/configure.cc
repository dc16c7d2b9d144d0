// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// spansmith::Configure: what the program says, as values of the variables, so that it is checked as they are. See
// spansmith/configuration.h.
#include <spansmith/configuration.h>

#include <algorithm>
#include <charconv>
#include <exception>
#include <string>
#include <string_view>

#include "config/layers.h"
#include "lifecycle/core.h"
#include "notice/notice.h"

namespace spansmith {
namespace {

std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text.append(text.empty() ? "" : ",").append(word);
  return text;
}

// RFC 3986, 2.1: all but the unreserved characters.
std::string PercentEncoded(std::string_view text) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~").find(c) != std::string_view::npos;
    if (plain) {
      encoded += c;
    } else {
      encoded.append(1, '%').append(1, kDigits[byte >> 4]).append(1, kDigits[byte & 15]);
    }
  }
  return encoded;
}

std::string Text(double number) {
  char text[64];
  const auto end = std::to_chars(text, text + sizeof text, number);
  return std::string(text, end.ptr);
}

config::Variables VariablesOf(const Configuration& configuration) {
  config::Variables variables(configuration.variables.begin(), configuration.variables.end());
  const auto say = [&variables](const char* name, std::string value) {
    if (!value.empty()) variables[name] = std::move(value);
  };
  say("OTEL_TRACES_EXPORTER", Joined(configuration.exporters));
  say("OTEL_EXPORTER_OTLP_ENDPOINT", configuration.endpoint);
  say("OTEL_EXPORTER_OTLP_PROTOCOL", configuration.protocol);
  std::vector<std::string> headers;
  for (const auto& [name, value] : configuration.headers) {
    std::string one = name;
    std::replace_if(
        one.begin(), one.end(), [](char c) { return c == ',' || c == '='; }, ' ');  // not two headers: a bad one
    headers.push_back(one + '=' + PercentEncoded(value));
  }
  say("OTEL_EXPORTER_OTLP_HEADERS", Joined(headers));
  if (configuration.timeout) say("OTEL_EXPORTER_OTLP_TIMEOUT", std::to_string(configuration.timeout->count()));
  say("OTEL_EXPORTER_OTLP_COMPRESSION", configuration.compression);
  say("OTEL_EXPORTER_OTLP_CERTIFICATE", configuration.certificate);
  say("OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", configuration.client_certificate);
  say("OTEL_EXPORTER_OTLP_CLIENT_KEY", configuration.client_key);
  say("OTEL_TRACES_SAMPLER", configuration.sampler);
  if (configuration.sampling_ratio) say("OTEL_TRACES_SAMPLER_ARG", Text(*configuration.sampling_ratio));
  return variables;
}

Attributes ResourceOf(const Configuration& configuration) {
  Attributes resource = configuration.resource;
  if (!configuration.service_name.empty()) resource.push_back({"service.name", configuration.service_name});
  if (!configuration.service_version.empty()) resource.push_back({"service.version", configuration.service_version});
  return resource;
}

}  // namespace

bool Configure(const Configuration& configuration) noexcept {
  try {
    if (lifecycle::Core::Get().Configure(VariablesOf(configuration), ResourceOf(configuration))) return true;
    notice::SayOnce("spansmith::Configure came after the first span, and changes nothing; call it first in main");
  } catch (const std::exception& error) {
    notice::SayOnce(std::string("spansmith::Configure changes nothing: ") + error.what(), notice::Level::kError);
  }
  return false;
}

}  // namespace spansmith
