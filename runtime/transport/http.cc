// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// libcurl's multi interface with one transfer, so that the wait can be cut short. See http.h.
#include "transport/http.h"

#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <string_view>
#include <system_error>

#include "transport/header_rules.h"
#include "transport/wakeup_pair.h"

namespace spansmith::transport {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t kKept = 64 * 1024;            // of a body, and of headers
constexpr std::size_t kMostRead = 4 * 1024 * 1024;  // of a body; gRPC's own default bound of a message
constexpr std::size_t kMostHeaders = 256 * 1024;    // of headers and trailers; newer libcurls have a bound near it
constexpr milliseconds kSlice{50};  // how often a waiting thread looks at its deadline and at other work

// An answer as it comes in.
struct Taking {
  HttpResponse* response;
  int status = 0;  // of the head that is coming in
  std::size_t body_size = 0;
  std::size_t headers_size = 0;
  bool too_long = false;
};

std::size_t TakeBody(char* data, std::size_t size, std::size_t count, void* target) {
  auto* taking = static_cast<Taking*>(target);
  std::string& body = taking->response->body;
  body.append(data, std::min(size * count, kKept - body.size()));
  taking->body_size += size * count;
  taking->too_long = taking->body_size > kMostRead;
  return taking->too_long ? 0 : size * count;  // fewer than came: libcurl ends the transfer
}

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlank);
  return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

// 0: it is none (RFC 9112, 4: three digits); libcurl is less strict.
int StatusOf(std::string_view line) {
  int status = 0;
  const std::size_t space = line.find(' ');
  if (space != std::string_view::npos) std::from_chars(line.data() + space + 1, line.data() + line.size(), status);
  return status >= 100 && status <= 999 ? status : 0;
}

// Called for every line of headers and of trailers, and for the empty one after them.
std::size_t TakeHeader(char* data, std::size_t size, std::size_t count, void* target) {
  auto* taking = static_cast<Taking*>(target);
  const std::string_view line(data, size * count);
  const std::size_t before = taking->headers_size;
  taking->headers_size += line.size();
  taking->too_long = taking->headers_size > kMostHeaders;
  if (taking->too_long) return 0;
  Headers& headers = taking->response->headers;
  const std::size_t colon = line.find(':');
  if (line.starts_with("HTTP/")) {  // of an interim response there may have been others
    headers.clear();
    taking->status = StatusOf(line);
  } else if (Trim(line).empty()) {
    if (taking->status >= 200) taking->response->status = taking->status;
  } else if (colon != std::string_view::npos && before + line.size() <= kKept) {
    std::string name(line.substr(0, colon));
    for (char& c : name) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    std::string value(Trim(line.substr(colon + 1)));
    // RFC 9110, 5.5: a recipient replaces them.
    for (std::string* text : {&name, &value}) {
      std::replace_if(text->begin(), text->end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; }, ' ');
    }
    headers.emplace_back(std::move(name), std::move(value));
  }
  return size * count;
}

// libcurl repeats a proxy's URL where it cannot use it, password and all: whatever stands before an @, from a scheme or
// a quote on, goes.
std::string WithoutCredentials(std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos) return std::string(text);
  const std::string_view before = text.substr(0, at);
  std::size_t start = 0;
  if (const std::size_t scheme = before.find("://"); scheme != std::string_view::npos) {
    start = scheme + 3;
  } else if (const std::size_t quote = before.find_first_of("'\""); quote != std::string_view::npos) {
    start = quote + 1;
  }
  return std::string(text.substr(0, start)).append("***").append(text.substr(at));
}

curl_socket_t OpenSocket(void* /*ours*/, curlsocktype /*purpose*/, curl_sockaddr* address) {
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

bool SomethingWasSent(CURL* easy) {
  long size = 0;
  curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &size);
  return size > 0;
}

std::string Explain(CURL* easy, CURLcode code, const char* detail) {
  long system_error = 0;
  curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &system_error);
  if (code == CURLE_COULDNT_CONNECT && system_error == ECONNREFUSED) return "connection refused";
  if (code == CURLE_COULDNT_CONNECT && system_error != 0) {
    return std::generic_category().message(static_cast<int>(system_error));
  }
  if (code == CURLE_UNSUPPORTED_PROTOCOL && SomethingWasSent(easy)) return "what answers there speaks no HTTP";
  if (code == CURLE_BAD_FUNCTION_ARGUMENT && SomethingWasSent(easy)) return "the head of its answer is malformed";
  if (code == CURLE_GOT_NOTHING) return "the connection was closed without an answer";
  const std::string words = WithoutCredentials(*detail != '\0' ? detail : curl_easy_strerror(code));
  return code == CURLE_SSL_CONNECT_ERROR ? "no TLS connection: " + words : words;
}

Trouble TroubleOf(CURL* easy, CURLcode code) {
  long system_error = 0;
  curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &system_error);
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return Trouble::kRefused;
    case CURLE_COULDNT_CONNECT:
      // ENOENT: of a Unix socket.
      return system_error == ECONNREFUSED || system_error == ENOENT ? Trouble::kRefused : Trouble::kConnection;
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
    case CURLE_NOT_BUILT_IN:
    case CURLE_UNKNOWN_OPTION:
    case CURLE_BAD_FUNCTION_ARGUMENT:
      // libcurl has the same codes for what it cannot send, and for an answer that is none.
      return SomethingWasSent(easy) ? Trouble::kConnection : Trouble::kRequest;
    default:
      return Trouble::kConnection;
  }
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

void SetBlob(CURL* easy, CURLoption option, const std::string& text) {
  if (text.empty()) return;
  curl_blob blob{const_cast<char*>(text.data()), text.size(), CURL_BLOB_NOCOPY};
  curl_easy_setopt(easy, option, &blob);
}

// Contents rather than paths: libcurl knows a connection again by them, and makes another when they have changed.
void SetTls(CURL* easy, const TlsContents& contents) {
  if (!contents.certificate.empty()) {
    // Instead of the system's, not beside them.
    curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);
    SetBlob(easy, CURLOPT_CAINFO_BLOB, contents.certificate);
  }
  SetBlob(easy, CURLOPT_SSLCERT_BLOB, contents.client_certificate);
  SetBlob(easy, CURLOPT_SSLKEY_BLOB, contents.client_key);
}

bool IsOfOurFiles(CURLcode code) { return code == CURLE_SSL_CERTPROBLEM || code == CURLE_SSL_CACERT_BADFILE; }

HttpResponse Failed(Trouble trouble, std::string error) {
  HttpResponse response;
  response.trouble = trouble;
  response.error = std::move(error);
  return response;
}

}  // namespace

const std::string* Find(const Headers& headers, std::string_view name) {
  const auto found =
      std::find_if(headers.rbegin(), headers.rend(), [&](const auto& header) { return header.first == name; });
  return found == headers.rend() ? nullptr : &found->second;
}

struct HttpClient::Handles {
  CURLM* multi = MakeMulti();  // the connections are its

  ~Handles() { curl_multi_cleanup(multi); }
};

struct FreeEasy {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};

struct HttpClient::Attempt {
  const std::string& url;
  const curl_slist* headers;
  std::string_view body;
  const Patience& patience;
  HttpVersion version;
  milliseconds allowed;
};

HttpClient::HttpClient(Connecting connecting)
    : unix_socket_(std::move(connecting.unix_socket)),
      proxy_(std::move(connecting.proxy)),
      without_proxy_(std::move(connecting.without_proxy)),
      tls_(std::move(connecting.tls)) {}
HttpClient::~HttpClient() = default;

HttpResponse HttpClient::Post(const std::string& url, const Headers& headers, std::string_view body,
                              const Patience& patience, HttpVersion version) {
  const milliseconds allowed = patience.remaining();
  if (allowed.count() <= 0) return Failed(Trouble::kConnection, "no time was left to send");
  HeaderList list;
  Append(list, "Expect:");  // no 100-continue round trip
  for (const auto& [name, value] : headers) {
    if (const std::string why = WhyMalformed(name, value); !why.empty()) {
      return Failed(Trouble::kRequest, "a header cannot be sent: " + why);
    }
    Append(list, Trim(value).empty() ? name + ";" : name + ": " + value);  // libcurl's way of saying: empty
  }
  const Attempt attempt{url, list.get(), body, patience, version, allowed};
  HttpResponse response;
  if (!Try(attempt, &response)) Try(attempt, &response);
  return response;
}

bool HttpClient::Try(const Attempt& attempt, HttpResponse* response) {
  *response = {};
  const bool secure = attempt.url.starts_with("https:");
  // A handle a request: in libcurl before 8.1 a used one reads freed memory when the first header of an answer begins
  // with a space (curl's commit "headers: clear (possibly) lingering pointer in init").
  const std::unique_ptr<CURL, FreeEasy> handle(curl_easy_init());
  CURL* const easy = handle.get();
  if (!handles_) handles_ = std::make_unique<Handles>();
  CURLM* const multi = handles_->multi;
  if (easy == nullptr || multi == nullptr) {
    *response = Failed(Trouble::kConnection, "libcurl could not be initialised");
    return true;
  }
  Taking taking{response};
  char detail[CURL_ERROR_SIZE] = "";

  if (secure) {
    const TlsContents* const files = tls_.Current(&response->error);
    if (files == nullptr) {
      response->trouble = Trouble::kConnection;  // the file may come yet
      return true;
    }
    SetTls(easy, *files);
  }
  curl_easy_setopt(easy, CURLOPT_URL, attempt.url.c_str());
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
#if LIBCURL_VERSION_NUM >= 0x075700
  curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);  // a name server that does not answer must not hold up the deadline
#endif
  curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!unix_socket_.empty()) curl_easy_setopt(easy, CURLOPT_UNIX_SOCKET_PATH, unix_socket_.c_str());
  // Empty ones too, or libcurl reads the environment.
  curl_easy_setopt(easy, CURLOPT_PROXY, unix_socket_.empty() ? proxy_.c_str() : "");
  curl_easy_setopt(easy, CURLOPT_NOPROXY, without_proxy_.c_str());
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &OpenSocket);
  curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);  // a proxy's answer to CONNECT is not the receiver's
  curl_easy_setopt(easy, CURLOPT_HEADEROPT, static_cast<long>(CURLHEADER_SEPARATE));  // nor is the proxy to see headers
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, attempt.headers);
  curl_easy_setopt(easy, CURLOPT_USERAGENT, "OTel-OTLP-Exporter-Spansmith/" SPANSMITH_VERSION);
  curl_easy_setopt(easy, CURLOPT_POST, 1L);
  curl_easy_setopt(easy, CURLOPT_POSTFIELDS, attempt.body.data());
  curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(attempt.body.size()));
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &TakeBody);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, &taking);
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &TakeHeader);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, &taking);
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, detail);
  if (attempt.version == HttpVersion::k2) {
    const long spoken = secure ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE;
    if (curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, spoken) != CURLE_OK) {
      *response = Failed(Trouble::kRequest, "this libcurl speaks no HTTP/2");
      return true;
    }
    curl_easy_setopt(easy, CURLOPT_HTTPPROXYTUNNEL, 1L);  // a proxy's side of it is HTTP/1.1
    if (!secure && !ReusesHttp2()) curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);
  }

  const Patience& patience = attempt.patience;
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
  }
  CURLcode result = CURLE_OK;
  response->trouble = trouble != CURLM_OK || late ? Trouble::kConnection : Trouble::kNone;
  if (trouble != CURLM_OK) {
    response->error = curl_multi_strerror(trouble);
  } else if (late) {
    response->error = "no answer within " + std::to_string(attempt.allowed.count()) + " ms";
  } else {
    int queued = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi, &queued)) {
      if (message->msg == CURLMSG_DONE) result = message->data.result;
    }
    if (taking.too_long) {
      response->error = "its answer is too long";
      response->trouble = Trouble::kAnswer;
    } else if (result != CURLE_OK) {
      response->error = Explain(easy, result, detail);
      response->trouble = TroubleOf(easy, result);
    } else if (response->status == 0) {  // libcurl takes a head without an end for one
      response->error = "the connection was closed within the head of its answer";
      response->trouble = Trouble::kConnection;
    }
  }
  curl_off_t sent = 0;
  curl_easy_getinfo(easy, CURLINFO_SIZE_UPLOAD_T, &sent);
  response->bytes_sent = static_cast<std::uint64_t>(std::max<curl_off_t>(sent, 0));
  curl_multi_remove_handle(multi, easy);
  if (!secure) return true;
  if (IsOfOurFiles(result)) return !tls_.Refused(response->error);
  if (response->status != 0) tls_.Worked();
  return true;
}

void PrepareProcess() { curl_global_init(CURL_GLOBAL_DEFAULT); }

}  // namespace spansmith::transport
