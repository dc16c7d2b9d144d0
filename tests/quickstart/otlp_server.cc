// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The OTLP specification's HTTP part, as far as a receiver sees it: POST /v1/traces, application/x-protobuf.
#include "otlp_server.h"

namespace quickstart_test {

OtlpServer::OtlpServer() {
  server_.Post(".*",
               [this](const httplib::Request& request, httplib::Response& response) { Receive(request, response); });
  port_ = server_.bind_to_any_port("127.0.0.1");
  thread_ = std::thread([this] { server_.listen_after_bind(); });
  while (!server_.is_running()) std::this_thread::yield();
}

OtlpServer::~OtlpServer() {
  server_.stop();
  thread_.join();
}

std::vector<TraceRequest> OtlpServer::Requests() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return requests_;
}

std::vector<std::string> OtlpServer::Complaints() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return complaints_;
}

void OtlpServer::Receive(const httplib::Request& request, httplib::Response& response) {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (request.path != "/v1/traces") complaints_.push_back("path " + request.path);
  const std::string type = request.get_header_value("Content-Type");
  if (type != "application/x-protobuf") complaints_.push_back("content type " + type);
  TraceRequest message;
  if (message.ParseFromString(request.body)) {
    requests_.push_back(message);
  } else {
    complaints_.push_back("a body of " + std::to_string(request.body.size()) + " bytes that is no trace request");
  }
  response.set_content("", "application/x-protobuf");  // an ExportTraceServiceResponse without fields
}

}  // namespace quickstart_test
