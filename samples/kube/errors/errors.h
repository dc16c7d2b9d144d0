// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What can go wrong between an operator and its cluster. All are kube::Error; what() says what was asked of whom and
// what came back. An answer that refuses is an ApiError or one of its classes (k8s.io/apimachinery's metav1.Status);
// no answer, or one that makes no sense, is one of the others.
#ifndef SAMPLES_KUBE_ERRORS_ERRORS_H_
#define SAMPLES_KUBE_ERRORS_ERRORS_H_

#include <chrono>
#include <stdexcept>
#include <string>

namespace kube {

class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// What a reconcile says when there is no use in trying again before its object changes: the controller does not.
class TerminalError : public Error {
 public:
  using Error::Error;
};

// A kubeconfig, service account or option that cannot be used: the message names file, place and what to do.
class ConfigError : public Error {
 public:
  using Error::Error;
};

// No connection, or it broke: refused, reset, unknown host.
class ConnectionError : public Error {
 public:
  using Error::Error;
};

// The certificate or key of one side is not what the other wants.
class TlsError : public ConnectionError {
 public:
  using ConnectionError::ConnectionError;
};

// Nothing, or not everything, came before the deadline.
class Timeout : public Error {
 public:
  using Error::Error;
};

// The client was stopped.
class Cancelled : public Error {
 public:
  using Error::Error;
};

// The server's bytes are not what the protocol says: no JSON, cut off, larger than allowed, a list without an end.
class ProtocolError : public Error {
 public:
  using Error::Error;
};

// JSON that is not the kind it should be: "StatefulSet default/x: spec.replicas: expected an integer, got a string".
class DecodeError : public ProtocolError {
 public:
  using ProtocolError::ProtocolError;
};

// The server's refusal. `reason` and `status_message` are its own words; empty if the body was no Status.
class ApiError : public Error {
 public:
  ApiError(int code, std::string reason, std::string status_message, const std::string& what,
           std::chrono::seconds retry_after);
  int code() const { return code_; }
  const std::string& reason() const { return reason_; }
  const std::string& status_message() const { return status_message_; }
  std::chrono::seconds retry_after() const { return retry_after_; }  // of the Retry-After header; 0: none

 private:
  int code_;
  std::string reason_;
  std::string status_message_;
  std::chrono::seconds retry_after_;
};

class BadRequest : public ApiError {  // 400
 public:
  using ApiError::ApiError;
};
class Unauthorized : public ApiError {  // 401
 public:
  using ApiError::ApiError;
};
class Forbidden : public ApiError {  // 403
 public:
  using ApiError::ApiError;
};
class NotFound : public ApiError {  // 404
 public:
  using ApiError::ApiError;
};
class Conflict : public ApiError {  // 409, but not AlreadyExists
 public:
  using ApiError::ApiError;
};
class AlreadyExists : public ApiError {  // 409 with reason AlreadyExists
 public:
  using ApiError::ApiError;
};
class Gone : public ApiError {  // 410: the resource version or continue token is too old
 public:
  using ApiError::ApiError;
};
class Invalid : public ApiError {  // 422
 public:
  using ApiError::ApiError;
};
class TooManyRequests : public ApiError {  // 429
 public:
  using ApiError::ApiError;
};
class ServerTimeout : public ApiError {  // 504
 public:
  using ApiError::ApiError;
};
class ServerError : public ApiError {  // any other 5xx
 public:
  using ApiError::ApiError;
};

// Throws the class for `code` and `reason`.
[[noreturn]] void ThrowApiError(int code, const std::string& reason, const std::string& status_message,
                                const std::string& request, std::chrono::seconds retry_after);

}  // namespace kube

#endif  // SAMPLES_KUBE_ERRORS_ERRORS_H_
