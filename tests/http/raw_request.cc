// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See raw_request.h.
#include "raw_request.h"

#include <arpa/inet.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace spansmith::test {

std::string RawGet(int port, const std::string& path, const std::vector<std::string>& lines) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string text = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
  for (const std::string& line : lines) text += line + "\r\n";
  text += "\r\n";
  std::string answer;
  if (connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    for (std::size_t sent = 0; sent < text.size();) {
      const ssize_t more = send(socket, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
      if (more <= 0) break;
      sent += static_cast<std::size_t>(more);
    }
    char buffer[4096];
    for (ssize_t got; (got = recv(socket, buffer, sizeof buffer, 0)) > 0;) {
      answer.append(buffer, static_cast<std::size_t>(got));
    }
  }
  close(socket);
  const std::size_t body = answer.find("\r\n\r\n");
  if (answer.rfind("HTTP/1.1 200", 0) != 0 || body == std::string::npos) {
    throw std::runtime_error("no answer to " + path + ": " + answer.substr(0, 200));
  }
  return answer.substr(body + 4);
}

std::vector<std::string> ValuesIn(const std::string& echo, const std::string& name) {
  std::vector<std::string> values;
  for (std::size_t at = 0; at < echo.size();) {
    const std::size_t end = std::min(echo.find('\n', at), echo.size());
    const std::string line = echo.substr(at, end - at);
    if (line.size() > name.size() && line[name.size()] == ':' &&
        strncasecmp(line.c_str(), name.c_str(), name.size()) == 0) {
      values.push_back(line.substr(name.size() + 2));
    }
    at = end + 1;
  }
  return values;
}

}  // namespace spansmith::test
