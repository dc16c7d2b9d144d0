// A server that speaks as much of PostgreSQL's protocol (version 3: "Frontend/Backend Protocol") as this case needs, for one
// connection, on a port of its own.
#pragma once
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <thread>

class Postgres {
 public:
  Postgres() : listener_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* any = reinterpret_cast<sockaddr*>(&address);
    if (bind(listener_, any, size) != 0 || listen(listener_, 1) != 0 || getsockname(listener_, any, &size) != 0)
      throw std::runtime_error("no port for a server");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { Serve(); });
  }
  ~Postgres() {
    shutdown(listener_, SHUT_RDWR);
    thread_.join();
    close(listener_);
  }
  Postgres(const Postgres&) = delete;
  Postgres& operator=(const Postgres&) = delete;
  std::string Address() const { return "host=127.0.0.1 port=" + std::to_string(port_) + " sslmode=disable user=x dbname=x"; }

 private:
  static std::string Number(std::uint32_t value, int bytes) {
    std::string out;
    while (bytes-- > 0) out += static_cast<char>(value >> (8 * bytes) & 0xFF);
    return out;
  }
  static std::string Message(char kind, const std::string& body) {
    return kind + Number(static_cast<std::uint32_t>(body.size() + 4), 4) + body;
  }
  static std::string Text(const std::string& text) { return text + '\0'; }
  static std::string Parameter(const char* name, const char* value) { return Message('S', Text(name) + Text(value)); }
  static std::string Rows(int count) {
    std::string out = Message('T', Number(1, 2) + Text("id") + Number(0, 4) + Number(0, 2) + Number(23, 4) + Number(4, 2) +
                                       Number(0xFFFFFFFF, 4) + Number(0, 2));
    for (int i = 1; i <= count; ++i) out += Message('D', Number(1, 2) + Number(1, 4) + std::to_string(i));
    return out + Message('C', Text("SELECT " + std::to_string(count)));
  }
  std::string Ready() const { return Message('Z', in_transaction_ != 0 ? "T" : "I"); }
  std::string Answer(const std::string& query) {
    if (query.find("nonsense") != std::string::npos)
      return Message('E', Text("SERROR") + Text("VERROR") + Text("C42601") + Text("Msyntax error") + '\0');
    if (query.rfind("BEGIN", 0) == 0) in_transaction_ = 1;
    if (query.rfind("COMMIT", 0) == 0 || query.rfind("ROLLBACK", 0) == 0) in_transaction_ = 0;
    if (query.find("COUNT") != std::string::npos) return Rows(1);
    if (query.rfind("SELECT", 0) == 0) return Rows(2);
    return Message('C', Text(query.substr(0, query.find(' '))));
  }
  bool Read(int client, std::string* out, std::size_t size) {
    out->resize(size);
    for (std::size_t at = 0; at < size;) {
      const ssize_t got = recv(client, &(*out)[at], size - at, 0);
      if (got <= 0) return false;
      at += static_cast<std::size_t>(got);
    }
    return true;
  }
  static std::size_t Size(const std::string& bytes, std::size_t at) {
    std::size_t out = 0;
    for (std::size_t i = at; i < at + 4; ++i) out = out << 8 | static_cast<unsigned char>(bytes[i]);
    return out - 4;
  }
  void Serve() {
    const int client = accept(listener_, nullptr, nullptr);
    if (client < 0) return;
    std::string head, body, out;
    if (Read(client, &head, 4) && Read(client, &body, Size(head, 0))) {
      out = Message('R', Number(0, 4)) + Parameter("server_version", "15.0") + Parameter("client_encoding", "UTF8") +
            Parameter("standard_conforming_strings", "on") + Ready();
      while (send(client, out.data(), out.size(), MSG_NOSIGNAL) >= 0 && Read(client, &head, 5) &&
             Read(client, &body, Size(head, 1)) && head[0] != 'X') {
        out.clear();
        if (head[0] == 'Q') out = Answer(body.substr(0, body.size() - 1)) + Ready();
        if (head[0] == 'P') out = Message('1', "");
        if (head[0] == 'B') out = Message('2', "");
        if (head[0] == 'D') out = Message('n', "");
        if (head[0] == 'E') out = Message('C', Text("INSERT 0 1"));
        if (head[0] == 'S') out = Ready();
      }
    }
    close(client);
  }

  std::thread thread_;
  int listener_;
  int port_ = 0;
  std::uint64_t in_transaction_ = 0;  // no padding
};
