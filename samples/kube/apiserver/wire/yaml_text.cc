// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// yaml-cpp nodes, walked.
#include "samples/kube/apiserver/wire/yaml_text.h"

#include <yaml-cpp/yaml.h>

#include <regex>
#include <stdexcept>

namespace kube::apiserver {
namespace {

Json Scalar(const YAML::Node& node) {
  const std::string text = node.Scalar();
  if (node.Tag() == "!") return text;  // quoted
  if (text == "true" || text == "false") return text == "true";
  if (text.empty() || text == "null" || text == "~") return nullptr;
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
