// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A transfer of an easy handle, with its spans. While it runs, the handle has our headers in front of the program's;
// afterwards it is as it was. Where the handle follows redirects, and the program does not look at libcurl's own words,
// we do: they tell when another request is made, and of which URL.
#ifndef SPANSMITH_INTEGRATIONS_LIBCURL_TRANSFER_H_
#define SPANSMITH_INTEGRATIONS_LIBCURL_TRANSFER_H_

#include <curl/curl.h>
#include <spansmith/http.h>

#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "errors.h"
#include "handles.h"
#include "header_list.h"

namespace spansmith::libcurl {

inline constinit injected::Site site = injected::Site("HTTP").Scope("libcurl").Kind(injected::SpanKind::kClient);

inline std::string TextOf(CURL* handle, CURLINFO info) {
  const char* text = nullptr;
  return curl_easy_getinfo(handle, info, &text) == CURLE_OK && text != nullptr ? text : "";
}
inline long NumberOf(CURL* handle, CURLINFO info) {
  long number = 0;
  return curl_easy_getinfo(handle, info, &number) == CURLE_OK ? number : 0;
}

inline std::string_view VersionText(long version) {
  switch (version) {
    case CURL_HTTP_VERSION_1_0:
      return "1.0";
    case CURL_HTTP_VERSION_1_1:
      return "1.1";
    case CURL_HTTP_VERSION_2_0:
      return "2";
    case CURL_HTTP_VERSION_3:
      return "3";
    default:
      return {};
  }
}

// libcurl takes a URL without a scheme for one of HTTP, where its host's name says nothing else.
inline std::string WithScheme(std::string url) {
  return url.find("://") == url.npos && !url.empty() ? "http://" + url : url;
}

inline bool IsHttp(std::string_view url) { return propagation_internal::SameName(url.substr(0, 4), "http"); }

// `Span`: HttpClientSpan, within a call; HttpClientTransfer, which stands on no thread.
template <typename Span>
class Transfer {
 public:
  // Throws std::bad_alloc.
  Transfer(CURL* handle, std::optional<Options> options)
      : handle_(handle), options_(std::move(options)), parent_(CurrentContext()) {
    if (options_) headers_.emplace(options_->headers);
    Begin(WithScheme(TextOf(handle, CURLINFO_EFFECTIVE_URL)));
    if (!options_) return;
    if (!headers_->empty()) SetUnseen(handle, CURLOPT_HTTPHEADER, headers_->first());
    watching_ = options_->follows && !options_->verbose;
    if (!watching_) return;
    SetUnseen(handle, CURLOPT_DEBUGFUNCTION, reinterpret_cast<void*>(&Transfer::Heard));
    SetUnseen(handle, CURLOPT_DEBUGDATA, this);
    SetUnseen(handle, CURLOPT_VERBOSE, 1L);
  }
  ~Transfer() {
    if (!options_) return;
    // As the program's callbacks may have left it.
    const Options now = OptionsOf(handle_).value_or(*options_);
    SetUnseen(handle_, CURLOPT_HTTPHEADER, now.headers);
    if (!watching_) return;
    SetUnseen(handle_, CURLOPT_VERBOSE, now.verbose ? 1L : 0L);
    SetUnseen(handle_, CURLOPT_DEBUGFUNCTION, reinterpret_cast<void*>(now.debug));
    SetUnseen(handle_, CURLOPT_DEBUGDATA, now.debug_data);
  }
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  static constexpr int kUnknown = -1;

  // `code`: a CURLcode, or kUnknown: nobody asked what became of it.
  void End(int code) {
    if (method_.empty()) method_ = TextOf(handle_, CURLINFO_EFFECTIVE_METHOD);
    const bool http = IsHttp(TextOf(handle_, CURLINFO_SCHEME)) || IsHttp(url_);
    if (http && !method_.empty()) span_->Method(method_);
    const std::string address = TextOf(handle_, CURLINFO_PRIMARY_IP);
    if (!address.empty()) span_->Peer(address, static_cast<int>(NumberOf(handle_, CURLINFO_PRIMARY_PORT)));
    const long status = http ? NumberOf(handle_, CURLINFO_RESPONSE_CODE) : 0;
    if (http) span_->Protocol(VersionText(NumberOf(handle_, CURLINFO_HTTP_VERSION)));
    if (code == kUnknown && status == 0) {
      span_->Failed("removed", "the transfer was given up before there was an answer");
    } else if (code != CURLE_OK && code != CURLE_HTTP_RETURNED_ERROR && code != kUnknown) {
      span_->Failed(NameOf(code), curl_easy_strerror(static_cast<CURLcode>(code)));
    } else {
      span_->Response(static_cast<int>(status));
    }
  }

  // There was no request.
  void Forget() { span_->Forget(); }

 private:
  void Begin(const std::string& url) {
    url_ = url;
    method_.clear();
    status_ = 0;
    span_.reset();
    if constexpr (std::is_same_v<Span, HttpClientTransfer>) {
      span_.emplace(&site, std::string_view(), url, parent_, resends_++);
    } else {
      span_.emplace(&site, std::string_view(), url, resends_++);
    }
    if (!headers_) return;
    if (IsHttp(url) && span_->MayPropagate()) {
      span_->Inject([&](std::string_view name, std::string_view value) { headers_->Set(name, value); });
    } else {
      headers_->Blank();
    }
  }

  // The request before is over: its answer was a redirect, or it has to be made again.
  void BeginAnother(const std::string& url) {
    if (!method_.empty()) span_->Method(method_);
    span_->Protocol(version_);
    if (status_ != 0) span_->Response(status_);
    Begin(url);
    if (headers_) SetUnseen(handle_, CURLOPT_HTTPHEADER, headers_->first());
  }

  static int Heard(CURL*, curl_infotype kind, char* data, std::size_t size, void* transfer) noexcept {
    try {
      static_cast<Transfer*>(transfer)->Hear(kind, {data, size});
    } catch (const std::exception&) {  // no memory: one span for both
    }
    return 0;
  }

  void Hear(curl_infotype kind, std::string_view text) {
    constexpr std::string_view kAnother = "Issue another request to this URL: '";
    if (kind == CURLINFO_HEADER_OUT) {
      method_ = text.substr(0, text.find(' '));
    } else if (kind == CURLINFO_HEADER_IN && text.substr(0, 5) == "HTTP/") {  // HTTP/1.1 302 Found
      const std::size_t blank = text.find(' ');
      version_ = text.substr(5, blank == text.npos ? 0 : blank - 5);
      status_ = 0;
      for (std::size_t i = blank + 1; blank != text.npos && i < blank + 4 && i < text.size(); ++i) {
        if (text[i] >= '0' && text[i] <= '9') status_ = status_ * 10 + (text[i] - '0');
      }
    } else if (kind == CURLINFO_TEXT && text.substr(0, kAnother.size()) == kAnother) {
      text.remove_prefix(kAnother.size());
      BeginAnother(std::string(text.substr(0, text.rfind('\''))));
    }
  }

  CURL* const handle_;
  const std::optional<Options> options_;
  std::optional<HeaderList> headers_;  // none where nothing is known of the handle
  const Context parent_;
  std::optional<Span> span_;
  std::string url_, method_, version_;
  int status_ = 0;
  unsigned resends_ = 0;
  bool watching_ = false;
};

}  // namespace spansmith::libcurl

#endif  // SPANSMITH_INTEGRATIONS_LIBCURL_TRANSFER_H_
