// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rewritten/stored.h"

#include <cstdint>
#include <nlohmann/json.hpp>

namespace spansmith::generator {
namespace {

using Json = nlohmann::json;

// CBOR carries any bytes in its strings; the library checks none of them.
Json ToJson(const Diagnostic& diagnostic) {
  return {diagnostic.number,      diagnostic.place.file, diagnostic.place.line, diagnostic.place.column,
          diagnostic.source_line, diagnostic.arguments,  diagnostic.made_error};
}

Diagnostic DiagnosticFrom(const Json& json) {
  Diagnostic out;
  out.number = json.at(0).get<unsigned>();
  out.place = {json.at(1).get<std::string>(), json.at(2).get<unsigned>(), json.at(3).get<unsigned>()};
  out.source_line = json.at(4).get<std::string>();
  out.arguments = json.at(5).get<std::vector<std::string>>();
  out.made_error = json.at(6).get<bool>();
  return out;
}

}  // namespace

std::string Stored(const Rewritten& rewritten) {
  Json json = Json::object();
  json["outcome"] = static_cast<int>(rewritten.outcome);
  json["source"] = rewritten.source;
  json["text"] = rewritten.text;
  json["clang"] = rewritten.compiler_is_clang;
  json["report"] = FragmentText(rewritten.report);
  json["headers"] = Json::array();
  for (const RewrittenHeader& header : rewritten.headers)
    json["headers"].push_back(Json::array({header.path, header.name, header.text}));
  json["forced"] = rewritten.forced;
  json["renamed"] = Json::array();
  for (const Renamed& renamed : rewritten.renamed) json["renamed"].push_back(Json::array({renamed.path, renamed.name}));
  json["diagnostics"] = Json::array();
  for (const Diagnostic& diagnostic : rewritten.diagnostics) json["diagnostics"].push_back(ToJson(diagnostic));
  const std::vector<std::uint8_t> bytes = Json::to_cbor(json);
  return {bytes.begin(), bytes.end()};
}

std::optional<Rewritten> FromStored(const std::string& bytes) {
  const Json json = Json::from_cbor(bytes.begin(), bytes.end(), true, false);
  if (!json.is_object()) return std::nullopt;
  try {
    Rewritten out;
    out.outcome = static_cast<Outcome>(json.at("outcome").get<int>());
    out.source = json.at("source").get<std::string>();
    out.text = json.at("text").get<std::string>();
    out.compiler_is_clang = json.at("clang").get<bool>();
    const std::optional<SourceReport> report = ReadFragment(json.at("report").get<std::string>());
    if (!report) return std::nullopt;
    out.report = *report;
    for (const Json& header : json.at("headers"))
      out.headers.push_back(
          {header.at(0).get<std::string>(), header.at(1).get<std::string>(), "", header.at(2).get<std::string>()});
    out.forced = json.at("forced").get<std::map<std::string, std::string>>();
    for (const Json& renamed : json.at("renamed"))
      out.renamed.push_back({renamed.at(0).get<std::string>(), renamed.at(1).get<std::string>()});
    for (const Json& diagnostic : json.at("diagnostics")) out.diagnostics.push_back(DiagnosticFrom(diagnostic));
    return out;
  } catch (const Json::exception&) {
    return std::nullopt;  // another build's, or none at all: it is made again
  }
}

}  // namespace spansmith::generator
