// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See grpc.h. Productions in comments are those of PROTOCOL-HTTP2.md.
#include "transport/grpc.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>

namespace spansmith::transport {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t kFrameHeader = 5;  // Compressed-Flag Message-Length

// google/rpc/code.proto
constexpr const char* kStatusNames[] = {
    "OK",        "CANCELLED",      "UNKNOWN",           "INVALID_ARGUMENT",   "DEADLINE_EXCEEDED",
    "NOT_FOUND", "ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION",
    "ABORTED",   "OUT_OF_RANGE",   "UNIMPLEMENTED",     "INTERNAL",           "UNAVAILABLE",
    "DATA_LOSS", "UNAUTHENTICATED"};

// Length-Prefixed-Message
std::string Framed(std::string_view message) {
  const auto size = static_cast<std::uint32_t>(message.size());
  std::string frame(1, '\0');
  for (const int shift : {24, 16, 8, 0}) frame += static_cast<char>(size >> shift & 0xff);
  return frame.append(message);
}

// The first message of the body; false if there is none whole, or it is compressed.
bool Unframe(std::string_view body, std::string* message) {
  if (body.size() < kFrameHeader || body[0] != '\0') return false;
  std::uint32_t size = 0;
  for (int i = 1; i < 5; ++i) size = size << 8 | static_cast<unsigned char>(body[static_cast<std::size_t>(i)]);
  if (body.size() - kFrameHeader < size) return false;
  *message = body.substr(kFrameHeader, size);
  return true;
}

const std::string* Find(const Headers& headers, std::string_view name) {
  const auto found =
      std::find_if(headers.rbegin(), headers.rend(), [&](const auto& header) { return header.first == name; });
  return found == headers.rend() ? nullptr : &found->second;  // trailers come last, and win
}

// Status-Message is percent-encoded; what is not stays as it is.
std::string PercentDecoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned value = 0;
    const char* const digits = text.data() + i + 1;
    if (text[i] == '%' && i + 2 < text.size() && std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2) {
      decoded += static_cast<char>(value);
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

std::string StatusText(const std::string& status, const std::string* message) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(status.data(), status.data() + status.size(), number);
  std::string text = "grpc-status " + status;
  if (error == std::errc{} && end == status.data() + status.size() && number < std::size(kStatusNames)) {
    text += std::string(" (") + kStatusNames[number] + ')';
  }
  if (message != nullptr && !message->empty()) text += ": " + PercentDecoded(*message);
  return text;
}

}  // namespace

std::string GrpcTimeout(milliseconds timeout) {
  // TimeoutValue is a positive integer.
  const auto value = std::max<milliseconds::rep>(timeout.count(), 1);
  if (value <= 99'999'999) return std::to_string(value) + 'm';
  return std::to_string(std::min<milliseconds::rep>(value / 1'000, 99'999'999)) + 'S';
}

GrpcResponse GrpcClient::Call(const std::string& target, const std::string& method, const Headers& metadata,
                              std::string_view message, const Patience& patience) {
  Headers headers = metadata;
  headers.emplace_back("Content-Type", "application/grpc+proto");
  headers.emplace_back("TE", "trailers");  // to detect proxies that know no trailers
  headers.emplace_back("grpc-timeout", GrpcTimeout(patience.remaining()));
  const HttpResponse http = http_.Post(target + method, headers, Framed(message), patience, HttpVersion::k2);
  GrpcResponse response;
  if (http.status == 0) {
    response.error = http.error;
    return response;
  }
  const std::string* status = Find(http.headers, "grpc-status");
  if (status == nullptr) {
    // Not a gRPC server, or a proxy before it (doc/http-grpc-status-mapping.md).
    response.error = "it answered HTTP status " + std::to_string(http.status) + " without a grpc-status";
    return response;
  }
  if (*status != "0") {
    response.error = StatusText(*status, Find(http.headers, "grpc-message"));
    return response;
  }
  // A body cut off at 64 KiB or compressed is an answer that cannot be read; the call was taken all the same.
  Unframe(http.body, &response.message);
  response.ok = true;
  return response;
}

}  // namespace spansmith::transport
