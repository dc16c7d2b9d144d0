// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See service.h.
#include "service.h"

#include <httplib.h>

#include <stdexcept>
#include <thread>

#ifndef SPANSMITH_TEST_NAMESPACE
#define SPANSMITH_TEST_NAMESPACE traced
#endif

namespace SPANSMITH_TEST_NAMESPACE {

struct Service::Server {
  httplib::Server http;
  int port = 0;
  std::thread thread;
};

Service::Service() : server_(std::make_unique<Server>()) {
  httplib::Server& http = server_->http;
  // What has arrived, a header a line.
  http.Get("/echo", [](const httplib::Request& request, httplib::Response& response) {
    for (const auto& [name, value] : request.headers) response.body += name + ": " + value + "\n";
  });
  // Asks the next service, and gives its answer back.
  const int& port = server_->port;
  http.Get("/call", [&port](const httplib::Request&, httplib::Response& response) {
    httplib::Client next("127.0.0.1", port);
    const httplib::Result result = next.Get("/echo", {{"X-Caller", "call"}});
    response.status = result ? result->status : 502;
    if (result) response.body = result->body;
  });
  http.Get(R"(/things/(\d+))", [calls = 0](const httplib::Request& request, httplib::Response& response) mutable {
    response.set_header("X-Calls", std::to_string(++calls));
    response.set_content("thing " + request.matches[1].str(), "text/plain");
  });
  http.Get("/missing", [](const httplib::Request&, httplib::Response& response) { response.status = 404; })
      .Get("/broken", [](const httplib::Request&, httplib::Response& response) { response.status = 503; });
  http.Get("/throws",
           [](const httplib::Request&, httplib::Response&) { throw std::runtime_error("the disk is full"); });
  http.Get("/moved", [](const httplib::Request&, httplib::Response& response) { response.set_redirect("/echo"); });
  http.Get("/moved-twice",
           [](const httplib::Request&, httplib::Response& response) { response.set_redirect("/moved", 307); });
  http.Post("/upload", [](const httplib::Request&, httplib::Response& response, const httplib::ContentReader& reader) {
    std::size_t size = 0;
    reader([&](const char*, std::size_t more) {
      size += more;
      return true;
    });
    response.status = 201;
    response.body = std::to_string(size);
  });
  http.Put("/things",
           [](const httplib::Request& request, httplib::Response& response) { response.body = request.body; });
  server_->port = http.bind_to_any_port("127.0.0.1");
  server_->thread = std::thread([&http] { http.listen_after_bind(); });
  while (!http.is_running()) std::this_thread::yield();
}

Service::~Service() {
  server_->http.stop();
  server_->thread.join();
}

int Service::port() const { return server_->port; }

std::string Service::Url(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(server_->port) + path;
}

struct SecureService::Server {
  Server(const std::string& certificate, const std::string& key) : https(certificate.c_str(), key.c_str()) {}
  httplib::SSLServer https;
  int port = 0;
  std::thread thread;
};

SecureService::SecureService(const std::string& certificate, const std::string& key)
    : server_(std::make_unique<Server>(certificate, key)) {
  httplib::SSLServer& https = server_->https;
  https.Get("/echo", [](const httplib::Request& request, httplib::Response& response) {
    for (const auto& [name, value] : request.headers) response.body += name + ": " + value + "\n";
  });
  server_->port = https.bind_to_any_port("127.0.0.1");
  server_->thread = std::thread([&https] { https.listen_after_bind(); });
  while (!https.is_running()) std::this_thread::yield();
}

SecureService::~SecureService() {
  server_->https.stop();
  server_->thread.join();
}

int SecureService::port() const { return server_->port; }

}  // namespace SPANSMITH_TEST_NAMESPACE
