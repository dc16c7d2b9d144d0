// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See spansmith/call/curl.h. While the transfer runs, the handle has our headers in front of the program's; afterwards
// it is as it was. Where the handle follows redirects, and the program does not look at libcurl's own words, we do:
// they tell when another request is made, and of which URL.
#include <curl/curl.h>
#include <spansmith/call/curl.h>
#include <spansmith/http.h>

#include <exception>
#include <optional>
#include <string>
#include <string_view>

#include "errors.h"
#include "handles.h"
#include "header_list.h"

namespace spansmith::call {
namespace {

using libcurl::HeaderList;
using libcurl::Options;
using libcurl::SetUnseen;

constinit injected::Site site = injected::Site("HTTP").Scope("libcurl").Kind(injected::SpanKind::kClient);

std::string TextOf(CURL* handle, CURLINFO info) {
  const char* text = nullptr;
  return curl_easy_getinfo(handle, info, &text) == CURLE_OK && text != nullptr ? text : "";
}
long NumberOf(CURL* handle, CURLINFO info) {
  long number = 0;
  return curl_easy_getinfo(handle, info, &number) == CURLE_OK ? number : 0;
}

std::string_view VersionText(long version) {
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
std::string WithScheme(std::string url) { return url.find("://") == url.npos && !url.empty() ? "http://" + url : url; }

bool IsHttp(std::string_view url) { return propagation_internal::SameName(url.substr(0, 4), "http"); }

class Transfer {
 public:
  Transfer(CURL* handle, std::optional<Options> options) : handle_(handle), options_(std::move(options)) {
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
    const Options now = libcurl::OptionsOf(handle_).value_or(*options_);
    SetUnseen(handle_, CURLOPT_HTTPHEADER, now.headers);
    if (!watching_) return;
    SetUnseen(handle_, CURLOPT_VERBOSE, now.verbose ? 1L : 0L);
    SetUnseen(handle_, CURLOPT_DEBUGFUNCTION, reinterpret_cast<void*>(now.debug));
    SetUnseen(handle_, CURLOPT_DEBUGDATA, now.debug_data);
  }
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  void End(int code) {
    if (method_.empty()) method_ = TextOf(handle_, CURLINFO_EFFECTIVE_METHOD);
    const bool http = IsHttp(TextOf(handle_, CURLINFO_SCHEME)) || IsHttp(url_);
    if (http && !method_.empty()) span_->Method(method_);
    const std::string address = TextOf(handle_, CURLINFO_PRIMARY_IP);
    if (!address.empty()) span_->Peer(address, static_cast<int>(NumberOf(handle_, CURLINFO_PRIMARY_PORT)));
    const long status = http ? NumberOf(handle_, CURLINFO_RESPONSE_CODE) : 0;
    if (http) span_->Protocol(VersionText(NumberOf(handle_, CURLINFO_HTTP_VERSION)));
    if (code != CURLE_OK && code != CURLE_HTTP_RETURNED_ERROR) {
      span_->Failed(libcurl::NameOf(code), curl_easy_strerror(static_cast<CURLcode>(code)));
    } else {
      span_->Response(static_cast<int>(status));
    }
  }

 private:
  void Begin(const std::string& url) {
    url_ = url;
    method_.clear();
    status_ = 0;
    span_.reset();
    span_.emplace(&site, std::string_view(), url, resends_++);
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
  std::optional<HttpClientSpan> span_;
  std::string url_, method_, version_;
  int status_ = 0;
  unsigned resends_ = 0;
  bool watching_ = false;
};

}  // namespace

int PerformCurl(void* handle, int (*run)(void* what), void* what) {
  if (handle == nullptr) return run(what);  // libcurl says what of it
  std::optional<Transfer> transfer;
  try {
    transfer.emplace(handle, libcurl::OptionsOf(handle));
  } catch (const std::exception&) {  // no memory for a span
    return run(what);
  }
  const int code = run(what);
  try {
    transfer->End(code);
  } catch (const std::exception&) {
  }
  return code;
}

}  // namespace spansmith::call
