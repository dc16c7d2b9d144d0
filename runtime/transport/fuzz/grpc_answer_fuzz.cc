// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Arbitrary bytes as the answer to a gRPC call: what comes after the request on a connection of HTTP/2, over a socket,
// as libcurl and nghttp2 hand it to us. Every answer is a status, with a message or a reason, within bounds.
#include "transport/grpc.h"

#include <cstdint>

#include "transport/fuzz/answering.h"

using namespace spansmith::transport;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Answering answering([](RawConnection& peer) { return peer.ReadHttp2Request(); });
  static GrpcClient client(Connecting{{}, answering.path(), {}, {}});
  answering.AnswerWith(data, size);
  const GrpcResponse response =
      client.Call("http://localhost", "/s/m", {}, "body", {[] { return std::chrono::milliseconds(60'000); }, {}});
  Check(response.ok() == response.error.empty());
  Check(response.ok() || response.message.empty());
  Check(response.message.size() <= 64 * 1024 && response.details.size() <= 64 * 1024);
  Check(response.status != GrpcStatus::kDeadlineExceeded || response.trouble == Trouble::kNone);
  return 0;
}
