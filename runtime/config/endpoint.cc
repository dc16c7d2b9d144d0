// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See endpoint.h.
#include "config/endpoint.h"

#include <sys/un.h>

#include <optional>
#include <utility>

#include "config/jaeger.h"
#include "notice/notice.h"

namespace spansmith::config {
namespace {

constexpr char kTraces[] = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
constexpr char kGeneral[] = "OTEL_EXPORTER_OTLP_ENDPOINT";

constexpr std::string_view kUnix = "unix:";

// unix:/path of a Unix domain socket, from that or unix:///path (grpc, doc/naming.md); "" if it is no absolute path, or
// longer than a socket's may be.
std::string UnixSocket(std::string_view text) {
  std::string_view path = text.substr(kUnix.size());
  if (path.starts_with("//")) path.remove_prefix(2);
  constexpr std::size_t kLongest = sizeof(sockaddr_un::sun_path) - 1;
  const bool usable = path.starts_with('/') && !path.starts_with("//") && path.size() > 1 && path.size() <= kLongest;
  return usable ? std::string(kUnix).append(path) : "";
}

// The URL with its scheme, or "" if it is none that HTTP can use.
std::string Complete(std::string_view text, bool secure) {
  text = Trim(text);
  if (Lower(text.substr(0, kUnix.size())) == kUnix && text.substr(kUnix.size()).starts_with('/')) {
    return UnixSocket(text);
  }
  const std::size_t scheme = text.find("://");
  std::string url(text);
  if (scheme == std::string_view::npos) url.insert(0, secure ? "https://" : "http://");
  const std::string name = Lower(url.substr(0, url.find("://")));
  if (name != "http" && name != "https") return "";
  const std::string_view rest = std::string_view(url).substr(name.size() + 3);
  if (rest.empty() || rest.front() == '/' || !CouldBeUrl(rest)) return "";
  return name + "://" + std::string(rest);
}

// A complete URL without what follows the port.
std::string Authority(const std::string& url) { return url.substr(0, url.find_first_of("/?#", url.find("://") + 3)); }

std::string WithPath(std::string url, const char* path) {
  if (url.back() != '/') url += '/';
  return url + path;
}

std::optional<OtlpProtocol> ReadProtocol(const Environment& environment, Notices& notices) {
  for (const char* name : {"OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL"}) {
    const std::string value = environment(name);
    if (value.empty()) continue;
    const std::string protocol = Lower(Trim(value));
    if (protocol == "grpc") return OtlpProtocol::kGrpc;
    if (protocol != "http/protobuf") {
      notices.push_back(BadValue(name, value, "grpc or http/protobuf", "http/protobuf"));
    }
    return OtlpProtocol::kHttpProtobuf;
  }
  return std::nullopt;
}

// Whether an endpoint without a scheme is https. The specification's default is that it is; ours is what a person who
// writes `host:4317` means nearly always, and what fails in the open where it is wrong.
bool ReadSecure(const Environment& environment, Notices& notices) {
  const bool general = ReadBool(environment, "OTEL_EXPORTER_OTLP_INSECURE", true, notices);
  return !ReadBool(environment, "OTEL_EXPORTER_OTLP_TRACES_INSECURE", general, notices);
}

// `path`: to append; null: the URL is whole.
Endpoint Finished(std::string url, bool given, const char* path, std::optional<OtlpProtocol> protocol) {
  Endpoint endpoint;
  endpoint.given = given;
  endpoint.protocol = protocol.value_or(
      !url.starts_with(kUnix) && Authority(url).ends_with(":4317") ? OtlpProtocol::kGrpc : OtlpProtocol::kHttpProtobuf);
  if (url.starts_with(kUnix)) {
    endpoint.url = std::move(url);
  } else if (endpoint.protocol == OtlpProtocol::kGrpc) {
    endpoint.url = Authority(url);
  } else {
    endpoint.url = path == nullptr ? std::move(url) : WithPath(std::move(url), path);
  }
  return endpoint;
}

}  // namespace

Endpoint ReadEndpoint(const Environment& environment, const injected::Defaults& defaults, Notices& notices,
                      const char* path) {
  constexpr char kExpected[] = "an http:// or https:// URL, host:port, or unix:/path";
  const std::optional<OtlpProtocol> protocol = ReadProtocol(environment, notices);
  const bool secure = ReadSecure(environment, notices);
  const std::string fallback = protocol == OtlpProtocol::kGrpc ? "http://localhost:4317" : "http://localhost:4318";
  const std::string traces = environment(kTraces);
  if (!traces.empty()) {
    std::string url = Complete(traces, secure);
    if (!url.empty()) return Finished(std::move(url), true, nullptr, protocol);
    notices.push_back(BadValue(kTraces, notice::MaskUrl(traces), kExpected, std::string("the value of ") + kGeneral));
  }
  const std::string general = environment(kGeneral);
  if (!general.empty()) {
    std::string url = Complete(general, secure);
    if (!url.empty()) return Finished(std::move(url), true, path, protocol);
    notices.push_back(BadValue(kGeneral, notice::MaskUrl(general), kExpected, fallback));
    return Finished(fallback, true, path, protocol);
  }
  if (std::string url = JaegerEndpoint(environment, notices); !url.empty()) {
    Endpoint endpoint = Finished(std::move(url), true, path, protocol);
    endpoint.jaeger = true;
    return endpoint;
  }
  const bool in_cluster = !environment("KUBERNETES_SERVICE_HOST").empty();
  for (const auto& [name, value] :
       {std::pair("DEFAULT_ENDPOINT_IN_CLUSTER", in_cluster ? defaults.endpoint_in_cluster : nullptr),
        std::pair("DEFAULT_ENDPOINT", defaults.endpoint)}) {
    if (value == nullptr || *value == '\0') continue;
    std::string url = Complete(value, secure);
    if (!url.empty()) return Finished(std::move(url), true, path, protocol);
    notices.push_back(
        BadValue(std::string("the build's ") + name, notice::MaskUrl(value), kExpected, "the next default"));
  }
  return Finished(fallback, !traces.empty(), path, protocol);
}

}  // namespace spansmith::config
