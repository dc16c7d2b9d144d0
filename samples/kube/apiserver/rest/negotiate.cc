// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// goautoneg's clauses and apiserver's negotiation. Protobuf is never chosen: clients that ask for it take JSON as well.
#include "samples/kube/apiserver/rest/negotiate.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <utility>
#include <vector>

namespace kube::apiserver {
namespace {

struct Clause {
  std::string type, subtype;
  double quality = 1;
  std::map<std::string, std::string> parameters;
};

std::string Trimmed(const std::string& text) {
  const std::size_t start = text.find_first_not_of(' ');
  if (start == std::string::npos) return "";
  return text.substr(start, text.find_last_not_of(' ') - start + 1);
}

// What is before `separator`; the rest stays in `text`.
std::string Next(std::string& text, char separator) {
  const std::size_t at = text.find(separator);
  std::string item = text.substr(0, at);
  text = at == std::string::npos ? "" : text.substr(at + 1);
  return item;
}

// Not an order: with it goautoneg sorts.
bool Before(const Clause& one, const Clause& other) {
  return one.quality > other.quality || (one.type != "*" && other.type == "*") ||
         (one.subtype != "*" && other.subtype == "*");
}

std::optional<Clause> ReadClause(std::string part) {
  Clause clause;
  std::string names = Next(part, ';');
  clause.type = Trimmed(Next(names, '/'));
  if (names.empty()) {
    if (clause.type != "*") return std::nullopt;
    clause.subtype = "*";
  } else {
    clause.subtype = Trimmed(Next(names, '/'));
    if (!names.empty()) return std::nullopt;
  }
  while (!part.empty()) {
    std::string value = Next(part, ';');
    const std::string name = Trimmed(Next(value, '='));
    if (value.empty() || value.find('=') != std::string::npos) continue;
    if (name == "q") {
      clause.quality = std::strtod(value.c_str(), nullptr);
    } else {
      clause.parameters[name] = Trimmed(value);
    }
  }
  return clause;
}

std::vector<Clause> ReadAccept(std::string header) {
  std::vector<Clause> clauses;
  while (!header.empty()) {
    if (auto clause = ReadClause(Trimmed(Next(header, ',')))) clauses.push_back(std::move(*clause));
  }
  for (std::size_t i = 1; i < clauses.size(); ++i) {
    for (std::size_t j = i; j > 0 && Before(clauses[j], clauses[j - 1]); --j) std::swap(clauses[j], clauses[j - 1]);
  }
  return clauses;
}

bool AllowsForm(const MediaChoice& choice, bool forms) {
  if (!choice.Converts()) return true;
  if (!forms || choice.group != "meta.k8s.io" || (choice.version != "v1" && choice.version != "v1beta1")) return false;
  return choice.as == "Table" || choice.as == "PartialObjectMetadata" || choice.as == "PartialObjectMetadataList";
}

}  // namespace

std::optional<MediaChoice> Negotiate(const std::string& accept, bool forms) {
  if (accept.empty()) return MediaChoice{};
  for (const Clause& clause : ReadAccept(accept)) {
    for (const char* subtype : {"json", "yaml"}) {
      if (!(clause.type == "application" && (clause.subtype == subtype || clause.subtype == "*")) &&
          !(clause.type == "*" && clause.subtype == "*")) {
        continue;
      }
      const auto parameter = [&](const char* name) {
        const auto found = clause.parameters.find(name);
        return found == clause.parameters.end() ? std::string() : found->second;
      };
      MediaChoice choice{subtype == std::string("yaml"), parameter("as"), parameter("g"), parameter("v")};
      const std::string stream = parameter("stream");
      if (!stream.empty() && (choice.yaml || stream != "watch")) continue;
      if (!parameter("sv").empty() || !AllowsForm(choice, forms)) continue;
      return choice;
    }
  }
  return std::nullopt;
}

bool MatchesRoute(const std::string& accept, std::initializer_list<std::string_view> types) {
  if (accept.empty()) return true;
  std::string rest = accept;
  do {
    std::string part = Next(rest, ',');
    const std::string type = Trimmed(Next(part, ';'));
    if (type == "*/*" || std::find(types.begin(), types.end(), type) != types.end()) return true;
  } while (!rest.empty());
  return false;
}

StatusError NotAcceptable(const std::string& message) { return {406, "NotAcceptable", message}; }
StatusError OnlyTheseTypes() {
  return NotAcceptable(
      "only the following media types are accepted: application/json, application/yaml, "
      "application/vnd.kubernetes.protobuf");
}
StatusError OnlyTheseStreams() {
  return NotAcceptable(
      "only the following media types are accepted: application/json;stream=watch, "
      "application/vnd.kubernetes.protobuf;stream=watch");
}
StatusError RouteNotAcceptable(const std::string& types) {
  return {406, "NotAcceptable", "406: Not Acceptable\n\nAvailable representations: " + types, Json::object()};
}

std::optional<std::string> MediaTypeOf(const std::string& content_type) {
  std::string rest = content_type;
  std::string type = Trimmed(Next(rest, ';'));
  std::transform(type.begin(), type.end(), type.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (type.empty() || std::count(type.begin(), type.end(), '/') > 1) return std::nullopt;
  return type;
}

}  // namespace kube::apiserver
