// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Requests of a program by libcurl and by cpp-httplib's client, compiled twice as the service is. What each function
// returns is all that the program can see of its request.
#ifndef SPANSMITH_TESTS_HTTP_REQUESTS_H_
#define SPANSMITH_TESTS_HTTP_REQUESTS_H_

#include <string>
#include <vector>

#define SPANSMITH_TEST_DECLARE_REQUESTS(name)                                                                        \
  namespace name {                                                                                                   \
  /* libcurl. `options`: "follow", "post", "headers" (a list of the program's), "traceparent" (one                   \
     with such a header), "verbose", in any order. */                                                                \
  std::string Curl(const std::string& url, const std::string& options = "");                                         \
  std::string CurlTwice(const std::string& url); /* one handle, its list changed in between */                       \
  std::string CurlCopies(const std::string& url);                                                                    \
  /* over TLS: `authority`: the file of whom to trust; cpp-httplib by its client for any scheme, and by that for TLS \
   */                                                                                                                \
  std::string CurlSecurely(const std::string& url, const std::string& authority);                                    \
  std::string GetSecurely(int port, const std::string& authority);                                                   \
  std::string CurlNothing();                                                                                         \
  /* the multi interface: one transfer a URL at once, in the order of the URLs; `options` as above, and "unread" (no \
     message is looked at), "early" (all are removed at once), "left" (cleaned up without being removed). */         \
  std::string CurlMulti(const std::vector<std::string>& urls, const std::string& options = "");                      \
  /* cpp-httplib: every verb, and every way to give headers. */                                                      \
  std::string Get(int port, const std::string& path);                                                                \
  std::string Verbs(int port);                                                                                       \
  std::string Headers(int port);                                                                                     \
  std::string Send(int port);                                                                                        \
  }

SPANSMITH_TEST_DECLARE_REQUESTS(traced)
SPANSMITH_TEST_DECLARE_REQUESTS(plain)

#endif  // SPANSMITH_TESTS_HTTP_REQUESTS_H_
