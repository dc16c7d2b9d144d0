// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The proxy for a URL, by the variables that curl has made the custom (curl's manual, "ENVIRONMENT"): http_proxy, only
// in lower case, because a CGI program's HTTP_PROXY is said by its client; https_proxy, all_proxy and no_proxy in
// either. Read once with everything else: libcurl would ask getenv(3) at each request, on a thread of ours, where it
// could meet a setenv(3) of the program's.
#ifndef SPANSMITH_CONFIG_PROXY_H_
#define SPANSMITH_CONFIG_PROXY_H_

#include <string>
#include <string_view>

#include "config/environment.h"

namespace spansmith::config {

struct Proxy {
  std::string url;     // as curl takes it: [scheme://][user:password@]host[:port]; "": none
  std::string except;  // hosts that are reached without it, as curl reads no_proxy
};

// `url`: complete. A Unix domain socket has no proxy.
Proxy ReadProxy(const Environment& environment, std::string_view url);

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_PROXY_H_
