// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A channel is a libcurl easy handle in a multi handle of its own, which keeps the connection between requests. One
// thread uses a channel at a time; the multi interface is there because it alone can be woken from another thread.
#include "samples/kube/http/transport.h"

#include <curl/curl.h>

#include <algorithm>
#include <exception>
#include <fstream>
#include <mutex>
#include <sstream>
#include <utility>

#include "samples/kube/errors/errors.h"

namespace kube {
namespace {

using SteadyClock = std::chrono::steady_clock;

std::string ReadPem(const PemSource& source, const char* what) {
  if (!source.text.empty() || source.file.empty()) return source.text;
  std::ifstream in(source.file, std::ios::binary);
  std::ostringstream text;
  if (in) text << in.rdbuf();
  if (!in || text.str().empty()) {
    throw ConfigError(source.file + ": the " + what +
                      " cannot be read. To do: see that the file is there, is readable " + "and not empty.");
  }
  return text.str();
}

class Channel {
 public:
  Channel() : multi_(curl_multi_init()), easy_(curl_easy_init()) {
    if (multi_ == nullptr || easy_ == nullptr) throw Error("libcurl has no memory for a request");
  }
  ~Channel() {
    curl_easy_cleanup(easy_);
    curl_multi_cleanup(multi_);
  }
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;

  CURLM* multi() const { return multi_; }
  CURL* easy() const { return easy_; }

 private:
  CURLM* multi_;
  CURL* easy_;
};

struct HeaderList {
  curl_slist* list = nullptr;
  ~HeaderList() { curl_slist_free_all(list); }
  void Add(const std::string& line) { list = curl_slist_append(list, line.c_str()); }
};

// Host and port of a URL, with brackets of IPv6; what CURLOPT_CONNECT_TO wants.
std::string HostAndPort(const std::string& url) {
  const std::size_t begin = url.find("://") == std::string::npos ? 0 : url.find("://") + 3;
  const std::string authority = url.substr(begin, url.find_first_of("/?", begin) - begin);
  const std::size_t colon = authority.rfind(':');
  const bool has_port = colon != std::string::npos && authority.find(']', colon) == std::string::npos;
  return has_port ? authority : authority + (url.rfind("https:", 0) == 0 ? ":443" : ":80");
}

struct Exchange {
  const HttpRequest& request;
  const std::function<void(std::string_view)>* on_data;  // null: not a stream
  HttpResponse response;
  CURL* easy = nullptr;
  bool began = false;  // the headers of the final answer are there
  bool too_large = false;
  std::exception_ptr error;  // of on_data
};

std::size_t OnHeader(char* data, std::size_t, std::size_t size, void* self) {
  auto& exchange = *static_cast<Exchange*>(self);
  const std::string_view line(data, size);
  if (line.rfind("HTTP/", 0) == 0) exchange.response.headers.clear();  // of a final answer after an interim one
  if (line == "\r\n" || line == "\n") exchange.began = true;
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || exchange.response.headers.size() > 200) return size;
  std::string name(line.substr(0, colon));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  std::size_t from = colon + 1;
  std::size_t to = line.size();
  while (from < to && (line[from] == ' ' || line[from] == '\t')) ++from;
  while (to > from && (line[to - 1] == '\r' || line[to - 1] == '\n' || line[to - 1] == ' ')) --to;
  exchange.response.headers[name] = std::string(line.substr(from, to - from));
  return size;
}

}  // namespace

class Transport::Impl {
 public:
  explicit Impl(TransportOptions options)
      : options_(std::move(options)),
        authority_(ReadPem(options_.authority, "certificate authority")),
        certificate_(ReadPem(options_.certificate, "client certificate")),
        key_(ReadPem(options_.key, "client key")) {
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (ready != CURLE_OK) throw Error(std::string("libcurl cannot be started: ") + curl_easy_strerror(ready));
  }

  HttpResponse Run(const HttpRequest& request, const std::function<void(std::string_view)>* on_data,
                   const std::stop_token& stop) {
    if (stop.stop_requested() || stopped_.stop_requested()) throw Cancelled(Name(request) + ": cancelled");
    std::unique_ptr<Channel> channel = Take();
    CURL* easy = channel->easy();
    Exchange exchange{request, on_data, {}, easy, false, false, nullptr};
    curl_easy_reset(easy);
    char detail[CURL_ERROR_SIZE] = "";
    HeaderList headers;
    HeaderList connect_to;
    Prepare(easy, exchange, headers, connect_to);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, detail);
    CURLcode code = CURLE_OK;
    const bool cancelled = Drive(*channel, exchange, stop, code);
    long status = 0;
    long version = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(easy, CURLINFO_HTTP_VERSION, &version);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, nullptr);
    Give(std::move(channel));
    if (exchange.error) std::rethrow_exception(exchange.error);
    if (cancelled) throw Cancelled(Name(request) + ": cancelled");
    if (exchange.too_large) {
      throw ProtocolError(Name(request) + ": the answer is larger than the " + std::to_string(request.max_body) +
                          " bytes that are read at most");
    }
    if (code != CURLE_OK) Fail(request, code, *detail != '\0' ? detail : curl_easy_strerror(code));
    exchange.response.status = static_cast<int>(status);
    exchange.response.protocol_version = version == CURL_HTTP_VERSION_1_0   ? "1.0"
                                         : version == CURL_HTTP_VERSION_1_1 ? "1.1"
                                         : version == CURL_HTTP_VERSION_2_0 ? "2"
                                                                            : "";
    return std::move(exchange.response);
  }

  void Stop() { stopped_.request_stop(); }
  std::stop_token stopped() const { return stopped_.get_token(); }

 private:
  static std::string Name(const HttpRequest& request) { return request.method + " " + request.url; }

  void Prepare(CURL* easy, Exchange& exchange, HeaderList& headers, HeaderList& connect_to) const {
    const HttpRequest& request = exchange.request;
    std::string url = request.url;
    if (!options_.server_name.empty()) {  // the name stands in the URL, the connection goes where the URL said
      const std::string actual = HostAndPort(url);
      const std::string port = actual.substr(actual.rfind(':'));
      const std::size_t begin = url.find("://") + 3;
      url.replace(begin, url.find_first_of("/?", begin) - begin, options_.server_name + port);
      connect_to.Add("::" + actual);
      curl_easy_setopt(easy, CURLOPT_CONNECT_TO, connect_to.list);
    }
    curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    if (!request.body.empty() || request.method == "POST" || request.method == "PUT" || request.method == "PATCH") {
      curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
      curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.data());
    }
    for (const std::string& header : request.headers) headers.Add(header);
    headers.Add("Expect:");
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.list);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, options_.user_agent.c_str());
    curl_easy_setopt(easy, CURLOPT_PROXY, options_.proxy.c_str());  // "" keeps the environment's out
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPIDLE, 30L);
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPINTVL, 15L);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeout.count()));
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS,
                     static_cast<long>(std::min(options_.connect_timeout, request.timeout).count()));
    // HTTP/2 would need its streams shared between channels to be of use; watches and calls are a connection each.
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &OnHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &exchange);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &OnBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &exchange);
    PrepareTls(easy);
  }

  void PrepareTls(CURL* easy) const {
    const auto blob = [](const std::string& text) {
      return curl_blob{const_cast<char*>(text.data()), text.size(), CURL_BLOB_NOCOPY};
    };
    if (!authority_.empty()) {
      curl_blob pem = blob(authority_);
      curl_easy_setopt(easy, CURLOPT_CAINFO_BLOB, &pem);
    }
    if (!certificate_.empty()) {
      curl_blob pem = blob(certificate_);
      curl_easy_setopt(easy, CURLOPT_SSLCERT_BLOB, &pem);
      curl_easy_setopt(easy, CURLOPT_SSLCERTTYPE, "PEM");
    }
    if (!key_.empty()) {
      curl_blob pem = blob(key_);
      curl_easy_setopt(easy, CURLOPT_SSLKEY_BLOB, &pem);
      curl_easy_setopt(easy, CURLOPT_SSLKEYTYPE, "PEM");
    }
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, options_.insecure ? 0L : 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, options_.insecure ? 0L : 2L);
  }

  static std::size_t OnBody(char* data, std::size_t, std::size_t size, void* self) {
    auto& exchange = *static_cast<Exchange*>(self);
    const std::string_view piece(data, size);
    long status = 0;
    curl_easy_getinfo(exchange.easy, CURLINFO_RESPONSE_CODE, &status);
    try {
      if (exchange.on_data != nullptr && status >= 200 && status < 300) {
        (*exchange.on_data)(piece);
        return size;
      }
      if (size > exchange.request.max_body - exchange.response.body.size()) {
        exchange.too_large = true;
        return 0;
      }
      exchange.response.body.append(piece);
    } catch (...) {
      exchange.error = std::current_exception();
      return 0;
    }
    return size;
  }

  // Runs the transfer to its end; true: cancelled before. `code` is libcurl's verdict.
  bool Drive(Channel& channel, Exchange& exchange, const std::stop_token& stop, CURLcode& code) {
    const auto wake = [&channel] { curl_multi_wakeup(channel.multi()); };
    const std::stop_callback by_caller(stop, wake);
    const std::stop_callback by_owner(stopped_.get_token(), wake);
    const SteadyClock::time_point begin_by = SteadyClock::now() + exchange.request.header_timeout;
    curl_multi_add_handle(channel.multi(), channel.easy());
    bool cancelled = false;
    int running = 1;
    while (true) {
      CURLMcode multi_code = curl_multi_perform(channel.multi(), &running);
      if (running == 0) {
        code = CURLE_RECV_ERROR;  // unless libcurl says better
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(channel.multi(), &left)) {
          if (message->msg == CURLMSG_DONE) code = message->data.result;
        }
        break;
      }
      if (stop.stop_requested() || stopped_.stop_requested()) {
        cancelled = true;
        break;
      }
      int wait_ms = 1000;
      if (exchange.on_data != nullptr && !exchange.began) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(begin_by - SteadyClock::now()).count();
        if (left <= 0) {
          code = CURLE_OPERATION_TIMEDOUT;
          break;
        }
        wait_ms = static_cast<int>(std::min<long long>(left, wait_ms));
      }
      if (multi_code == CURLM_OK) multi_code = curl_multi_poll(channel.multi(), nullptr, 0, wait_ms, nullptr);
      if (multi_code != CURLM_OK) {
        code = CURLE_FAILED_INIT;
        break;
      }
    }
    curl_multi_remove_handle(channel.multi(), channel.easy());  // an unfinished transfer's connection is closed
    return cancelled;
  }

  [[noreturn]] static void Fail(const HttpRequest& request, CURLcode code, const std::string& detail) {
    const std::string what = Name(request) + ": " + detail;
    switch (code) {
      case CURLE_OPERATION_TIMEDOUT:
        throw Timeout(what);
      case CURLE_SSL_CONNECT_ERROR:
      case CURLE_SSL_CERTPROBLEM:
      case CURLE_SSL_CIPHER:
      case CURLE_PEER_FAILED_VERIFICATION:
      case CURLE_SSL_CACERT_BADFILE:
      case CURLE_SSL_ISSUER_ERROR:
        throw TlsError(what);
      case CURLE_URL_MALFORMAT:
      case CURLE_UNSUPPORTED_PROTOCOL:
        throw ConfigError(what + ". To do: give the server as http://host:port or https://host:port.");
      case CURLE_PARTIAL_FILE:
      case CURLE_WEIRD_SERVER_REPLY:
      case CURLE_HTTP2:
      case CURLE_BAD_CONTENT_ENCODING:
        throw ProtocolError(what);
      default:
        throw ConnectionError(what);
    }
  }

  std::unique_ptr<Channel> Take() {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (idle_.empty()) return std::make_unique<Channel>();
    std::unique_ptr<Channel> channel = std::move(idle_.back());  // the latest: its connection is the likeliest to live
    idle_.pop_back();
    return channel;
  }

  void Give(std::unique_ptr<Channel> channel) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (idle_.size() < options_.idle_connections) idle_.push_back(std::move(channel));
  }

  const TransportOptions options_;
  const std::string authority_;
  const std::string certificate_;
  const std::string key_;
  std::stop_source stopped_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Channel>> idle_;
};

Transport::Transport(TransportOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
Transport::~Transport() = default;

HttpResponse Transport::Send(const HttpRequest& request, const std::stop_token& stop) {
  return impl_->Run(request, nullptr, stop);
}

HttpResponse Transport::Stream(const HttpRequest& request, const std::function<void(std::string_view)>& on_data,
                               const std::stop_token& stop) {
  return impl_->Run(request, &on_data, stop);
}

void Transport::Stop() { impl_->Stop(); }
std::stop_token Transport::stopped() const { return impl_->stopped(); }

}  // namespace kube
