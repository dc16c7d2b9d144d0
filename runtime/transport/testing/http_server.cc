// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See http_server.h.
#include "transport/testing/http_server.h"

#include <arpa/inet.h>
#include <httplib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cctype>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace spansmith::transport {

struct TestHttpServer::State {
  std::unique_ptr<httplib::Server> server;
  bool secure = false;
  int port = 0;
  std::thread thread;
  std::mutex mutex;
  std::condition_variable changed;
  int status = 200;
  std::string body;
  bool silent = false;
  bool ending = false;
  std::vector<ReceivedRequest> requests;
};

TestHttpServer::TestHttpServer() : state_(std::make_unique<State>()) {
  state_->server = std::make_unique<httplib::Server>();
  Serve();
}

TestHttpServer::TestHttpServer(const TestTls& tls) : state_(std::make_unique<State>()) {
  state_->secure = true;
  const char* const authority = tls.client_authority.empty() ? nullptr : tls.client_authority.c_str();
  state_->server = std::make_unique<httplib::SSLServer>(tls.certificate.c_str(), tls.key.c_str(), authority);
  Serve();
}

void TestHttpServer::Serve() {
  State* state = state_.get();
  state->server->Post(".*", [state](const httplib::Request& request, httplib::Response& response) {
    std::unique_lock lock(state->mutex);
    ReceivedRequest received{request.path, {}, request.body};
    for (const auto& [name, value] : request.headers) {
      std::string lower = name;
      for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      received.headers.emplace(std::move(lower), value);
    }
    state->requests.push_back(std::move(received));
    state->changed.notify_all();
    state->changed.wait(lock, [state] { return !state->silent || state->ending; });
    response.status = state->status;
    response.set_content(state->body, "application/x-protobuf");
  });
  state->server->set_keep_alive_timeout(1);  // stopping it waits for that
  state->port = state->server->bind_to_any_port("127.0.0.1");
  state->thread = std::thread([state] { state->server->listen_after_bind(); });
  while (!state->server->is_running()) std::this_thread::yield();
}

TestHttpServer::~TestHttpServer() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->ending = true;
  }
  state_->changed.notify_all();
  state_->server->stop();
  state_->thread.join();
}

int TestHttpServer::port() const { return state_->port; }

std::string TestHttpServer::url() const {
  return (state_->secure ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(state_->port);
}

void TestHttpServer::Answer(int status, std::string body) {
  const std::lock_guard lock(state_->mutex);
  state_->status = status;
  state_->body = std::move(body);
}

void TestHttpServer::NeverAnswer() {
  const std::lock_guard lock(state_->mutex);
  state_->silent = true;
}

std::vector<ReceivedRequest> TestHttpServer::Requests() const {
  const std::lock_guard lock(state_->mutex);
  return state_->requests;
}

void TestHttpServer::WaitForRequest() {
  std::unique_lock lock(state_->mutex);
  state_->changed.wait(lock, [this] { return !state_->requests.empty(); });
}

int RefusingPort() {
  // Bound once and closed: free, and not handed out again at once.
  const int probe = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  bind(probe, reinterpret_cast<sockaddr*>(&address), size);
  getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size);
  close(probe);
  return ntohs(address.sin_port);
}

}  // namespace spansmith::transport
