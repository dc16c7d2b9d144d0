// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A receiver of traces over OTLP/HTTP on a free port of the loopback interface, decoding with the official messages.
#ifndef TESTS_QUICKSTART_OTLP_SERVER_H_
#define TESTS_QUICKSTART_OTLP_SERVER_H_

#include <httplib.h>

#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "opentelemetry/proto/collector/trace/v1/trace_service.pb.h"

namespace quickstart_test {

using TraceRequest = opentelemetry::proto::collector::trace::v1::ExportTraceServiceRequest;

class OtlpServer {
 public:
  OtlpServer();
  ~OtlpServer();
  OtlpServer(const OtlpServer&) = delete;
  OtlpServer& operator=(const OtlpServer&) = delete;

  // For OTEL_EXPORTER_OTLP_ENDPOINT: without the signal's path.
  std::string Endpoint() const { return "http://127.0.0.1:" + std::to_string(port_); }

  // What arrived so far.
  std::vector<TraceRequest> Requests() const;
  // What was wrong with a request as HTTP: path, content type, a body that is no message. One line each.
  std::vector<std::string> Complaints() const;

 private:
  void Receive(const httplib::Request& request, httplib::Response& response);

  mutable std::mutex mutex_;
  std::vector<TraceRequest> requests_;
  std::vector<std::string> complaints_;
  httplib::Server server_;
  int port_ = 0;
  std::thread thread_;
};

}  // namespace quickstart_test

#endif  // TESTS_QUICKSTART_OTLP_SERVER_H_
