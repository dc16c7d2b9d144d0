// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See jaeger.h.
#include "config/jaeger.h"

#include <algorithm>
#include <string_view>

#include "notice/notice.h"

namespace spansmith::config {
namespace {

constexpr char kEndpoint[] = "OTEL_EXPORTER_JAEGER_ENDPOINT";

// RFC 4648, 4.
std::string Base64(std::string_view bytes) {
  constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
    unsigned word = 0;
    for (std::size_t i = 0; i < 3; ++i) word = word << 8 | (i < count ? static_cast<unsigned char>(bytes[at + i]) : 0u);
    for (std::size_t i = 0; i < 4; ++i) text += i <= count ? kDigits[word >> (18 - 6 * i) & 63] : '=';
  }
  return text;
}

}  // namespace

std::string JaegerEndpoint(const Environment& environment, Notices& notices) {
  const std::string value = environment(kEndpoint);
  if (value.empty()) return "";
  std::string_view text = Trim(value);
  const std::size_t scheme_end = text.find("://");
  const std::string scheme = scheme_end == std::string_view::npos ? "http" : Lower(text.substr(0, scheme_end));
  if (scheme_end != std::string_view::npos) text.remove_prefix(scheme_end + 3);
  std::string authority(text.substr(0, text.find_first_of("/?#")));
  if ((scheme != "http" && scheme != "https") || authority.empty() || !CouldBeUrl(authority)) {
    notices.push_back(BadValue(kEndpoint, notice::MaskUrl(value), "an http:// or https:// URL", "no such endpoint"));
    return "";
  }
  for (const auto& [old_port, port] : {std::pair(":14268", ":4318"), std::pair(":14250", ":4317")}) {
    if (authority.ends_with(old_port)) authority.replace(authority.size() - 6, 6, port);
  }
  std::string endpoint = scheme + "://" + authority;
  notices.push_back(std::string(kEndpoint) + ": Jaeger takes OTLP; spans are sent so, to " +
                    Quoted(notice::MaskUrl(endpoint)) + "; say OTEL_EXPORTER_OTLP_ENDPOINT instead");
  return endpoint;
}

void AddJaegerCredentials(const Environment& environment, std::vector<std::pair<std::string, std::string>>& headers) {
  const std::string user = environment("OTEL_EXPORTER_JAEGER_USER");
  if (user.empty()) return;
  for (const auto& header : headers) {
    if (Lower(header.first) == "authorization") return;
  }
  headers.emplace_back("authorization", "Basic " + Base64(user + ':' + environment("OTEL_EXPORTER_JAEGER_PASSWORD")));
}

void ExplainJaeger(const Environment& environment, bool endpoint_given, Notices& notices) {
  constexpr std::pair<const char*, const char*> kGone[] = {
      {"OTEL_EXPORTER_JAEGER_AGENT_HOST",
       "nothing is sent to a Jaeger agent, which takes UDP; Jaeger itself takes OTLP: say "
       "OTEL_EXPORTER_OTLP_ENDPOINT=http://<its host>:4318"},
      {"OTEL_EXPORTER_JAEGER_AGENT_PORT", "nothing is sent to a Jaeger agent, which takes UDP"},
      {"OTEL_EXPORTER_JAEGER_PROTOCOL", "is not used; say OTEL_EXPORTER_OTLP_PROTOCOL"},
      {"OTEL_EXPORTER_JAEGER_TIMEOUT", "is not used; say OTEL_EXPORTER_OTLP_TIMEOUT"},
  };
  for (const auto& [name, why] : kGone) {
    if (!environment(name).empty()) notices.push_back(std::string(name) + ": " + why);
  }
  if (endpoint_given || environment("OTEL_EXPORTER_JAEGER_USER").empty()) return;
  notices.push_back(std::string("OTEL_EXPORTER_JAEGER_USER: is for ") + kEndpoint +
                    " only, which is not used; say OTEL_EXPORTER_OTLP_HEADERS=authorization=Basic%20...");
}

}  // namespace spansmith::config
