// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What is wrong with one field, as k8s.io/apimachinery's field.Error.
#ifndef SAMPLES_KUBE_APISERVER_WIRE_FIELD_ERROR_H_
#define SAMPLES_KUBE_APISERVER_WIRE_FIELD_ERROR_H_

#include <string>
#include <vector>

#include "samples/kube/apiserver/wire/json.h"

namespace kube::apiserver {

struct FieldError {
  std::string field;   // spec.ports[0].name
  std::string reason;  // FieldValueInvalid, FieldValueRequired, ...
  std::string body;    // Invalid value: 8: must be ...
  std::string Text() const { return field + ": " + body; }
};

using FieldErrors = std::vector<FieldError>;

FieldError Invalid(std::string field, const Json& value, const std::string& detail);
FieldError InvalidText(std::string field, const std::string& shown, const std::string& detail);  // value as it is shown
FieldError TypeInvalid(std::string field, const Json& value, const std::string& detail);
FieldError Required(std::string field, const std::string& detail = "");
FieldError Forbidden(std::string field, const std::string& detail);
FieldError Duplicate(std::string field, const Json& value);
FieldError NotSupported(std::string field, const std::string& shown, const std::vector<std::string>& supported);
FieldError TooLong(std::string field, long most);
FieldError TooMany(std::string field, long actual, long most);

// "a" of one, "[a, b]" of several; equal texts count once.
std::string Aggregate(const FieldErrors& errors);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_WIRE_FIELD_ERROR_H_
