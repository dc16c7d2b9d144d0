// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A receiver of unary gRPC calls for tests: gRPC's own C++ server on a free port of 127.0.0.1, from construction to
// destruction; keeps every call, answers what it was told. Any thread.
#ifndef SPANSMITH_TRANSPORT_TESTING_GRPC_SERVER_H_
#define SPANSMITH_TRANSPORT_TESTING_GRPC_SERVER_H_

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace spansmith::transport {

struct ReceivedCall {
  std::string method;
  std::multimap<std::string, std::string> metadata;
  std::string message;
  std::chrono::milliseconds timeout;  // until the deadline that the caller named, as seen on arrival
};

class TestGrpcServer {
 public:
  TestGrpcServer();
  // With TLS, by paths of PEM files.
  TestGrpcServer(const std::string& certificate, const std::string& key);
  ~TestGrpcServer();
  TestGrpcServer(const TestGrpcServer&) = delete;
  TestGrpcServer& operator=(const TestGrpcServer&) = delete;

  std::string url() const;           // http://127.0.0.1:<port>, or https
  void Answer(std::string message);  // from now on; at first nothing
  // From now on, or so many times: no message, but a grpc-status; `details` in grpc-status-details-bin.
  void Refuse(int status, std::string error_text, std::string details = "", int times = -1);
  std::vector<ReceivedCall> Calls() const;

 private:
  struct State;
  void Serve(bool secure, const std::string& certificate, const std::string& key);
  std::unique_ptr<State> state_;
};

}  // namespace spansmith::transport

#endif  // SPANSMITH_TRANSPORT_TESTING_GRPC_SERVER_H_
