// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See proxy.h.
#include "config/proxy.h"

#include <initializer_list>

namespace spansmith::config {
namespace {

std::string First(const Environment& environment, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    std::string value = environment(name);
    if (!value.empty()) return value;
  }
  return "";
}

}  // namespace

Proxy ReadProxy(const Environment& environment, std::string_view url) {
  Proxy proxy;
  if (url.starts_with("https:")) {
    proxy.url = First(environment, {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"});
  } else if (url.starts_with("http:")) {
    proxy.url = First(environment, {"http_proxy", "all_proxy", "ALL_PROXY"});
  }
  if (!proxy.url.empty()) proxy.except = First(environment, {"no_proxy", "NO_PROXY"});
  return proxy;
}

}  // namespace spansmith::config
