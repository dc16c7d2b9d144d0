// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A receiver that misbehaves on order: listens on a free port of 127.0.0.1, or on a Unix domain socket, and does with
// each connection what its play says, byte by byte. Plays run one at a time, on a thread of the server's. Any thread
// may ask.
#ifndef SPANSMITH_TRANSPORT_TESTING_RAW_SERVER_H_
#define SPANSMITH_TRANSPORT_TESTING_RAW_SERVER_H_

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace spansmith::transport {

class RawConnection {
 public:
  explicit RawConnection(int socket) : socket_(socket) {}
  ~RawConnection();
  RawConnection(const RawConnection&) = delete;
  RawConnection& operator=(const RawConnection&) = delete;

  int number = 0;  // 0 for the first that the server took

  // One request of HTTP/1.1 with Content-Length. False: the peer closed. Each may be null.
  bool ReadRequest(std::string* body = nullptr, std::string* head = nullptr);
  // One request of HTTP/2 on stream 1, with our settings said before; the frames of its body without their headers.
  bool ReadHttp2Request(std::string* body = nullptr);
  void ReadByteByByte() { byte_by_byte_ = true; }  // from now on
  // False: it cannot be sent, because the peer is gone.
  bool Send(std::string_view bytes);
  void Pause() const;                           // a fiftieth of a second, or until the server ends
  void SendByteByByte(std::string_view bytes);  // each in a packet of its own
  void SendFrame(char type, char flags, int stream, std::string_view payload);  // RFC 9113, 4.1
  void WaitUntilClosed();  // by the peer, or by the end of the server
  void Reset();            // the connection ends with RST; nothing can be sent any more

 private:
  bool ReadExactly(std::size_t size, std::string* bytes);
  int socket_;
  bool byte_by_byte_ = false;
  std::string held_;  // read and not yet asked for
};

class RawServer {
 public:
  using Play = std::function<void(RawConnection&)>;

  explicit RawServer(Play play, const std::string& unix_path = "");
  ~RawServer();
  RawServer(const RawServer&) = delete;
  RawServer& operator=(const RawServer&) = delete;

  int port() const;
  std::string url() const;  // http://127.0.0.1:<port>
  int connections() const;  // so far

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// "HTTP/1.1 200 OK", headers and a body with its Content-Length. `more`: lines of headers, each with its "\r\n".
std::string HttpAnswer(int status, std::string_view body = "", std::string_view more = "");

}  // namespace spansmith::transport

#endif  // SPANSMITH_TRANSPORT_TESTING_RAW_SERVER_H_
