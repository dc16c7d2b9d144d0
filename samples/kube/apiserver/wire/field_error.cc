// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The texts of field.Error.
#include "samples/kube/apiserver/wire/field_error.h"

#include <algorithm>
#include <utility>

#include "samples/kube/apiserver/wire/go_text.h"

namespace kube::apiserver {
namespace {

std::string WithDetail(std::string body, const std::string& detail) {
  return detail.empty() ? body : body + ": " + detail;
}

}  // namespace

FieldError Invalid(std::string field, const Json& value, const std::string& detail) {
  return InvalidText(std::move(field), ValueText(value), detail);
}
FieldError InvalidText(std::string field, const std::string& shown, const std::string& detail) {
  return {std::move(field), "FieldValueInvalid", WithDetail("Invalid value: " + shown, detail)};
}
FieldError TypeInvalid(std::string field, const Json& value, const std::string& detail) {
  return {std::move(field), "FieldValueTypeInvalid", WithDetail("Invalid value: " + ValueText(value), detail)};
}
FieldError Required(std::string field, const std::string& detail) {
  return {std::move(field), "FieldValueRequired", WithDetail("Required value", detail)};
}
FieldError Forbidden(std::string field, const std::string& detail) {
  return {std::move(field), "FieldValueForbidden", WithDetail("Forbidden", detail)};
}
FieldError Duplicate(std::string field, const Json& value) {
  return {std::move(field), "FieldValueDuplicate", "Duplicate value: " + ValueText(value)};
}
FieldError NotSupported(std::string field, const std::string& shown, const std::vector<std::string>& supported) {
  std::vector<std::string> quoted;
  for (const std::string& value : supported) quoted.push_back(Quoted(value));
  return {std::move(field), "FieldValueNotSupported",
          WithDetail("Unsupported value: " + shown, quoted.empty() ? "" : "supported values: " + Join(quoted, ", "))};
}
FieldError TooLong(std::string field, long most) {
  return {std::move(field), "FieldValueTooLong", "Too long: may not be more than " + std::to_string(most) + " bytes"};
}
FieldError TooMany(std::string field, long actual, long most) {
  return {std::move(field), "FieldValueTooMany",
          "Too many: " + std::to_string(actual) + ": must have at most " + std::to_string(most) +
              (most == 1 ? " item" : " items")};
}

std::string Aggregate(const FieldErrors& errors) {
  std::vector<std::string> texts;
  for (const FieldError& error : errors) {
    if (std::find(texts.begin(), texts.end(), error.Text()) == texts.end()) texts.push_back(error.Text());
  }
  return texts.size() == 1 ? texts[0] : "[" + Join(texts, ", ") + "]";
}

}  // namespace kube::apiserver
