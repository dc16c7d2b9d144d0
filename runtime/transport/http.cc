// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// libcurl's multi interface with one transfer, so that the wait can be cut short. See http.h.
#include "transport/http.h"

#include <curl/curl.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>

namespace spansmith::transport {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t kMaxBody = 64 * 1024;
constexpr milliseconds kSlice{50};  // how often a waiting thread looks at its deadline and at other work

struct TakenHeaders {
  Headers headers;
  std::size_t size = 0;
};

std::size_t TakeBody(char* data, std::size_t size, std::size_t count, void* target) {
  auto* body = static_cast<std::string*>(target);
  body->append(data, std::min(size * count, kMaxBody - std::min(kMaxBody, body->size())));
  return size * count;
}

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlank);
  return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

// Called for every line of headers and of trailers.
std::size_t TakeHeader(char* data, std::size_t size, std::size_t count, void* target) {
  auto* taken = static_cast<TakenHeaders*>(target);
  const std::string_view line(data, size * count);
  const std::size_t colon = line.find(':');
  if (line.starts_with("HTTP/")) {  // of an interim response there may have been others
    taken->headers.clear();
  } else if (colon != std::string_view::npos && taken->size + line.size() <= kMaxBody) {
    taken->size += line.size();
    std::string name(line.substr(0, colon));
    for (char& c : name) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    taken->headers.emplace_back(std::move(name), Trim(line.substr(colon + 1)));
  }
  return size * count;
}

std::string Explain(CURL* easy, CURLcode code, const char* detail) {
  long system_error = 0;
  curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &system_error);
  if (code == CURLE_COULDNT_CONNECT && system_error == ECONNREFUSED) return "connection refused";
  if (code == CURLE_GOT_NOTHING) return "the connection was closed without an answer";
  return *detail != '\0' ? detail : curl_easy_strerror(code);
}

// libcurl before 8.0 fails on every request but the first of a connection with HTTP/2 by prior knowledge (curl's pull
// request 10643; Debian 12 has 7.88.1).
bool ReusesHttp2() {
  static const bool reuses = curl_version_info(CURLVERSION_NOW)->version_num >= 0x080000;
  return reuses;
}

struct FreeHeaders {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, FreeHeaders>;

void Append(HeaderList& list, const std::string& line) {
  if (curl_slist* longer = curl_slist_append(list.get(), line.c_str())) {
    static_cast<void>(list.release());
    list.reset(longer);
  }
}

}  // namespace

struct HttpClient::Handles {
  CURL* easy = curl_easy_init();
  CURLM* multi = curl_multi_init();

  ~Handles() {
    curl_easy_cleanup(easy);
    curl_multi_cleanup(multi);
  }
};

HttpClient::HttpClient() : handles_(std::make_unique<Handles>()) {}
HttpClient::~HttpClient() = default;

HttpResponse HttpClient::Post(const std::string& url, const Headers& headers, std::string_view body,
                              const Patience& patience, HttpVersion version) {
  HttpResponse response;
  TakenHeaders taken;
  CURL* easy = handles_->easy;
  CURLM* multi = handles_->multi;
  if (easy == nullptr || multi == nullptr) {
    response.error = "libcurl could not be initialised";
    return response;
  }
  const milliseconds allowed = patience.remaining();
  if (allowed.count() <= 0) {
    response.error = "no time was left to send";
    return response;
  }
  char detail[CURL_ERROR_SIZE] = "";
  HeaderList list;
  Append(list, "Expect:");  // no 100-continue round trip
  for (const auto& [name, value] : headers) Append(list, name + ": " + value);

  curl_easy_reset(easy);
  curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, list.get());
  curl_easy_setopt(easy, CURLOPT_USERAGENT, "OTel-OTLP-Exporter-Spansmith/" SPANSMITH_VERSION);
  curl_easy_setopt(easy, CURLOPT_POST, 1L);
  curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body.data());
  curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &TakeBody);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, &response.body);
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &TakeHeader);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, &taken);
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, detail);
  if (version == HttpVersion::k2) {
    const bool secure = url.starts_with("https:");
    const long spoken = secure ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE;
    if (curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, spoken) != CURLE_OK) {
      response.error = "this libcurl speaks no HTTP/2";
      return response;
    }
    if (!secure && !ReusesHttp2()) curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);
  }

  CURLMcode trouble = curl_multi_add_handle(multi, easy);
  int running = 1;
  bool late = false;
  while (trouble == CURLM_OK) {
    trouble = curl_multi_perform(multi, &running);
    if (trouble != CURLM_OK || running == 0) break;
    const milliseconds left = patience.remaining();
    late = left.count() <= 0;
    if (late) break;
    if (patience.waiting) patience.waiting(true);
    trouble = curl_multi_poll(multi, nullptr, 0, static_cast<int>(std::min(left, kSlice).count()), nullptr);
    if (patience.waiting) patience.waiting(false);
    if (patience.meanwhile) patience.meanwhile();
  }
  if (trouble != CURLM_OK) {
    response.error = curl_multi_strerror(trouble);
  } else if (late) {
    response.error = "no answer within " + std::to_string(allowed.count()) + " ms";
  } else {
    int queued = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi, &queued)) {
      if (message->msg != CURLMSG_DONE) continue;
      if (message->data.result == CURLE_OK) {
        long status = 0;
        curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
        response.status = static_cast<int>(status);
      } else {
        response.error = Explain(easy, message->data.result, detail);
      }
    }
  }
  response.headers = std::move(taken.headers);
  curl_multi_remove_handle(multi, easy);
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, nullptr);
  return response;
}

void PrepareProcess() { curl_global_init(CURL_GLOBAL_DEFAULT); }

}  // namespace spansmith::transport
