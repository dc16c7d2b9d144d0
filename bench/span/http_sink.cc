// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A collector that takes everything and looks at nothing: answers each HTTP/1.1 request with 200 and an empty body.
// Prints its URL; ends when its standard input does. One thread a connection.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

namespace {

void Serve(int connection) {
  const int on = 1;
  setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  std::vector<char> buffer(1 << 20);
  std::string head;
  while (true) {
    head.clear();
    std::size_t end = std::string::npos;
    while (end == std::string::npos) {
      const ssize_t got = read(connection, buffer.data(), buffer.size());
      if (got <= 0) {
        close(connection);
        return;
      }
      head.append(buffer.data(), static_cast<std::size_t>(got));
      end = head.find("\r\n\r\n");
    }
    const char* const field = strcasestr(head.c_str(), "content-length:");
    const std::size_t length = field == nullptr ? 0 : std::strtoul(field + 15, nullptr, 10);
    for (std::size_t have = head.size() - end - 4; have < length;) {
      const ssize_t got = read(connection, buffer.data(), buffer.size());
      if (got <= 0) {
        close(connection);
        return;
      }
      have += static_cast<std::size_t>(got);
    }
    static constexpr char kAnswer[] =
        "HTTP/1.1 200 OK\r\nContent-Type: application/x-protobuf\r\nContent-Length: 0\r\n\r\n";
    if (write(connection, kAnswer, sizeof kAnswer - 1) < 0) return;
  }
}

}  // namespace

int main() {
  const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (bind(listener, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(listener, 64) != 0 ||
      getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    std::perror("http_sink");
    return 1;
  }
  std::printf("http://127.0.0.1:%d\n", ntohs(address.sin_port));
  std::fflush(stdout);
  std::thread([listener] {
    while (true) {
      const int connection = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
      if (connection >= 0) std::thread(Serve, connection).detach();
    }
  }).detach();
  char byte;
  while (read(STDIN_FILENO, &byte, 1) > 0) {
  }
  _exit(0);
}
