// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/report/fragment.h"

#include "generator/report/account_json.h"

namespace spansmith::generator {
namespace {

constexpr unsigned kVersion = 1;

}  // namespace

std::string FragmentText(const SourceReport& report) {
  Json out = {{"spansmith_fragment", kVersion}, {"source", report.source}, {"outcome", report.outcome}};
  if (!report.reason.empty()) out["reason"] = report.reason;
  if (!report.message.empty()) out["message"] = report.message;
  if (!report.dropped.empty()) out["dropped_arguments"] = report.dropped;
  if (!report.usage.empty()) out["rules"] = report.usage;
  for (const CallAccount& call : report.calls) out["calls"].push_back(ToJson(call));
  for (const AnnotationAccount& annotation : report.annotations) out["annotations"].push_back(ToJson(annotation));
  Json functions = Json::array();
  for (const FunctionAccount& account : report.functions) functions.push_back(ToJson(account));
  out["functions"] = std::move(functions);
  return Written(out, -1) + "\n";
}

std::optional<SourceReport> ReadFragment(const std::string& text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object() || NumberAt(json, "spansmith_fragment") != kVersion) return std::nullopt;
  SourceReport out;
  out.source = TextAt(json, "source");
  out.outcome = TextAt(json, "outcome");
  out.reason = TextAt(json, "reason");
  out.message = TextAt(json, "message");
  out.usage = TextAt(json, "rules");
  for (const Json& argument : ListAt(json, "dropped_arguments")) {
    if (argument.is_string()) out.dropped.push_back(argument.get<std::string>());
  }
  for (const Json& call : ListAt(json, "calls")) out.calls.push_back(CallAccountFrom(call));
  for (const Json& annotation : ListAt(json, "annotations"))
    out.annotations.push_back(AnnotationAccountFrom(annotation));
  for (const Json& function : ListAt(json, "functions")) out.functions.push_back(AccountFrom(function));
  return out;
}

}  // namespace spansmith::generator
