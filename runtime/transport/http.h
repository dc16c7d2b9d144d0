// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One HTTP POST over libcurl, HTTP/1.1 or HTTP/2. The connection is kept for the next one, where libcurl can (http.cc,
// ReusesHttp2). Deadlines hold: Post returns soon after `remaining` reaches zero, whatever the peer does. No signals,
// no redirects followed, nothing read from the environment, no file descriptor that a program run by this one would
// inherit. An answer is never decompressed, and none is read on after 4 MiB. Errors hold no credentials. One thread at
// a time.
#ifndef SPANSMITH_TRANSPORT_HTTP_H_
#define SPANSMITH_TRANSPORT_HTTP_H_

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "transport/tls_files.h"

namespace spansmith::transport {

// How long a piece of work may go on, asked again and again because shutdown makes it shorter.
struct Patience {
  std::function<std::chrono::milliseconds()> remaining;
  std::function<void(bool)> waiting = {};  // true: the thread is about to sleep, false: it is awake; may be empty
};

using Headers = std::vector<std::pair<std::string, std::string>>;

// The last of that name, which is given in lower case: trailers win over headers. Null if there is none.
const std::string* Find(const Headers& headers, std::string_view name);

// What kept an answer from coming.
enum class Trouble {
  kNone,
  kRefused,     // nobody listens there: connection refused, or the name does not resolve
  kConnection,  // anything else that may be otherwise the next time: no time, a reset, TLS, a file of a certificate
  kAnswer,      // it is too long to be read
  kRequest,     // it cannot be sent at all: the URL is none, a header is none, this libcurl cannot do it
};

struct HttpResponse {
  int status = 0;                    // 0: no whole head of an answer came, and `trouble` and `error` say why
  Trouble trouble = Trouble::kNone;  // with a status: the body did not come whole
  std::string error;                 // "connection refused", "no answer within 10000 ms", else libcurl's words
  std::string body;                  // the first 64 KiB
  Headers headers;               // and trailers, in the order in which they came; names in lower case; the first 64 KiB
  std::uint64_t bytes_sent = 0;  // of the request's body
};

enum class HttpVersion {
  k1,
  k2,  // without asking: prior knowledge for http (RFC 9113, 3.3), ALPN for https (3.2)
};

// How peers are reached, whatever is asked of them.
struct Connecting {
  TlsPaths tls = {};
  std::string unix_socket = {};    // the path of a socket instead of the URL's host; "": none
  std::string proxy = {};          // as curl takes it; "": none. HTTP/2 goes through a tunnel (CONNECT)
  std::string without_proxy = {};  // hosts that are reached without it, as curl reads no_proxy
};

class HttpClient {
 public:
  explicit HttpClient(Connecting connecting = {});
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  HttpResponse Post(const std::string& url, const Headers& headers, std::string_view body, const Patience& patience,
                    HttpVersion version = HttpVersion::k1);

 private:
  struct Handles;
  struct Attempt;
  bool Try(const Attempt& attempt, HttpResponse* response);  // false: a file of a certificate was no good; once more

  const std::string unix_socket_;
  const std::string proxy_;
  const std::string without_proxy_;
  TlsFiles tls_;
  std::unique_ptr<Handles> handles_;
};

// Once in a process, before the runtime registers its exit handler: OpenSSL registers its own here, and it must run
// later.
void PrepareProcess();

}  // namespace spansmith::transport

#endif  // SPANSMITH_TRANSPORT_HTTP_H_
