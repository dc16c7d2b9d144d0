// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See names.h.
#include "names.h"

#include <cstdint>

namespace spansmith::rpc {
namespace {

constexpr const char* kCodes[] = {
    "OK",        "CANCELLED",       "UNKNOWN",           "INVALID_ARGUMENT",   "DEADLINE_EXCEEDED",
    "NOT_FOUND", "ALREADY_EXISTS",  "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION",
    "ABORTED",   "OUT_OF_RANGE",    "UNIMPLEMENTED",     "INTERNAL",           "UNAVAILABLE",
    "DATA_LOSS", "UNAUTHENTICATED",
};

// -1: none, or no number of a port.
int PortOf(std::string_view text) {
  if (text.empty() || text.size() > 5) return -1;
  int port = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    port = port * 10 + (c - '0');
  }
  return port <= 65'535 ? port : -1;
}

// "host", "host:port", "[host]:port", "%5Bhost%5D:port".
Address HostAndPort(std::string_view text) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"[", "]"}, {"%5B", "%5D"}}) {
    if (text.substr(0, open.size()) != open) continue;
    const std::size_t end = text.find(close);
    if (end == std::string_view::npos) break;
    Address address{std::string(text.substr(open.size(), end - open.size()))};
    const std::string_view rest = text.substr(end + close.size());
    if (!rest.empty() && rest.front() == ':') {
      if (const int port = PortOf(rest.substr(1)); port > 0) address.port = port;
    }
    return address;
  }
  const std::size_t colon = text.rfind(':');
  if (colon != std::string_view::npos && text.find(':') == colon) {
    if (const int port = PortOf(text.substr(colon + 1)); port > 0) return {std::string(text.substr(0, colon)), port};
  }
  return {std::string(text)};
}

bool Take(std::string_view& text, std::string_view prefix) {
  if (text.substr(0, prefix.size()) != prefix) return false;
  text.remove_prefix(prefix.size());
  return true;
}

}  // namespace

Method MethodOf(std::string_view path) {
  if (!path.empty() && path.front() == '/') path.remove_prefix(1);
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {{}, path};
  return {path.substr(0, slash), path.substr(slash + 1)};
}

bool IsHealthCheck(std::string_view path) { return MethodOf(path).service == "grpc.health.v1.Health"; }

Address AddressOfTarget(std::string_view target) {
  const std::string_view whole = target;
  if (Take(target, "dns:")) {
    if (Take(target, "//")) {  // the name server to ask, which is not ours to tell
      const std::size_t slash = target.find('/');
      target = slash == std::string_view::npos ? std::string_view() : target.substr(slash + 1);
    }
    return HostAndPort(target);
  }
  if (Take(target, "ipv4:") || Take(target, "ipv6:")) {
    return target.find(',') == std::string_view::npos ? HostAndPort(target) : Address{std::string(whole)};
  }
  if (Take(target, "unix://") || Take(target, "unix:") || Take(target, "unix-abstract:")) {
    return {std::string(target)};
  }
  if (target.find("://") != std::string_view::npos) return {std::string(whole)};
  return HostAndPort(target);
}

Address AddressOfPeer(std::string_view peer) {
  if (Take(peer, "ipv4:") || Take(peer, "ipv6:")) return HostAndPort(peer);
  if (Take(peer, "unix:") || Take(peer, "unix-abstract:")) return {std::string(peer)};
  return HostAndPort(peer);
}

void AddAddress(Attributes& attributes, const char* host_key, const char* port_key, const Address& address) {
  if (address.host.empty()) return;
  attributes.push_back({host_key, address.host});
  if (address.port > 0) attributes.push_back({port_key, std::int64_t{address.port}});
}

std::string NameOfCode(int code) {
  constexpr int kCount = sizeof kCodes / sizeof *kCodes;
  return code >= 0 && code < kCount ? kCodes[code] : std::to_string(code);
}

bool IsError(SpanKind kind, int code) {
  if (kind == SpanKind::kClient) return code != 0;
  switch (code) {
    case 2:   // UNKNOWN
    case 4:   // DEADLINE_EXCEEDED
    case 12:  // UNIMPLEMENTED
    case 13:  // INTERNAL
    case 14:  // UNAVAILABLE
    case 15:  // DATA_LOSS
      return true;
    default:
      return false;
  }
}

}  // namespace spansmith::rpc
