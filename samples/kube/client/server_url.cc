// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// RFC 3986, as far as an API server's URL goes.
#include "samples/kube/client/server_url.h"

#include <charconv>

#include "samples/kube/errors/errors.h"

namespace kube {
namespace {

[[noreturn]] void Refuse(const std::string& text, const std::string& why) {
  throw ConfigError("server " + (text.empty() ? std::string("\"\"") : text) + ": " + why +
                    ". To do: give it as https://host:port.");
}

}  // namespace

ServerUrl ReadServerUrl(const std::string& text) {
  ServerUrl url;
  std::size_t begin = 0;
  if (text.rfind("https://", 0) == 0) {
    begin = 8;
    url.port = 443;
  } else if (text.rfind("http://", 0) == 0) {
    begin = 7;
    url.port = 80;
  } else {
    Refuse(text, "expected http:// or https://");
  }
  const std::size_t slash = std::min(text.find('/', begin), text.size());
  std::string authority = text.substr(begin, slash - begin);
  if (authority.find('@') != std::string::npos) {
    Refuse(text.substr(0, begin) + "...", "credentials in the URL are not taken; they belong under users");
  }
  if (text.find_first_of("?# \t\r\n") != std::string::npos)
    Refuse(text, "a URL without query, fragment or blanks is expected");
  url.base = text;
  while (url.base.size() > slash && url.base.back() == '/') url.base.pop_back();
  url.prefix = url.base.substr(slash);
  std::size_t colon = authority.rfind(':');
  if (!authority.empty() && authority.front() == '[') {
    const std::size_t close = authority.find(']');
    if (close == std::string::npos) Refuse(text, "the [ of the address is not closed");
    url.address = authority.substr(1, close - 1);
    colon = close + 1 < authority.size() ? close + 1 : std::string::npos;
    if (colon != std::string::npos && authority[colon] != ':') Refuse(text, "expected a port after the address");
  } else {
    url.address = authority.substr(0, colon);
  }
  if (url.address.empty()) Refuse(text, "it has no host");
  if (colon != std::string::npos) {
    const char* first = authority.data() + colon + 1;
    const char* last = authority.data() + authority.size();
    const auto [end, error] = std::from_chars(first, last, url.port);
    if (error != std::errc() || end != last || url.port < 1 || url.port > 65535)
      Refuse(text, "its port is no number from 1 to 65535");
  }
  return url;
}

}  // namespace kube
