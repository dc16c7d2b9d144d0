// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One unary gRPC call as the HTTP/2 POST that it is (grpc, doc/PROTOCOL-HTTP2.md): a message in one frame, the status
// in the trailers, or in the headers where there is no message. The message is compressed on request; an answer may not
// be. Deadlines as in http.h; the receiver is told of them. One thread at a time.
#ifndef SPANSMITH_TRANSPORT_GRPC_H_
#define SPANSMITH_TRANSPORT_GRPC_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "transport/http.h"

namespace spansmith::transport {

// google/rpc/code.proto
enum class GrpcStatus : int {
  kOk = 0,
  kCancelled = 1,
  kUnknown = 2,
  kDeadlineExceeded = 4,
  kPermissionDenied = 7,
  kResourceExhausted = 8,
  kAborted = 10,
  kOutOfRange = 11,
  kUnimplemented = 12,
  kInternal = 13,
  kUnavailable = 14,
  kDataLoss = 15,
  kUnauthenticated = 16,
};

struct GrpcResponse {
  // What came; or what stands for the answer of a peer that speaks no gRPC, by its HTTP status
  // (doc/http-grpc-status-mapping.md); or where none came whole kUnavailable or kDeadlineExceeded, and `trouble` is
  // set.
  GrpcStatus status = GrpcStatus::kUnknown;
  Trouble trouble = Trouble::kNone;
  std::string message;  // the answer's bytes, if kOk
  std::string error;    // else: "grpc-status 14 (UNAVAILABLE): try later", or why none came
  std::string
      details;  // grpc-status-details-bin, decoded: a google.rpc.Status; "" if there is none, or it is malformed
  std::uint64_t bytes_sent = 0;

  bool ok() const { return status == GrpcStatus::kOk; }
};

// What an HTTP/2 response means; `late`: none came because the time was over. Pure.
GrpcResponse ToGrpc(const HttpResponse& http, bool late);

// The first message of a body of frames. False: there is none whole, or it is compressed.
bool Unframe(std::string_view body, std::string* message);

class GrpcClient {
 public:
  explicit GrpcClient(Connecting connecting = {}) : http_(std::move(connecting)) {}

  // `target`: http://host:port or https://host:port; `method`: /package.Service/Method.
  GrpcResponse Call(const std::string& target, const std::string& method, const Headers& metadata,
                    std::string_view message, const Patience& patience, bool gzip = false);

 private:
  HttpClient http_;
};

// The value of grpc-timeout: at most 8 digits and a unit.
std::string GrpcTimeout(std::chrono::milliseconds timeout);

}  // namespace spansmith::transport

#endif  // SPANSMITH_TRANSPORT_GRPC_H_
