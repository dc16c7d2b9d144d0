// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// yaml-cpp nodes, walked.
#include "samples/kube/apiserver/wire/yaml_text.h"

#include <yaml-cpp/yaml.h>

#include <cstdlib>
#include <regex>
#include <set>
#include <stdexcept>

namespace kube::apiserver {
namespace {

Json Scalar(const YAML::Node& node) {
  const std::string text = node.Scalar();
  if (node.Tag() == "!") return text;  // quoted
  // YAML 1.1, as the real server reads it: y and no are no strings.
  static const std::set<std::string> yes = {"y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"};
  static const std::set<std::string> no = {"n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"};
  if (yes.contains(text) || no.contains(text)) return yes.contains(text);
  if (text.empty() || text == "null" || text == "Null" || text == "NULL" || text == "~") return nullptr;
  static const std::regex based(R"([-+]?0(x[0-9a-fA-F]{1,15}|o?[0-7]{1,20}|b[01]{1,62}))");
  if (std::regex_match(text, based) && text != "0") {
    const bool minus = text[0] == '-';
    std::string digits = text.substr(text[0] == '-' || text[0] == '+' ? 2 : 1);
    const int base = digits[0] == 'x' ? 16 : digits[0] == 'b' ? 2 : 8;
    if (digits[0] == 'x' || digits[0] == 'b' || digits[0] == 'o') digits.erase(0, 1);
    const long long value = std::strtoll(digits.c_str(), nullptr, base);
    return minus ? -value : value;
  }
  static const std::regex number(R"(-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?)");
  if (std::regex_match(text, number)) return Json::parse(text);
  return text;
}

Json Convert(const YAML::Node& node) {
  if (node.IsScalar()) return Scalar(node);
  if (node.IsSequence()) {
    Json out = Json::array();
    for (const auto& item : node) out.push_back(Convert(item));
    return out;
  }
  if (node.IsMap()) {
    Json out = Json::object();
    for (const auto& entry : node) out[entry.first.Scalar()] = Convert(entry.second);
    return out;
  }
  return nullptr;
}

}  // namespace

Json ReadYaml(const std::string& text) {
  try {
    return Convert(YAML::Load(text));
  } catch (const YAML::Exception& error) {
    throw std::runtime_error("yaml: line " + std::to_string(error.mark.line + 1) + ": " + error.msg);
  }
}

}  // namespace kube::apiserver
