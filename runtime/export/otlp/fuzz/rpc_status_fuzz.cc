// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Bytes as google.rpc.Status, as ExportTraceServiceResponse, as gRPC frames, and as base64.
#include <cstdint>
#include <cstdlib>

#include "export/otlp/encoder.h"
#include "export/otlp/rpc_status.h"
#include "transport/base64.h"
#include "transport/grpc.h"

namespace {

using namespace spansmith;

void Check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const exporter::RpcStatus status = exporter::DecodeRpcStatus(bytes);
  Check(status.message.size() <= size);
  Check(status.has_retry_info || !status.retry_delay);
  if (status.retry_delay) {
    Check(status.retry_delay->count() >= 0 && *status.retry_delay <= exporter::kLongestRetryDelay);
  }
  Check(exporter::DecodePartialSuccess(bytes).message.size() <= size);
  std::string message;
  if (transport::Unframe(bytes, &message)) Check(message.size() + 5 <= size);
  Check(transport::DecodeBase64(transport::EncodeBase64(bytes)) == bytes);
  const std::optional<std::string> decoded = transport::DecodeBase64(bytes);
  if (decoded) Check(decoded->size() <= size);
  return 0;
}
