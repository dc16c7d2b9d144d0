// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One HTTP POST over libcurl, HTTP/1.1 or HTTP/2. The connection is kept for the next one, where libcurl can (http.cc,
// ReusesHttp2). Deadlines hold: Post returns soon after `remaining` reaches zero, whatever the peer does. No signals,
// no redirects followed, proxies from the environment as libcurl reads them. One thread at a time.
#ifndef SPANSMITH_TRANSPORT_HTTP_H_
#define SPANSMITH_TRANSPORT_HTTP_H_

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace spansmith::transport {

// How long a piece of work may go on, asked again and again because shutdown makes it shorter; and what else the thread
// does while it waits for the network (may be empty).
struct Patience {
  std::function<std::chrono::milliseconds()> remaining;
  std::function<void()> meanwhile;
  std::function<void(bool)> waiting = {};  // true: the thread is about to sleep, false: it is awake; may be empty
};

using Headers = std::vector<std::pair<std::string, std::string>>;

struct HttpResponse {
  int status = 0;     // 0: none came, and `error` says why
  std::string error;  // "connection refused", "no answer within 10000 ms", else libcurl's words
  std::string body;   // the first 64 KiB
  Headers headers;    // and trailers, in the order in which they came; names in lower case; the first 64 KiB
};

enum class HttpVersion {
  k1,
  k2,  // without asking: prior knowledge for http (RFC 9113, 3.3), ALPN for https (3.2)
};

class HttpClient {
 public:
  HttpClient();
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  HttpResponse Post(const std::string& url, const Headers& headers, std::string_view body, const Patience& patience,
                    HttpVersion version = HttpVersion::k1);

 private:
  struct Handles;
  std::unique_ptr<Handles> handles_;
};

// Once in a process, before the runtime registers its exit handler: OpenSSL registers its own here, and it must run
// later.
void PrepareProcess();

}  // namespace spansmith::transport

#endif  // SPANSMITH_TRANSPORT_HTTP_H_
