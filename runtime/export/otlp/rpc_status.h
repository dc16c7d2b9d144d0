// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A google.rpc.Status in protobuf bytes (google/rpc/status.proto), with the google.rpc.RetryInfo among its details
// (google/rpc/error_details.proto): in the body of an error over HTTP, in grpc-status-details-bin over gRPC. Pure.
#ifndef SPANSMITH_EXPORT_OTLP_RPC_STATUS_H_
#define SPANSMITH_EXPORT_OTLP_RPC_STATUS_H_

#include <chrono>
#include <optional>
#include <string>

namespace spansmith::exporter {

constexpr std::chrono::milliseconds kLongestRetryDelay = std::chrono::hours(1);

struct RpcStatus {
  std::string message;
  bool has_retry_info = false;
  std::optional<std::chrono::milliseconds> retry_delay;  // 0 to kLongestRetryDelay
};

// Bytes that are none give an empty one.
RpcStatus DecodeRpcStatus(const std::string& bytes);

}  // namespace spansmith::exporter

#endif  // SPANSMITH_EXPORT_OTLP_RPC_STATUS_H_
