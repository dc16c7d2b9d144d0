// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The compiled part of spansmith/call/httplib.h.
#include <spansmith/call/httplib.h>
#include <spansmith/http.h>

#include <exception>
#include <mutex>
#include <new>
#include <string>
#include <string_view>
#include <unordered_set>

namespace spansmith::call {
namespace {

constinit injected::Site client_site = injected::Site("HTTP").Scope("cpp-httplib").Kind(injected::SpanKind::kClient);
constinit injected::Site server_site = injected::Site("HTTP").Scope("cpp-httplib").Kind(injected::SpanKind::kServer);

std::string_view View(HttplibText text) { return {text.data == nullptr ? "" : text.data, text.size}; }
HttplibText ToText(std::string_view text) { return {text.data(), text.size()}; }

// httplib::Error, whose numbers stay from release to release.
std::string ErrorName(int error) {
  constexpr const char* kNames[] = {
      "Success",
      "Unknown",
      "Connection",
      "BindIPAddress",
      "Read",
      "Write",
      "ExceedRedirectCount",
      "Canceled",
      "SSLConnection",
      "SSLLoadingCerts",
      "SSLServerVerification",
      "UnsupportedMultipartBoundaryChars",
      "Compression",
      "ConnectionTimeout",
  };
  const auto index = static_cast<std::size_t>(error);
  return index < std::size(kNames) ? kNames[index] : "httplib::Error " + std::to_string(error);
}

// "http://host:port/path"; the port where it is not the scheme's.
std::string UrlOf(const HttplibTarget& target, std::string_view path) {
  if (path.find("://") != path.npos && path.substr(0, 4) == "http") return std::string(path);  // it is whole
  const std::string_view host(target.host, target.host_size);
  std::string url = target.tls ? "https://" : "http://";
  const bool v6 = host.find(':') != host.npos && host.front() != '[';
  url.append(v6 ? "[" : "").append(host).append(v6 ? "]" : "");
  if (target.port > 0 && target.port != (target.tls ? 443 : 80)) url.append(":").append(std::to_string(target.port));
  return url.append(path);
}

// cpp-httplib before 0.18 percent-decodes the headers that it reads. What can be told apart from a separator is encoded
// again; a comma or semicolon that was encoded is lost. A header that was not decoded has nothing to encode.
std::string EncodedAgain(std::string_view baggage) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  const auto separates = [&](std::size_t i) {
    return i >= baggage.size() || std::string_view(",;=").find(baggage[i]) != std::string_view::npos;
  };
  std::string text;
  for (std::size_t i = 0; i < baggage.size(); ++i) {
    const auto byte = static_cast<unsigned char>(baggage[i]);
    bool encode = byte < 0x20 || byte > 0x7e || byte == '"' || byte == '\\';
    if (byte == ' ' || byte == '\t') {
      const std::size_t before = baggage.find_last_not_of(" \t", i);
      const std::size_t after = baggage.find_first_not_of(" \t", i);
      encode = before != baggage.npos && after != baggage.npos && !separates(before) && !separates(after);
    }
    if (encode) {
      text.append(1, '%').append(1, kDigits[byte >> 4]).append(1, kDigits[byte & 15]);
    } else {
      text += baggage[i];
    }
  }
  return text;
}

template <typename Action>
void Guarded(Action&& action) noexcept {
  try {
    action();
  } catch (const std::exception&) {  // no memory: no span
  }
}

}  // namespace

HttplibClientCall::HttplibClientCall(const char* method, const HttplibTarget& target, HttplibText path) noexcept {
  Guarded([&] { span_ = new HttpClientSpan(&client_site, method, UrlOf(target, View(path))); });
}

HttplibClientCall::~HttplibClientCall() { delete static_cast<HttpClientSpan*>(span_); }

void HttplibClientCall::Inject(HttplibSet set, void* carrier) const {
  if (span_ == nullptr) return;
  static_cast<HttpClientSpan*>(span_)->Inject(
      [&](std::string_view name, std::string_view value) { set(carrier, ToText(name), ToText(value)); });
}

void HttplibClientCall::Answer(int status, int error) noexcept {
  if (span_ == nullptr) return;
  auto& span = *static_cast<HttpClientSpan*>(span_);
  if (error == 0) {
    span.Response(status);
  } else {
    Guarded([&] { span.Failed(ErrorName(error), {}); });
  }
}

HttplibServerCall::HttplibServerCall(const HttplibServerRequest& request, HttplibEach each,
                                     const void* headers) noexcept {
  Guarded([&] {
    struct Seen {
      Extraction extraction;
      HttpServerRequest request;
    } seen;
    each(headers, &seen, [](void* to, HttplibText name, HttplibText value) {
      Seen& all = *static_cast<Seen*>(to);
      const auto is = [&](std::string_view other) { return propagation_internal::SameName(View(name), other); };
      if (is("baggage")) {
        all.extraction.Header(View(name), EncodedAgain(View(value)));
      } else {
        all.extraction.Header(View(name), View(value));
      }
      if (is("host")) all.request.host = View(value);
      if (is("user-agent")) all.request.user_agent = View(value);
      if (is("x-forwarded-for")) all.request.forwarded_for = View(value);
    });
    seen.request.method = View(request.method);
    seen.request.target = View(request.target);
    seen.request.scheme = request.tls ? "https" : "http";
    seen.request.route = request.route;
    const std::string_view version = View(request.version);  // "HTTP/1.1"
    seen.request.version = version.substr(version.find('/') + 1);
    seen.request.peer_address = View(request.peer_address);
    seen.request.peer_port = request.peer_port;
    span_ = new HttpServerSpan(&server_site, seen.request, seen.extraction.Result());
  });
}

HttplibServerCall::~HttplibServerCall() { delete static_cast<HttpServerSpan*>(span_); }

void HttplibServerCall::Answer(int status) noexcept {
  if (span_ != nullptr) static_cast<HttpServerSpan*>(span_)->Response(status);
}

const char* HttplibKept(HttplibText text) noexcept {
  static std::mutex mutex;
  try {
    const std::lock_guard lock(mutex);
    static auto* const kept = new std::unordered_set<std::string>;
    return kept->emplace(View(text)).first->c_str();
  } catch (const std::exception&) {
    return "";
  }
}

}  // namespace spansmith::call
