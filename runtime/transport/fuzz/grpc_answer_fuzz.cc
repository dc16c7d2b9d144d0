// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Arbitrary bytes as the answer to a gRPC call: what comes after the request on a connection of HTTP/2, over a socket,
// as libcurl and nghttp2 hand it to us. Every answer is a status, with a message or a reason, within bounds.
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <mutex>

#include "transport/grpc.h"
#include "transport/testing/raw_server.h"

namespace {

using namespace spansmith::transport;

struct Answering {
  std::mutex mutex;
  std::string answer;
  const std::string path = "/tmp/spansmith-fuzz-grpc-" + std::to_string(getpid());
  RawServer server{[this](RawConnection& peer) {
                     if (!peer.ReadHttp2Request()) return;
                     const std::lock_guard lock(mutex);
                     peer.Send(answer);
                   },
                   path};
  GrpcClient client{Connecting{{}, path, {}, {}}};
};

void Check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Answering answering;
  {
    const std::lock_guard lock(answering.mutex);
    answering.answer.assign(reinterpret_cast<const char*>(data), size);
  }
  const GrpcResponse response = answering.client.Call("http://localhost", "/s/m", {}, "body",
                                                      {[] { return std::chrono::milliseconds(60'000); }, {}});
  Check(response.ok() == response.error.empty());
  Check(response.ok() || response.message.empty());
  Check(response.message.size() <= 64 * 1024 && response.details.size() <= 64 * 1024);
  Check(response.status != GrpcStatus::kDeadlineExceeded || response.trouble == Trouble::kNone);
  return 0;
}
