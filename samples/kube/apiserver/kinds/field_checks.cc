// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// apimachinery's validation package and what core/validation shares.
#include "samples/kube/apiserver/kinds/field_checks.h"

#include <algorithm>
#include <cctype>

#include "samples/kube/apiserver/schema/names.h"
#include "samples/kube/apiserver/wire/go_text.h"

namespace kube::apiserver {
namespace {

bool IsPercent(const std::string& text) {
  return text.size() > 1 && text.back() == '%' && text.find_first_not_of("0123456789") == text.size() - 1;
}

}  // namespace

void CheckNonNegative(const Json& object, std::initializer_list<const char*> fields, const std::string& path,
                      FieldErrors& errors) {
  for (const char* field : fields) {
    const Json& value = At(object, field);
    if (value.is_number() && value < 0) {
      errors.push_back(Invalid(path + "." + field, value, "must be greater than or equal to 0"));
    }
  }
}

void CheckAtMost(const Json& object, std::initializer_list<const char*> fields, const char* most,
                 const std::string& message, const std::string& path, FieldErrors& errors) {
  const Json limit = At(object, most).is_number() ? At(object, most) : Json(0);
  for (const char* field : fields) {
    const Json& value = At(object, field);
    if (value.is_number() && value > limit) errors.push_back(Invalid(path + "." + field, value, message));
  }
}

void CheckOneOf(const Json& value, const std::vector<std::string>& allowed, const std::string& path,
                FieldErrors& errors) {
  const std::string text = TextOf(value);
  if (text.empty()) {
    errors.push_back(Required(path));
  } else if (std::find(allowed.begin(), allowed.end(), text) == allowed.end()) {
    errors.push_back(NotSupported(path, Quoted(text), allowed));
  }
}

void CheckPortNumber(const Json& port, const std::string& path, FieldErrors& errors) {
  if (!port.is_number() || port < 1 || port > 65535) {
    errors.push_back(Invalid(path, port, "must be between 1 and 65535, inclusive"));
  }
}

std::vector<std::string> PortNameErrors(const std::string& name) {
  std::vector<std::string> errors;
  if (name.size() > 15) errors.push_back("must be no more than 15 characters");
  if (name.find_first_not_of("-abcdefghijklmnopqrstuvwxyz0123456789") != std::string::npos || name.empty()) {
    errors.push_back("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
  }
  if (std::none_of(name.begin(), name.end(), [](unsigned char c) { return std::islower(c) != 0; })) {
    errors.push_back("must contain at least one letter (a-z)");
  }
  if (name.find("--") != std::string::npos) errors.push_back("must not contain consecutive hyphens");
  if (!name.empty() && (name.front() == '-' || name.back() == '-')) {
    errors.push_back("must not begin or end with a hyphen");
  }
  return errors;
}

void CheckPort(const Json& port, const std::string& path, FieldErrors& errors) {
  if (!port.is_string()) {
    CheckPortNumber(port, path, errors);
    return;
  }
  for (const std::string& wrong : PortNameErrors(TextOf(port))) errors.push_back(Invalid(path, port, wrong));
}

void CheckIntOrPercent(const Json& value, const std::string& path, FieldErrors& errors) {
  if (value.is_string() && !IsPercent(TextOf(value))) {
    errors.push_back(Invalid(path, value,
                             "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  "
                             "or '93%', regex used for validation is '[0-9]+%')"));
  } else if (value.is_number() && value < 0) {
    errors.push_back(Invalid(path, value, "must be greater than or equal to 0"));
  }
}

void CheckLabelMap(const Json& labels, const std::string& path, FieldErrors& errors) {
  if (!labels.is_object()) return;
  for (const auto& [key, value] : labels.items()) {
    for (const std::string& wrong : QualifiedNameErrors(key, "a valid label key")) {
      errors.push_back(Invalid(path, key, wrong));
    }
    if (const std::string wrong = LabelValueError(TextOf(value)); !wrong.empty()) {
      errors.push_back(Invalid(path, value, wrong));
    }
  }
}

void CheckLabelSelector(const Json& selector, const std::string& path, FieldErrors& errors) {
  CheckLabelMap(At(selector, "matchLabels"), path + ".matchLabels", errors);
  const Json& terms = At(selector, "matchExpressions");
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const std::string at = path + ".matchExpressions[" + std::to_string(i) + "]";
    const std::string op = TextAt(terms[i], "operator");
    const Json& values = At(terms[i], "values");
    if (op == "In" || op == "NotIn") {
      if (values.empty()) {
        errors.push_back(Required(at + ".values", "must be specified when `operator` is 'In' or 'NotIn'"));
      }
    } else if (op == "Exists" || op == "DoesNotExist") {
      if (!values.empty()) {
        errors.push_back(
            Forbidden(at + ".values", "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"));
      }
    } else {
      errors.push_back(Invalid(at + ".operator", op, "not a valid selector operator"));
    }
    for (const std::string& wrong : QualifiedNameErrors(TextAt(terms[i], "key"))) {
      errors.push_back(Invalid(at + ".key", TextAt(terms[i], "key"), wrong));
    }
    for (std::size_t k = 0; k < values.size(); ++k) {
      if (const std::string wrong = LabelValueError(TextOf(values[k])); !wrong.empty()) {
        errors.push_back(Invalid(at + ".values[" + std::to_string(k) + "]", values[k], wrong));
      }
    }
  }
}

FieldError NotFoundField(const std::string& path, const Json& value) {
  return {path, "FieldValueNotFound", "Not found: " + ValueText(value)};
}

}  // namespace kube::apiserver
