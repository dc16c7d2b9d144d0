// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See grpc.h. Productions in comments are those of PROTOCOL-HTTP2.md.
#include "transport/grpc.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>

#include "transport/base64.h"
#include "transport/gzip.h"

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
std::string Framed(std::string_view message, bool compressed) {
  const auto size = static_cast<std::uint32_t>(message.size());
  std::string frame(1, compressed ? '\1' : '\0');
  for (const int shift : {24, 16, 8, 0}) frame += static_cast<char>(size >> shift & 0xff);
  return frame.append(message);
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

GrpcStatus Number(const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < 0) return GrpcStatus::kUnknown;
  return static_cast<GrpcStatus>(number);
}

bool IsOfGrpc(const HttpResponse& http) {
  const std::string* const type = Find(http.headers, "content-type");
  return http.status == 200 && type != nullptr && type->starts_with("application/grpc");
}

// doc/http-grpc-status-mapping.md
GrpcStatus StandIn(int http_status) {
  switch (http_status) {
    case 400:
      return GrpcStatus::kInternal;
    case 401:
      return GrpcStatus::kUnauthenticated;
    case 403:
      return GrpcStatus::kPermissionDenied;
    case 404:
      return GrpcStatus::kUnimplemented;
    case 429:
    case 502:
    case 503:
    case 504:
      return GrpcStatus::kUnavailable;
    default:
      return GrpcStatus::kUnknown;
  }
}

}  // namespace

bool Unframe(std::string_view body, std::string* message) {
  if (body.size() < kFrameHeader || body[0] != '\0') return false;
  std::uint32_t size = 0;
  for (int i = 1; i < 5; ++i) size = size << 8 | static_cast<unsigned char>(body[static_cast<std::size_t>(i)]);
  if (body.size() - kFrameHeader < size) return false;
  *message = body.substr(kFrameHeader, size);
  return true;
}

std::string GrpcTimeout(milliseconds timeout) {
  // TimeoutValue is a positive integer.
  const auto value = std::max<milliseconds::rep>(timeout.count(), 1);
  if (value <= 99'999'999) return std::to_string(value) + 'm';
  return std::to_string(std::min<milliseconds::rep>(value / 1'000, 99'999'999)) + 'S';
}

GrpcResponse GrpcClient::Call(const std::string& target, const std::string& method, const Headers& metadata,
                              std::string_view message, const Patience& patience, bool gzip) {
  Headers headers = metadata;
  headers.emplace_back("Content-Type", "application/grpc+proto");
  headers.emplace_back("TE", "trailers");  // to detect proxies that know no trailers
  if (gzip) headers.emplace_back("grpc-encoding", "gzip");
  headers.emplace_back("grpc-timeout", GrpcTimeout(patience.remaining()));
  const std::string frame = gzip ? Framed(Gzip(message), true) : Framed(message, false);
  const HttpResponse http = http_.Post(target + method, headers, frame, patience, HttpVersion::k2);
  return ToGrpc(http, patience.remaining().count() <= 0);
}

GrpcResponse ToGrpc(const HttpResponse& http, bool late) {
  GrpcResponse response;
  response.bytes_sent = http.bytes_sent;
  const std::string* status = Find(http.headers, "grpc-status");
  if (status == nullptr || http.status == 0) {
    response.trouble = http.trouble;
    response.error = http.error;
    if (http.trouble == Trouble::kNone && IsOfGrpc(http)) {
      // libcurl takes the end of a connection for the end of an answer.
      response.status = GrpcStatus::kUnavailable;
      response.trouble = Trouble::kConnection;
      response.error = "the connection was closed before the status of its answer";
    } else if (http.trouble == Trouble::kNone) {
      // Not a gRPC server, or a proxy before it.
      response.status = StandIn(http.status);
      response.error = "it answered HTTP status " + std::to_string(http.status) + " without a grpc-status";
    } else if (http.trouble == Trouble::kAnswer) {
      response.status = GrpcStatus::kResourceExhausted;  // as gRPC's own clients say
    } else {
      response.status = late ? GrpcStatus::kDeadlineExceeded : GrpcStatus::kUnavailable;
    }
    return response;
  }
  response.status = Number(*status);
  if (!response.ok()) {
    response.error = StatusText(*status, Find(http.headers, "grpc-message"));
    if (const std::string* const details = Find(http.headers, "grpc-status-details-bin")) {
      response.details = DecodeBase64(*details).value_or("");
    }
    return response;
  }
  // A body cut off at 64 KiB or compressed is an answer that cannot be read; the call was taken all the same.
  Unframe(http.body, &response.message);
  return response;
}

}  // namespace spansmith::transport
