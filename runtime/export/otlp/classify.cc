// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See classify.h.
#include "export/otlp/classify.h"

#include <algorithm>
#include <string>

#include "export/otlp/encoder.h"
#include "export/otlp/rpc_status.h"
#include "transport/retry_after.h"

namespace spansmith::exporter {
namespace {

using transport::GrpcStatus;
using transport::Trouble;

Outcome Taken(const std::string& message, std::size_t spans, const Secrets& secrets) {
  const PartialSuccess partial = DecodePartialSuccess(message);
  const auto rejected = std::clamp<std::int64_t>(partial.rejected_spans, 0, static_cast<std::int64_t>(spans));
  return Outcome::Delivered(static_cast<std::size_t>(rejected), secrets.Readable(partial.message));
}

Outcome NoAnswer(Trouble trouble, const std::string& error, const Secrets& secrets) {
  Outcome outcome = trouble == Trouble::kRequest ? Outcome::Lost("") : Outcome::Retry("");
  outcome.reason = secrets.Readable(error);
  outcome.refused = trouble == Trouble::kRefused;
  return outcome;
}

bool MediaTypeIs(const transport::HttpResponse& response, std::string_view type) {
  const std::string* const value = transport::Find(response.headers, "content-type");
  return value != nullptr && value->substr(0, value->find_first_of("; ")) == type;
}

// What it says of itself: a google.rpc.Status ("Failures"), or the first line of a plain text, as proxies write it.
std::string WordsOf(const transport::HttpResponse& response) {
  if (MediaTypeIs(response, "application/x-protobuf")) return DecodeRpcStatus(response.body).message;
  if (MediaTypeIs(response, "text/plain")) return response.body.substr(0, response.body.find_first_of("\r\n"));
  return "";
}

// Of the Location only the host: the rest may hold a token.
std::string RedirectOf(const transport::HttpResponse& response) {
  const std::string* const location = transport::Find(response.headers, "location");
  if (location == nullptr) return "";
  const std::size_t scheme = location->find("//");
  if (scheme == std::string::npos) return ": a redirect on the same host, which is not followed";
  std::string host = location->substr(scheme + 2);
  host = host.substr(0, host.find_first_of("/?#"));
  host = host.substr(host.rfind('@') + 1);
  return ": a redirect to " + host + ", which is not followed";
}

bool MayBeTriedAgain(GrpcStatus status) {
  switch (status) {
    case GrpcStatus::kCancelled:
    case GrpcStatus::kDeadlineExceeded:
    case GrpcStatus::kAborted:
    case GrpcStatus::kOutOfRange:
    case GrpcStatus::kUnavailable:
    case GrpcStatus::kDataLoss:
      return true;
    default:
      return false;
  }
}

}  // namespace

Outcome Classify(const transport::HttpResponse& response, std::size_t spans, const Secrets& secrets,
                 std::chrono::system_clock::time_point now) {
  Outcome outcome;
  if (response.status == 0) {
    outcome = NoAnswer(response.trouble, response.error, secrets);
  } else if (response.status >= 200 && response.status <= 299) {
    outcome = Taken(response.trouble == Trouble::kNone ? response.body : "", spans, secrets);
  } else {
    const int status = response.status;
    const bool again = status == 429 || status == 502 || status == 503 || status == 504;
    outcome = again ? Outcome::Retry("") : Outcome::Lost("");
    outcome.reason = "it answered HTTP status " + std::to_string(status);
    const std::string words = status >= 300 && status <= 399 ? RedirectOf(response) : WordsOf(response);
    if (!words.empty()) outcome.reason += (words.front() == ':' ? "" : ": ") + secrets.Readable(words);
    if (again) outcome.retry_after = transport::RetryAfter(response.headers, now);
  }
  outcome.bytes = response.bytes_sent;
  return outcome;
}

Outcome Classify(const transport::GrpcResponse& response, std::size_t spans, const Secrets& secrets) {
  Outcome outcome;
  if (response.ok()) {
    outcome = Taken(response.message, spans, secrets);
  } else if (response.trouble != Trouble::kNone) {
    outcome = NoAnswer(response.trouble, response.error, secrets);
    if (response.status == GrpcStatus::kResourceExhausted) outcome.result = Outcome::Result::kLost;
  } else {
    const RpcStatus status = DecodeRpcStatus(response.details);
    const bool throttled = response.status == GrpcStatus::kResourceExhausted && status.has_retry_info;
    const bool again = throttled || MayBeTriedAgain(response.status);
    outcome = again ? Outcome::Retry("") : Outcome::Lost("");
    outcome.reason = secrets.Readable(response.error);
    if (again) outcome.retry_after = status.retry_delay;
  }
  outcome.bytes = response.bytes_sent;
  return outcome;
}

}  // namespace spansmith::exporter
