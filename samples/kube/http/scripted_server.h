// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// For tests: a server on loopback that sends whatever bytes a script says, right or wrong. A connection serves one
// request and is closed.
#ifndef SAMPLES_KUBE_HTTP_SCRIPTED_SERVER_H_
#define SAMPLES_KUBE_HTTP_SCRIPTED_SERVER_H_

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace kube {

class ScriptedServer {
 public:
  struct Answer {
    std::string bytes;
    bool hold = false;  // the connection stays open, silent, until the server's end
  };
  // `request` is the head, without body. Called by several threads.
  using Script = std::function<Answer(const std::string& request)>;

  static Answer Ok(const std::string& body) {
    return {"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
            "\r\nConnection: close\r\n\r\n" + body};
  }
  // A body that ends with the connection.
  static Answer Stream(const std::string& body, bool hold = false) {
    return {"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + body, hold};
  }

  explicit ScriptedServer(Script script) : script_(std::move(script)), listener_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(listener_, 64) != 0 ||
        getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
      throw std::runtime_error("no port to listen on");
    }
    port_ = ntohs(address.sin_port);
    acceptor_ = std::thread([this] { Accept(); });
  }
  ~ScriptedServer() {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      stopping_ = true;
      for (const int connection : connections_) shutdown(connection, SHUT_RDWR);
    }
    shutdown(listener_, SHUT_RDWR);
    acceptor_.join();
    for (std::thread& thread : threads_) thread.join();
    close(listener_);
  }
  ScriptedServer(const ScriptedServer&) = delete;
  ScriptedServer& operator=(const ScriptedServer&) = delete;

  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
  std::vector<std::string> requests() const {  // first lines, in order
    const std::lock_guard<std::mutex> lock(mutex_);
    return requests_;
  }

 private:
  void Accept() {
    while (true) {
      const int connection = accept(listener_, nullptr, nullptr);
      if (connection < 0) return;
      const std::lock_guard<std::mutex> lock(mutex_);
      if (stopping_) {
        close(connection);
        return;
      }
      connections_.push_back(connection);
      threads_.emplace_back([this, connection] { Serve(connection); });
    }
  }

  void Serve(int connection) {
    std::string head;
    char buffer[4096];
    while (head.find("\r\n\r\n") == std::string::npos) {
      const ssize_t size = recv(connection, buffer, sizeof buffer, 0);
      if (size <= 0) break;
      head.append(buffer, static_cast<std::size_t>(size));
    }
    if (!head.empty()) {
      {
        const std::lock_guard<std::mutex> lock(mutex_);
        requests_.push_back(head.substr(0, head.find("\r\n")));
      }
      const Answer answer = script_(head);
      std::size_t sent = 0;
      while (sent < answer.bytes.size()) {
        const ssize_t size = send(connection, answer.bytes.data() + sent, answer.bytes.size() - sent, MSG_NOSIGNAL);
        if (size <= 0) break;
        sent += static_cast<std::size_t>(size);
      }
      while (answer.hold && recv(connection, buffer, sizeof buffer, 0) > 0) {
      }
    }
    const std::lock_guard<std::mutex> lock(mutex_);
    connections_.erase(std::find(connections_.begin(), connections_.end(), connection));
    close(connection);
  }

  const Script script_;
  const int listener_;
  int port_ = 0;
  mutable std::mutex mutex_;
  bool stopping_ = false;
  std::vector<int> connections_;
  std::vector<std::string> requests_;
  std::vector<std::thread> threads_;
  std::thread acceptor_;
};

}  // namespace kube

#endif  // SAMPLES_KUBE_HTTP_SCRIPTED_SERVER_H_
