// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A receiver of POSTs for tests: listens on a free port of 127.0.0.1 from construction to destruction, keeps every
// request, answers what it was told. Any thread.
#ifndef SPANSMITH_TRANSPORT_TESTING_HTTP_SERVER_H_
#define SPANSMITH_TRANSPORT_TESTING_HTTP_SERVER_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace spansmith::transport {

struct ReceivedRequest {
  std::string path;
  std::multimap<std::string, std::string> headers;  // names in lower case
  std::string body;
};

struct TestTls {
  std::string certificate;  // paths of PEM files
  std::string key;
  std::string client_authority = {};  // who must have signed what clients show; "": they need not
};

class TestHttpServer {
 public:
  TestHttpServer();
  explicit TestHttpServer(const TestTls& tls);
  ~TestHttpServer();
  TestHttpServer(const TestHttpServer&) = delete;
  TestHttpServer& operator=(const TestHttpServer&) = delete;

  int port() const;
  std::string url() const;                    // http://127.0.0.1:<port>, or https
  void Answer(int status, std::string body);  // from now on; at first 200 and nothing
  void NeverAnswer();                         // accept and be silent, until destruction
  std::vector<ReceivedRequest> Requests() const;
  void WaitForRequest();  // until there is one

 private:
  struct State;
  void Serve();
  std::unique_ptr<State> state_;
};

// A port on which nobody listens: connections are refused.
int RefusingPort();

}  // namespace spansmith::transport

#endif  // SPANSMITH_TRANSPORT_TESTING_HTTP_SERVER_H_
