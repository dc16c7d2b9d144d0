// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Spans of HTTP requests by the stable semantic conventions (http/http-spans.md, 1.27), for code that speaks HTTP by a
// library for which there is no pack: Spansmith::libcurl and Spansmith::httplib are built on these. Each but
// HttpClientTransfer lives on one thread, as a guard does. C++17.
//
//   spansmith::HttpClientSpan span(&site, "GET", "https://api.example/v1/things?sig=secret");
//   span.Inject(request.headers);
//   const auto answer = client.Send(request);
//   span.Response(answer.status);
#ifndef SPANSMITH_HTTP_H_
#define SPANSMITH_HTTP_H_

#include <spansmith/injected.h>
#include <spansmith/propagation.h>

#include <optional>
#include <string>
#include <string_view>

namespace spansmith {

// What of a URL may be written down: user and password, and the values of query parameters that are known to hold
// secrets (sig, Signature, X-Amz-Signature, access_token, ...), are REDACTED (http/http-spans.md, url.full).
std::string RedactedUrl(std::string_view url);
std::string RedactedQuery(std::string_view query);

class HttpClientSpan {
 public:
  // `site`: static storage, of kind client. `method`: as it is sent; "": told later. `url`: absolute. `resends`: how
  // many requests went before this one, for one call of the program: redirects, another try.
  HttpClientSpan(injected::Site* site, std::string_view method, std::string_view url, unsigned resends = 0) noexcept;
  HttpClientSpan(const HttpClientSpan&) = delete;
  HttpClientSpan& operator=(const HttpClientSpan&) = delete;

  // The span's context, if this host may be told (SPANSMITH_PROPAGATE_TO). Carriers: spansmith/propagation.h.
  template <typename Carrier>
  bool Inject(Carrier&& carrier) const {
    return may_propagate_ && spansmith::Inject(carrier);
  }
  bool MayPropagate() const noexcept { return may_propagate_; }

  void Method(std::string_view method) noexcept;
  void Response(int status) noexcept;                      // 400 and above: an error
  void Protocol(std::string_view version) noexcept;        // "1.1", "2"
  void Peer(std::string_view address, int port) noexcept;  // that was spoken with
  // There was no answer. `type`: a class of errors, not its text.
  void Failed(std::string_view type, std::string_view description) noexcept;

 private:
  std::optional<injected::Guard> guard_;
  bool may_propagate_ = false;
};

// A client's request that stands on no thread's stack: others run meanwhile, and whatever thread sees it end. It is
// nobody's parent but the server's. One thread at a time.
class HttpClientTransfer {
 public:
  // As HttpClientSpan's; `parent`: the span that it belongs to.
  HttpClientTransfer(injected::Site* site, std::string_view method, std::string_view url, const Context& parent,
                     unsigned resends = 0) noexcept;
  ~HttpClientTransfer();  // ends it, if nobody did
  HttpClientTransfer(const HttpClientTransfer&) = delete;
  HttpClientTransfer& operator=(const HttpClientTransfer&) = delete;

  template <typename Carrier>
  bool Inject(Carrier&& carrier) const {
    return may_propagate_ && spansmith::Inject(carrier, context_);
  }
  bool MayPropagate() const noexcept { return may_propagate_; }

  void Method(std::string_view method) noexcept;
  void Response(int status) noexcept;
  void Protocol(std::string_view version) noexcept;
  void Peer(std::string_view address, int port) noexcept;
  void Failed(std::string_view type, std::string_view description) noexcept;
  void End() noexcept;     // in a forked child: nothing, for the span is the parent's
  void Forget() noexcept;  // it was none: nothing is recorded

 private:
  struct Recorded;

  Context context_;
  Recorded* recorded_ = nullptr;  // null: it is over, or not recorded
  bool may_propagate_ = false;
};

// What is known of a request when it has arrived; "" or 0: not known.
struct HttpServerRequest {
  std::string_view method;
  std::string_view target;   // path and query, as in the request line
  std::string_view scheme;   // "http"
  std::string_view route;    // template, "/things/{id}": the span's name has it
  std::string_view host;     // of the Host header, with its port if it has one
  std::string_view version;  // "1.1"
  std::string_view user_agent;
  std::string_view peer_address;
  int peer_port = 0;
  std::string_view forwarded_for;  // the X-Forwarded-For header: the first of it is the client
};

class HttpServerSpan {
 public:
  // `parent`: what Extract found; without a span in it a trace begins. Its baggage is this thread's meanwhile.
  HttpServerSpan(injected::Site* site, const HttpServerRequest& request, const Context& parent) noexcept;
  HttpServerSpan(const HttpServerSpan&) = delete;
  HttpServerSpan& operator=(const HttpServerSpan&) = delete;

  void Response(int status) noexcept;  // 500 and above: an error

 private:
  std::optional<injected::Attached> parent_;
  std::optional<injected::Guard> guard_;
};

}  // namespace spansmith

#endif  // SPANSMITH_HTTP_H_
