// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which variable is heard for which URL.
#include "config/proxy.h"

#include <gtest/gtest.h>

#include <map>

namespace spansmith::config {
namespace {

Proxy Read(const std::map<std::string, std::string>& variables, const char* url) {
  return ReadProxy(
      [&](const char* name) {
        const auto found = variables.find(name);
        return found == variables.end() ? std::string() : found->second;
      },
      url);
}

TEST(Proxy, OfTheSchemeThenOfAll) {
  const std::map<std::string, std::string> both = {{"http_proxy", "h"}, {"https_proxy", "s"}, {"all_proxy", "a"}};
  EXPECT_EQ(Read(both, "http://c:4318").url, "h");
  EXPECT_EQ(Read(both, "https://c:4318").url, "s");
  EXPECT_EQ(Read({{"ALL_PROXY", "a"}}, "http://c").url, "a");
  EXPECT_EQ(Read({{"HTTPS_PROXY", "s"}}, "https://c").url, "s");
  EXPECT_EQ(Read({}, "https://c").url, "");
}

// What a web server's client says in a header Proxy: is HTTP_PROXY to a CGI program.
TEST(Proxy, HttpProxyOnlyInLowerCase) { EXPECT_EQ(Read({{"HTTP_PROXY", "evil"}}, "http://c").url, ""); }

TEST(Proxy, Exceptions) {
  EXPECT_EQ(Read({{"http_proxy", "h"}, {"no_proxy", "c"}, {"NO_PROXY", "d"}}, "http://c").except, "c");
  EXPECT_EQ(Read({{"http_proxy", "h"}, {"NO_PROXY", "d"}}, "http://c").except, "d");
}

TEST(Proxy, NoneForASocket) { EXPECT_EQ(Read({{"all_proxy", "a"}}, "unix:/run/otlp").url, ""); }

}  // namespace
}  // namespace spansmith::config
