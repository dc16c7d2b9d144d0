// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Regular expressions and their explanations, as the real server gives them.
#include "samples/kube/apiserver/schema/names.h"

#include "samples/kube/apiserver/schema/format.h"

namespace kube::apiserver {
namespace {

constexpr const char* kLabel = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
constexpr const char* kSubdomain = R"([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)";
constexpr const char* kName = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
constexpr const char* kValue = "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?";

bool Whole(const std::string& text, const std::string& pattern) { return MatchesPattern(text, "^(" + pattern + ")$"); }

std::string TooLong(std::size_t most) { return "must be no more than " + std::to_string(most) + " characters"; }

}  // namespace

std::string Subdomain1123Error(const std::string& name) {
  if (name.size() > 253) return TooLong(253);
  if (Whole(name, kSubdomain)) return "";
  return std::string(
             "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must "
             "start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '") +
         kSubdomain + "')";
}

std::string Label1123Error(const std::string& name) {
  if (name.size() > 63) return TooLong(63);
  if (Whole(name, kLabel)) return "";
  if (name.find('.') != std::string::npos && Whole(name, kSubdomain)) return "must not contain dots";
  return std::string(
             "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and "
             "end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '") +
         kLabel + "')";
}

std::string Label1035Error(const std::string& name) {
  constexpr const char* kLabel1035 = "[a-z]([-a-z0-9]*[a-z0-9])?";
  if (name.size() > 63) return TooLong(63);
  if (Whole(name, kLabel1035)) return "";
  return std::string(
             "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic "
             "character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for "
             "validation is '") +
         kLabel1035 + "')";
}

std::vector<std::string> QualifiedNameErrors(const std::string& key, const char* what) {
  const std::string rule =
      std::string(
          "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric "
          "character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '") +
      kName + "')";
  std::string name = key;
  std::vector<std::string> out;
  if (const auto slash = key.find('/'); slash != std::string::npos) {
    const std::string prefix = key.substr(0, slash);
    name = key.substr(slash + 1);
    if (name.find('/') != std::string::npos) {
      return {std::string(what) + " " + rule +
              " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"};
    }
    if (prefix.empty()) {
      out.emplace_back("prefix part must be non-empty");
    } else if (const std::string wrong = Subdomain1123Error(prefix); !wrong.empty()) {
      out.push_back("prefix part " + wrong);
    }
  }
  if (name.empty()) {
    out.emplace_back("name part must be non-empty");
  } else if (name.size() > 63) {
    out.emplace_back("name part must be no more than 63 bytes");
  }
  if (!Whole(name, kName)) out.push_back("name part " + rule);
  return out;
}

std::string LabelValueError(const std::string& value) {
  if (value.size() > 63) return "must be no more than 63 bytes";
  if (Whole(value, kValue)) return "";
  return std::string(
             "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and "
             "must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', "
             "regex used for validation is '") +
         kValue + "')";
}

std::string ConfigKeyError(const std::string& key) {
  if (key.size() > 253) return TooLong(253);
  if (key == ".") return "must not be '.'";
  if (key == "..") return "must not be '..'";
  if (key.starts_with("..") && Whole(key, "[-._a-zA-Z0-9]+")) return "must not start with '..'";
  if (Whole(key, "[-._a-zA-Z0-9]+")) return "";
  return "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or "
         "'KEY_NAME',  "
         "or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";
}

}  // namespace kube::apiserver
