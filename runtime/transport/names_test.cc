// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Names that do not resolve, and a name server that does not answer. This program's getaddrinfo stands before the C
// library's, so that the test needs no network.
#include <dlfcn.h>
#include <gtest/gtest.h>
#include <netdb.h>

#include <condition_variable>
#include <mutex>
#include <string_view>

#include "transport/http.h"

namespace {

std::mutex mutex;
std::condition_variable changed;
bool asked = false;
bool let_go = false;

}  // namespace

extern "C" int getaddrinfo(const char* name, const char* service, const addrinfo* hints, addrinfo** result) {
  if (name != nullptr && std::string_view(name) == "missing.test") return EAI_NONAME;
  if (name != nullptr && std::string_view(name) == "stuck.test") {
    std::unique_lock lock(mutex);
    asked = true;
    changed.wait(lock, [] { return let_go; });
    return EAI_AGAIN;
  }
  static const auto real = reinterpret_cast<decltype(&getaddrinfo)>(dlsym(RTLD_NEXT, "getaddrinfo"));
  return real(name, service, hints, result);
}

namespace spansmith::transport {
namespace {

using std::chrono::milliseconds;

TEST(Names, OneThatDoesNotResolve) {
  HttpClient client;
  const HttpResponse response = client.Post("http://missing.test/", {}, "x", {[] { return milliseconds(60'000); }, {}});
  EXPECT_EQ(response.status, 0);
  EXPECT_EQ(response.trouble, Trouble::kRefused);
  EXPECT_EQ(response.error, "Could not resolve host: missing.test");
}

TEST(Names, ANameServerThatDoesNotAnswerDoesNotHoldUpTheDeadline) {
  {
    HttpClient client;
    // The clock is this test's: it runs out once the name is being asked for.
    const HttpResponse response = client.Post("http://stuck.test/", {}, "x",
                                              {[] {
                                                 const std::lock_guard lock(mutex);
                                                 return milliseconds(asked ? 0 : 250);
                                               },
                                               {}});
    EXPECT_EQ(response.error, "no answer within 250 ms");
    EXPECT_EQ(response.trouble, Trouble::kConnection);
  }  // nor does the end of the client
  const std::lock_guard lock(mutex);
  EXPECT_FALSE(let_go);
  let_go = true;
  changed.notify_all();
}

}  // namespace
}  // namespace spansmith::transport
