// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// How the API server refuses: an exception with Kubernetes' status reason ("Forbidden", "Conflict") and its message.
#ifndef QUICKSTART_API_ERROR_H_
#define QUICKSTART_API_ERROR_H_

#include <stdexcept>
#include <string>
#include <utility>

namespace quickstart {

class ApiError : public std::runtime_error {
 public:
  ApiError(std::string reason, const std::string& message) : std::runtime_error(message), reason_(std::move(reason)) {}

  const std::string& reason() const { return reason_; }

 private:
  std::string reason_;
};

}  // namespace quickstart

#endif  // QUICKSTART_API_ERROR_H_
