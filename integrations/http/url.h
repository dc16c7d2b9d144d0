// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The parts of a URL (RFC 3986, 3), as far as a span tells them. Pure; any text has parts.
#ifndef SPANSMITH_INTEGRATIONS_HTTP_URL_H_
#define SPANSMITH_INTEGRATIONS_HTTP_URL_H_

#include <string_view>

namespace spansmith::http {

struct Url {
  std::string_view scheme;  // "" if there is none
  std::string_view host;    // of IPv6 without the brackets
  int port = 0;             // 0: neither said nor known by the scheme
};

Url PartsOf(std::string_view url);

struct HostAndPort {
  std::string_view host;
  int port = 0;  // 0: not said, or no number
};
HostAndPort Split(std::string_view host_and_port);

}  // namespace spansmith::http

#endif  // SPANSMITH_INTEGRATIONS_HTTP_URL_H_
