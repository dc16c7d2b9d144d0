// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See header_rules.h.
#include "transport/header_rules.h"

#include <algorithm>

namespace spansmith::transport {
namespace {

constexpr std::string_view kOurs[] = {
    "connection", "content-encoding", "content-length", "content-type",      "expect",         "keep-alive",
    "te",         "trailer",          "upgrade",        "transfer-encoding", "http2-settings", "proxy-connection"};

bool IsTokenCharacter(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool IsControl(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; }

}  // namespace

std::string WhyMalformed(std::string_view name, std::string_view value) {
  if (name.empty() || !std::all_of(name.begin(), name.end(), IsTokenCharacter)) {
    return "its name is no token: letters, digits and !#$%&'*+-.^_`|~ are";
  }
  if (std::any_of(value.begin(), value.end(), IsControl)) return "its value has control characters";
  return "";
}

std::string WhyNotForUsers(std::string_view name, std::string_view value) {
  std::string why = WhyMalformed(name, value);
  if (!why.empty()) return why;
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (lower.starts_with("grpc-") || std::find(std::begin(kOurs), std::end(kOurs), lower) != std::end(kOurs)) {
    return "it belongs to the request itself";
  }
  return "";
}

}  // namespace spansmith::transport
