// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The Status bodies of k8s.io/apimachinery's errors package.
#include "samples/kube/apiserver/wire/status_error.h"

namespace kube::apiserver {

StatusError::StatusError(int code, const std::string& reason, const std::string& message, const Json& details)
    : code_(code), reason_(reason), message_(message) {
  body_ = {{"kind", "Status"},    {"apiVersion", "v1"}, {"metadata", Json::object()},
           {"status", "Failure"}, {"message", message}, {"code", code}};
  if (!reason.empty()) body_["reason"] = reason;
  if (!details.is_null()) body_["details"] = details;
}

StatusError& StatusError::RetryAfter(int seconds) {
  retry_after_ = seconds;
  body_["details"]["retryAfterSeconds"] = seconds;
  return *this;
}

Json Subject::Details(const std::string& name) const {
  Json details = {{"kind", resource}};
  if (!group.empty()) details["group"] = group;
  if (!name.empty()) details["name"] = name;
  return details;
}

StatusError NotFound(const Subject& subject, const std::string& name) {
  return {404, "NotFound", subject.Text() + " \"" + name + "\" not found", subject.Details(name)};
}
StatusError AlreadyExists(const Subject& subject, const std::string& name) {
  return {409, "AlreadyExists", subject.Text() + " \"" + name + "\" already exists", subject.Details(name)};
}
StatusError Conflict(const Subject& subject, const std::string& name, const std::string& why) {
  return {409, "Conflict", "Operation cannot be fulfilled on " + subject.Text() + " \"" + name + "\": " + why,
          subject.Details(name)};
}
StatusError Modified(const Subject& subject, const std::string& name) {
  return Conflict(subject, name,
                  "the object has been modified; please apply your changes to the latest version and try again");
}
StatusError InvalidObject(const Subject& subject, const std::string& name, const FieldErrors& errors) {
  Json details = subject.Details(name);
  if (subject.resource.empty()) details = Json::object();
  Json causes = Json::array();
  for (const FieldError& error : errors) {
    causes.push_back({{"reason", error.reason}, {"message", error.body}, {"field", error.field}});
  }
  if (!causes.empty()) details["causes"] = causes;
  return {422, "Invalid",
          subject.Text() + " \"" + name + "\" is invalid" + (errors.empty() ? "" : ": " + Aggregate(errors)), details};
}
StatusError BadRequest(const std::string& message) { return {400, "BadRequest", message}; }
StatusError MethodNotSupported(const Subject& subject, const std::string& verb) {
  return {405, "MethodNotAllowed", verb + " is not supported on resources of kind \"" + subject.Text() + "\"",
          subject.Details("")};
}
StatusError NoRoute() { return {404, "NotFound", "the server could not find the requested resource", Json::object()}; }
StatusError MethodNotAllowed() {
  return {405, "MethodNotAllowed", "the server does not allow this method on the requested resource", Json::object()};
}
StatusError Expired(const std::string& message) { return {410, "Expired", message}; }

Json Success(const Subject& subject, const std::string& name, const std::string& uid) {
  Json details = subject.Details(name);
  details["uid"] = uid;
  return {{"kind", "Status"},
          {"apiVersion", "v1"},
          {"metadata", Json::object()},
          {"status", "Success"},
          {"details", details}};
}

}  // namespace kube::apiserver
