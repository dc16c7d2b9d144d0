// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See requests.h.
#include "requests.h"

#include <curl/curl.h>
#include <httplib.h>

#include <algorithm>
#include <string>
#include <vector>

#ifndef SPANSMITH_TEST_NAMESPACE
#define SPANSMITH_TEST_NAMESPACE traced
#endif

namespace SPANSMITH_TEST_NAMESPACE {
namespace {

std::size_t Append(char* data, std::size_t size, std::size_t count, void* to) {
  static_cast<std::string*>(to)->append(data, size * count);
  return size * count;
}

int Listen(CURL*, curl_infotype kind, char* data, std::size_t size, void* to) {
  if (kind == CURLINFO_HEADER_OUT) static_cast<std::string*>(to)->append(data, std::string_view(data, size).find(' '));
  return 0;
}

std::string TextOf(const curl_slist* list) {
  std::string text;
  for (; list != nullptr; list = list->next) text.append(list->data).append(";");
  return text;
}

std::string Perform(CURL* handle) {
  std::string body;
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &Append);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &body);
  const CURLcode code = curl_easy_perform(handle);
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return std::to_string(static_cast<int>(code)) + " " + std::to_string(status) + "\n" + body;
}

std::string TextOf(const httplib::Result& result) {
  if (!result) return "error " + httplib::to_string(result.error()) + "\n";
  return std::to_string(result->status) + " " + result->body + "\n";
}

}  // namespace

std::string Curl(const std::string& url, const std::string& options) {
  const auto has = [&](const char* word) { return options.find(word) != std::string::npos; };
  CURL* const handle = curl_easy_init();
  curl_slist* list = nullptr;
  std::string heard;
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  if (has("follow")) curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
  if (has("post")) curl_easy_setopt(handle, CURLOPT_POSTFIELDS, "abc");
  if (has("headers")) list = curl_slist_append(curl_slist_append(list, "X-One: 1"), "X-Two: 2");
  if (has("traceparent")) list = curl_slist_append(list, "TraceParent: mine");
  if (list != nullptr) curl_easy_setopt(handle, CURLOPT_HTTPHEADER, list);
  if (has("verbose")) {
    curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, &Listen);
    curl_easy_setopt(handle, CURLOPT_DEBUGDATA, &heard);
    curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
  }
  std::string text = Perform(handle) + heard + "\nlist " + TextOf(list);
  curl_easy_cleanup(handle);
  curl_slist_free_all(list);
  return text;
}

std::string CurlTwice(const std::string& url) {
  CURL* const handle = curl_easy_init();
  curl_slist* first = curl_slist_append(nullptr, "X-First: 1");
  curl_slist* second = curl_slist_append(nullptr, "X-Second: 2");
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, first);
  std::string text = Perform(handle);
  curl_slist_append(first, "X-Later: 3");
  text += Perform(handle);
  curl_slist_free_all(first);
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, second);
  text += Perform(handle);
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, nullptr);
  curl_slist_free_all(second);
  text += Perform(handle);
  curl_easy_reset(handle);
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  text += Perform(handle);
  curl_easy_cleanup(handle);
  return text;
}

std::string CurlCopies(const std::string& url) {
  CURL* const handle = curl_easy_init();
  curl_slist* list = curl_slist_append(nullptr, "X-First: 1");
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, list);
  CURL* const copy = curl_easy_duphandle(handle);
  curl_easy_cleanup(handle);
  std::string text = Perform(copy);
  curl_easy_cleanup(copy);
  curl_slist_free_all(list);
  return text;
}

std::string CurlSecurely(const std::string& url, const std::string& authority) {
  CURL* const handle = curl_easy_init();
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_CAINFO, authority.c_str());
  std::string text = Perform(handle);
  curl_easy_cleanup(handle);
  return text;
}

std::string GetSecurely(int port, const std::string& authority) {
  httplib::Client any("https://127.0.0.1:" + std::to_string(port));
  any.set_ca_cert_path(authority.c_str());
  any.enable_server_certificate_verification(true);
  std::string text = TextOf(any.Get("/echo"));
  httplib::SSLClient secure("127.0.0.1", port);
  secure.set_ca_cert_path(authority.c_str());
  secure.enable_server_certificate_verification(true);
  return text + TextOf(secure.Get("/echo"));
}

std::string CurlMulti(const std::vector<std::string>& urls, const std::string& options) {
  const auto has = [&](const char* word) { return options.find(word) != std::string::npos; };
  CURLM* const multi = curl_multi_init();
  curl_slist* list = curl_slist_append(nullptr, "X-One: 1");
  std::vector<std::string> bodies(urls.size()), results(urls.size());
  std::vector<CURL*> handles;
  std::string text;
  for (std::size_t i = 0; i < urls.size(); ++i) {
    CURL* const handle = handles.emplace_back(curl_easy_init());
    curl_easy_setopt(handle, CURLOPT_URL, urls[i].c_str());
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &Append);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &bodies[i]);
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, list);
    if (has("follow")) curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
    text += std::to_string(static_cast<int>(curl_multi_add_handle(multi, handle)));
    text += std::to_string(static_cast<int>(curl_multi_add_handle(multi, handle)));  // it is there already
  }
  for (int running = has("early") ? 0 : 1; running != 0;) {
    curl_multi_perform(multi, &running);
    if (running != 0) curl_multi_poll(multi, nullptr, 0, 100, nullptr);
  }
  int left = 0;
  while (const CURLMsg* message = has("unread") ? nullptr : curl_multi_info_read(multi, &left)) {
    const auto which = std::find(handles.begin(), handles.end(), message->easy_handle) - handles.begin();
    results[static_cast<std::size_t>(which)] = std::to_string(static_cast<int>(message->data.result));
  }
  for (std::size_t i = 0; i < urls.size(); ++i) {
    if (!has("left")) text += std::to_string(static_cast<int>(curl_multi_remove_handle(multi, handles[i])));
    text += " " + results[i] + " " + bodies[i] + "\n";
    curl_easy_cleanup(handles[i]);
  }
  text += std::to_string(static_cast<int>(curl_multi_remove_handle(multi, nullptr)));
  curl_multi_cleanup(multi);
  text += "list " + TextOf(list);
  curl_slist_free_all(list);
  return text;
}

std::string CurlNothing() {
  CURL* const none = nullptr;
  std::string text = std::to_string(static_cast<int>(curl_easy_perform(none)));
  CURL* const handle = curl_easy_init();
  text += " " + std::to_string(static_cast<int>((curl_easy_perform)(handle)));  // no URL
  curl_easy_cleanup(handle);
  return text;
}

std::string Get(int port, const std::string& path) {
  httplib::Client client("127.0.0.1", port);
  return TextOf(client.Get(path));
}

std::string Verbs(int port) {
  httplib::Client client("127.0.0.1", port);
  std::string text = TextOf(client.Get("/things/7"));
  text += TextOf(client.Head("/things/7"));
  text += TextOf(client.Post("/upload"));
  text += TextOf(client.Post("/upload", "four", "text/plain"));
  text += TextOf(client.Post("/upload", httplib::Params{{"a", "b"}}));
  text += TextOf(client.Put("/things", "body", "text/plain"));
  text += TextOf(client.Patch("/things", "body", "text/plain"));
  text += TextOf(client.Delete("/things"));
  text += TextOf(client.Options("/things"));
  std::size_t received = 0;
  text += TextOf(client.Get("/things/8", [&](const char*, std::size_t size) {
    received += size;
    return true;
  }));
  return text + std::to_string(received) + "\n";
}

std::string Headers(int port) {
  const auto client = std::make_unique<httplib::Client>("127.0.0.1", port);
  client->set_default_headers({{"X-Default", "0"}});
  const httplib::Headers mine{{"X-Named", "1"}};
  std::string text = TextOf(client->Get("/echo", mine)) + std::to_string(mine.size()) + "\n";
  text += TextOf(client->Get("/echo", {{"X-Listed", "2"}, {"X-More", "3"}}));
  text += TextOf(client->Get("/echo", {}, httplib::Headers{{"X-After", "4"}}));
  text += TextOf(client->Get("/echo", {{"traceparent", "mine"}}));
  return text;
}

std::string Send(int port) {
  httplib::Client client("127.0.0.1", port);
  httplib::Request request;
  request.method = "GET";
  request.path = "/echo";
  request.headers = {{"X-Sent", "1"}};
  httplib::Response response;
  httplib::Error error = httplib::Error::Success;
  std::string text = client.send(request, response, error) ? "sent\n" : "not sent\n";
  text += response.body + TextOf(client.send(request));
  return text;
}

}  // namespace SPANSMITH_TEST_NAMESPACE
