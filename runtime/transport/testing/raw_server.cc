// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See raw_server.h.
#include "transport/testing/raw_server.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <cctype>
#include <cstring>
#include <thread>

namespace spansmith::transport {
namespace {

// Readable when the server ends; looked at by every wait of the one thread that plays.
thread_local int ending = -1;

// False: the server ends.
bool WaitReadable(int file) {
  pollfd files[] = {{file, POLLIN, 0}, {ending, POLLIN, 0}};
  while (poll(files, 2, -1) < 0) {
  }
  return files[1].revents == 0;
}

std::size_t ContentLength(std::string head) {
  for (char& c : head) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  constexpr std::string_view kName = "\r\ncontent-length:";
  const std::size_t at = head.find(kName);
  return at == std::string::npos ? 0 : std::stoul(head.substr(at + kName.size()));
}

}  // namespace

RawConnection::~RawConnection() {
  if (socket_ >= 0) close(socket_);
}

bool RawConnection::ReadExactly(std::size_t size, std::string* bytes) {
  while (held_.size() < size) {
    char piece[16 * 1024];
    if (!WaitReadable(socket_)) return false;
    const ssize_t count = recv(socket_, piece, byte_by_byte_ ? 1 : sizeof piece, 0);
    if (count <= 0) return false;
    held_.append(piece, static_cast<std::size_t>(count));
  }
  if (bytes != nullptr) *bytes = held_.substr(0, size);
  held_.erase(0, size);
  return true;
}

bool RawConnection::ReadRequest(std::string* body, std::string* head_out) {
  std::string head;
  while (!head.ends_with("\r\n\r\n")) {
    std::string byte;
    if (!ReadExactly(1, &byte)) return false;
    head += byte;
  }
  if (head_out != nullptr) *head_out = head;
  return ReadExactly(ContentLength(head), body);
}

bool RawConnection::ReadHttp2Request(std::string* body) {
  constexpr std::size_t kPreface = 24;
  if (!ReadExactly(kPreface, nullptr)) return false;
  SendFrame(4, 0, 0, "");  // SETTINGS
  while (true) {
    std::string head;
    std::string payload;
    if (!ReadExactly(9, &head)) return false;
    std::size_t size = 0;
    for (std::size_t i = 0; i < 3; ++i) size = size << 8 | static_cast<unsigned char>(head[i]);
    if (!ReadExactly(size, &payload)) return false;
    const char type = head[3];
    const bool last = (head[4] & 1) != 0;
    if (type == 4 && !last) SendFrame(4, 1, 0, "");  // acknowledged
    if (type == 0 && body != nullptr) *body += payload;
    if ((type == 0 || type == 1) && last) return true;
  }
}

bool RawConnection::Send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

void RawConnection::Pause() const {
  pollfd end{ending, POLLIN, 0};
  poll(&end, 1, 20);
}

void RawConnection::SendByteByByte(std::string_view bytes) {
  const int on = 1;
  setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  for (std::size_t i = 0; i < bytes.size(); ++i) Send(bytes.substr(i, 1));
}

void RawConnection::SendFrame(char type, char flags, int stream, std::string_view payload) {
  std::string frame;
  for (const int shift : {16, 8, 0}) frame += static_cast<char>(payload.size() >> shift & 0xff);
  frame += type;
  frame += flags;
  for (const int shift : {24, 16, 8, 0}) frame += static_cast<char>(stream >> shift & 0xff);
  Send(frame.append(payload));
}

void RawConnection::WaitUntilClosed() {
  char piece[4096];
  while (WaitReadable(socket_) && recv(socket_, piece, sizeof piece, 0) > 0) {
  }
}

void RawConnection::Reset() {
  const linger at_once{1, 0};
  setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  close(socket_);
  socket_ = -1;
}

struct RawServer::State {
  Play play;
  std::string unix_path;
  int listener = -1;
  int ending = eventfd(0, EFD_CLOEXEC);
  int port = 0;
  std::atomic<int> connections{0};
  std::thread thread;
};

RawServer::RawServer(Play play, const std::string& unix_path) : state_(std::make_unique<State>()) {
  State* const state = state_.get();
  state->play = std::move(play);
  state->unix_path = unix_path;
  if (unix_path.empty()) {
    state->listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    bind(state->listener, reinterpret_cast<sockaddr*>(&address), size);
    getsockname(state->listener, reinterpret_cast<sockaddr*>(&address), &size);
    state->port = ntohs(address.sin_port);
  } else {
    state->listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, unix_path.c_str(), sizeof address.sun_path - 1);
    bind(state->listener, reinterpret_cast<sockaddr*>(&address), sizeof address);
  }
  listen(state->listener, 16);
  state->thread = std::thread([state] {
    ending = state->ending;
    while (WaitReadable(state->listener)) {
      const int accepted = accept4(state->listener, nullptr, nullptr, SOCK_CLOEXEC);
      if (accepted < 0) continue;
      RawConnection connection(accepted);
      connection.number = state->connections++;
      state->play(connection);
    }
  });
}

RawServer::~RawServer() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = write(state_->ending, &one, sizeof one);
  state_->thread.join();
  close(state_->listener);
  close(state_->ending);
  if (!state_->unix_path.empty()) unlink(state_->unix_path.c_str());
}

int RawServer::port() const { return state_->port; }
std::string RawServer::url() const { return "http://127.0.0.1:" + std::to_string(state_->port); }
int RawServer::connections() const { return state_->connections; }

std::string HttpAnswer(int status, std::string_view body, std::string_view more) {
  return "HTTP/1.1 " + std::to_string(status) + " Text\r\n" + std::string(more) +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

}  // namespace spansmith::transport
