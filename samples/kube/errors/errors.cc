// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Codes to classes.
#include "samples/kube/errors/errors.h"

#include <utility>

namespace kube {

ApiError::ApiError(int code, std::string reason, std::string status_message, const std::string& what,
                   std::chrono::seconds retry_after)
    : Error(what),
      code_(code),
      reason_(std::move(reason)),
      status_message_(std::move(status_message)),
      retry_after_(retry_after) {}

void ThrowApiError(int code, const std::string& reason, const std::string& status_message, const std::string& request,
                   std::chrono::seconds retry_after) {
  std::string what = request + ": " + std::to_string(code);
  if (!reason.empty()) what += " " + reason;
  if (!status_message.empty()) what += ": " + status_message;
  switch (code) {
    case 400:
      throw BadRequest(code, reason, status_message, what, retry_after);
    case 401:
      throw Unauthorized(code, reason, status_message, what, retry_after);
    case 403:
      throw Forbidden(code, reason, status_message, what, retry_after);
    case 404:
      throw NotFound(code, reason, status_message, what, retry_after);
    case 409:
      if (reason == "AlreadyExists") throw AlreadyExists(code, reason, status_message, what, retry_after);
      throw Conflict(code, reason, status_message, what, retry_after);
    case 410:
      throw Gone(code, reason, status_message, what, retry_after);
    case 422:
      throw Invalid(code, reason, status_message, what, retry_after);
    case 429:
      throw TooManyRequests(code, reason, status_message, what, retry_after);
    case 504:
      throw ServerTimeout(code, reason, status_message, what, retry_after);
    default:
      if (code >= 500) throw ServerError(code, reason, status_message, what, retry_after);
      throw ApiError(code, reason, status_message, what, retry_after);
  }
}

}  // namespace kube
