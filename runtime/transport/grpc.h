// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One unary gRPC call as the HTTP/2 POST that it is (grpc, doc/PROTOCOL-HTTP2.md): a message in one frame, the status
// in the trailers, or in the headers where there is no message. No compression. Deadlines as in http.h; the receiver is
// told of them. One thread at a time.
#ifndef SPANSMITH_TRANSPORT_GRPC_H_
#define SPANSMITH_TRANSPORT_GRPC_H_

#include <string>
#include <string_view>

#include "transport/http.h"

namespace spansmith::transport {

struct GrpcResponse {
  bool ok = false;      // grpc-status 0
  std::string message;  // the answer's bytes, if ok
  std::string error;    // else: "grpc-status 14 (UNAVAILABLE): try later", or why none came
};

class GrpcClient {
 public:
  // `target`: http://host:port or https://host:port; `method`: /package.Service/Method.
  GrpcResponse Call(const std::string& target, const std::string& method, const Headers& metadata,
                    std::string_view message, const Patience& patience);

 private:
  HttpClient http_;
};

// The value of grpc-timeout: at most 8 digits and a unit.
std::string GrpcTimeout(std::chrono::milliseconds timeout);

}  // namespace spansmith::transport

#endif  // SPANSMITH_TRANSPORT_GRPC_H_
