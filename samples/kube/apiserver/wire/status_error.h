// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A request that fails: the Status object and the HTTP code it is answered with.
#ifndef SAMPLES_KUBE_APISERVER_WIRE_STATUS_ERROR_H_
#define SAMPLES_KUBE_APISERVER_WIRE_STATUS_ERROR_H_

#include <exception>
#include <string>

#include "samples/kube/apiserver/wire/field_error.h"
#include "samples/kube/apiserver/wire/json.h"

namespace kube::apiserver {

// Thrown by whatever serves a request, caught where the answer is written.
class StatusError : public std::exception {
 public:
  StatusError(int code, const std::string& reason, const std::string& message, const Json& details = nullptr);
  // An error that was no Status in the real server either: 500 without a reason.
  static StatusError Internal(const std::string& message) { return {500, "", message}; }

  const char* what() const noexcept override { return message_.c_str(); }
  int code() const { return code_; }
  const std::string& reason() const { return reason_; }
  Json& body() { return body_; }
  const Json& body() const { return body_; }
  int retry_after() const { return retry_after_; }  // seconds, 0: no header
  StatusError& RetryAfter(int seconds);

 private:
  int code_;
  std::string reason_;
  std::string message_;
  Json body_;
  int retry_after_ = 0;
};

// Group and plural name, or kind, of what the request is about.
struct Subject {
  std::string group;
  std::string resource;
  std::string Text() const { return group.empty() ? resource : resource + "." + group; }
  Json Details(const std::string& name) const;
};

StatusError NotFound(const Subject& subject, const std::string& name);
StatusError AlreadyExists(const Subject& subject, const std::string& name);
StatusError Conflict(const Subject& subject, const std::string& name, const std::string& why);
StatusError Modified(const Subject& subject, const std::string& name);  // the 409 of optimistic concurrency
StatusError InvalidObject(const Subject& subject, const std::string& name, const FieldErrors& errors);
StatusError BadRequest(const std::string& message);
StatusError MethodNotSupported(const Subject& subject, const std::string& verb);
StatusError NoRoute();           // 404 for a path below a group that is served
StatusError MethodNotAllowed();  // 405 of a path that is served
StatusError Expired(const std::string& message);
Json Success(const Subject& subject, const std::string& name, const std::string& uid);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_WIRE_STATUS_ERROR_H_
