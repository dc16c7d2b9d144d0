// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See endpoint.h.
#include "config/endpoint.h"

#include "notice/notice.h"

namespace spansmith::config {
namespace {

constexpr char kTraces[] = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
constexpr char kGeneral[] = "OTEL_EXPORTER_OTLP_ENDPOINT";
constexpr char kFallback[] = "http://localhost:4318";

// The URL with its scheme, or "" if it is none that HTTP can use.
std::string Complete(std::string_view text) {
  text = Trim(text);
  const std::size_t scheme = text.find("://");
  std::string url = scheme == std::string_view::npos ? "http://" + std::string(text) : std::string(text);
  const std::string name = Lower(url.substr(0, url.find("://")));
  if (name != "http" && name != "https") return "";
  const std::string_view rest = std::string_view(url).substr(name.size() + 3);
  if (rest.empty() || rest.front() == '/' || rest.find_first_of(" \t\r\n") != std::string_view::npos) return "";
  return url;
}

std::string WithTracesPath(std::string url) {
  if (url.back() != '/') url += '/';
  return url + "v1/traces";
}

}  // namespace

Endpoint ReadEndpoint(const Environment& environment, const char* build_default, Notices& notices) {
  constexpr char kExpected[] = "an http:// or https:// URL";
  const std::string traces = environment(kTraces);
  if (!traces.empty()) {
    std::string url = Complete(traces);
    if (!url.empty()) return {std::move(url), true};
    notices.push_back(BadValue(kTraces, notice::MaskUrl(traces), kExpected, std::string("the value of ") + kGeneral));
  }
  const std::string general = environment(kGeneral);
  if (!general.empty()) {
    std::string url = Complete(general);
    if (!url.empty()) return {WithTracesPath(std::move(url)), true};
    notices.push_back(BadValue(kGeneral, notice::MaskUrl(general), kExpected, kFallback));
    return {WithTracesPath(kFallback), true};
  }
  if (build_default != nullptr && *build_default != '\0') {
    std::string url = Complete(build_default);
    if (!url.empty()) return {WithTracesPath(std::move(url)), true};
    notices.push_back(BadValue("the build's DEFAULT_ENDPOINT", notice::MaskUrl(build_default), kExpected, kFallback));
  }
  return {WithTracesPath(kFallback), !traces.empty()};
}

}  // namespace spansmith::config
