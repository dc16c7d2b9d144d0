// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// HTTP over libcurl: connections that are kept, TLS, deadlines, bounds on what is read, cancellation at once.
#ifndef SAMPLES_KUBE_HTTP_TRANSPORT_H_
#define SAMPLES_KUBE_HTTP_TRANSPORT_H_

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

// PEM text or the file that holds it; the text wins. Both empty: none.
struct PemSource {
  std::string text;
  std::string file;
  bool empty() const { return text.empty() && file.empty(); }
};

struct TransportOptions {
  PemSource authority;  // none: the system's
  PemSource certificate;
  PemSource key;
  bool insecure = false;    // the server's certificate is not checked
  std::string server_name;  // whom the certificate must name, if not the URL's host
  std::string proxy;        // empty: none; the environment's proxies are never used, loopback has none
  std::string user_agent = "kube-sample/0.1";
  std::chrono::milliseconds connect_timeout{10000};
  std::size_t idle_connections = 16;  // kept at most
};

struct HttpRequest {
  std::string method = "GET";
  std::string url;
  std::vector<std::string> headers;  // "Name: value"
  std::string body;
  std::chrono::milliseconds timeout{30000};         // until everything is there; of a stream: until its end
  std::chrono::milliseconds header_timeout{30000};  // of a stream, until it begins
  std::size_t max_body = std::size_t{64} << 20;     // bytes; not of a stream that succeeds
};

struct HttpResponse {
  int status = 0;
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
  std::string protocol_version;  // "1.1", "2"
};

// Thread-safe; as many requests at once as threads that ask. Throws kube::ConnectionError, TlsError, Timeout,
// Cancelled, ProtocolError (too large, no HTTP); what() begins with method and URL.
class Transport {
 public:
  // Throws ConfigError if a file named in the options cannot be read.
  explicit Transport(TransportOptions options);
  ~Transport();  // no request may be running

  HttpResponse Send(const HttpRequest& request, const std::stop_token& stop = {});

  // The body of a 2xx answer goes to `on_data` piece by piece, and response.body stays empty; of another it is kept. An
  // exception of on_data ends the request and comes out here.
  HttpResponse Stream(const HttpRequest& request, const std::function<void(std::string_view)>& on_data,
                      const std::stop_token& stop);

  // Running requests and later ones throw Cancelled.
  void Stop();
  std::stop_token stopped() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kube

#endif  // SAMPLES_KUBE_HTTP_TRANSPORT_H_
