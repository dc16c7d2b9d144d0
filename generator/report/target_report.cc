// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/report/target_report.h"

#include <algorithm>
#include <tuple>

#include "generator/report/account_json.h"

namespace spansmith::generator {
namespace {

constexpr unsigned kVersion = 1;

using Key = std::tuple<std::string, unsigned, unsigned, std::string>;

Key KeyOf(const FunctionAccount& account) { return {account.file, account.line, account.column, account.function}; }

// Which of two accounts of one function says more: a span, then a reason that somebody asked for, then any.
int Rank(const FunctionAccount& account) {
  if (account.reason == ReasonCode::kNone) return 2;
  return account.asked != Asked::kNobody ? 1 : 0;
}

void Add(const FunctionAccount& account, std::map<Key, TargetFunction>* functions) {
  const auto [it, is_new] = functions->try_emplace(KeyOf(account), TargetFunction{account, {}});
  TargetFunction& known = it->second;
  if (is_new || known.account == account) return;
  FunctionAccount other = account;
  if (Rank(other) > Rank(known.account)) std::swap(other, known.account);
  if (known.account.reason != other.reason) known.differs = CodeOf(other.reason);
}

Json ToJson(const SourceReport& source) {
  Json out = {{"source", source.source}, {"outcome", source.outcome}};
  if (!source.reason.empty()) out["reason"] = source.reason;
  if (!source.message.empty()) out["message"] = source.message;
  if (!source.dropped.empty()) out["dropped_arguments"] = source.dropped;
  for (const CallAccount& call : source.calls) out["calls"].push_back(ToJson(call));
  return out;
}

Json Counts(const std::map<std::string, std::size_t>& counts) {
  Json out = Json::object();
  for (const auto& [name, count] : counts) out[name] = count;
  return out;
}

}  // namespace

std::size_t TargetReport::Instrumented() const {
  return static_cast<std::size_t>(std::count_if(functions.begin(), functions.end(), [](const TargetFunction& function) {
    return function.account.reason == ReasonCode::kNone;
  }));
}

std::map<std::string, std::size_t> TargetReport::LeftOut() const {
  std::map<std::string, std::size_t> out;
  for (const TargetFunction& function : functions) {
    if (function.account.reason != ReasonCode::kNone) ++out[CodeOf(function.account.reason)];
  }
  return out;
}

std::map<std::string, std::size_t> TargetReport::Outcomes() const {
  std::map<std::string, std::size_t> out;
  for (const SourceReport& source : sources) ++out[source.outcome];
  return out;
}

TargetReport MergeFragments(const std::string& target, const std::vector<ObjectFragment>& fragments) {
  TargetReport out;
  out.target = target;
  std::map<Key, TargetFunction> functions;
  std::map<std::tuple<std::string, unsigned, unsigned>, AnnotationAccount> annotations;
  for (const ObjectFragment& fragment : fragments) {
    std::optional<SourceReport> source = fragment.text ? ReadFragment(*fragment.text) : std::nullopt;
    if (!source) {
      out.without.push_back(fragment.object);
      continue;
    }
    for (const FunctionAccount& account : source->functions) Add(account, &functions);
    for (const AnnotationAccount& annotation : source->annotations) {
      const auto [it, is_new] =
          annotations.try_emplace({annotation.file, annotation.line, annotation.column}, annotation);
      it->second.defined = it->second.defined || annotation.defined;
    }
    source->functions.clear();
    source->annotations.clear();
    source->usage.clear();
    out.sources.push_back(std::move(*source));
  }
  std::sort(out.sources.begin(), out.sources.end(),
            [](const SourceReport& a, const SourceReport& b) { return a.source < b.source; });
  std::sort(out.without.begin(), out.without.end());
  for (auto& [key, function] : functions) out.functions.push_back(std::move(function));
  for (auto& [key, annotation] : annotations) out.annotations.push_back(std::move(annotation));
  return out;
}

std::string ReportText(const TargetReport& report) {
  Json out = {{"spansmith_report", kVersion}, {"target", report.target}};
  out["summary"] = {{"sources", Counts(report.Outcomes())},
                    {"functions", report.functions.size()},
                    {"instrumented", report.Instrumented()},
                    {"left_out", Counts(report.LeftOut())}};
  out["sources"] = Json::array();
  for (const SourceReport& source : report.sources) out["sources"].push_back(ToJson(source));
  if (!report.without.empty()) out["objects_without_report"] = report.without;
  out["functions"] = Json::array();
  for (const TargetFunction& function : report.functions) {
    Json one = ToJson(function.account);
    if (!function.differs.empty()) one["elsewhere"] = function.differs;
    out["functions"].push_back(std::move(one));
  }
  for (const AnnotationAccount& annotation : report.annotations) out["annotations"].push_back(ToJson(annotation));
  return Written(out, 1) + "\n";
}

std::optional<TargetReport> ReadReport(const std::string& text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object() || NumberAt(json, "spansmith_report") != kVersion) return std::nullopt;
  TargetReport out;
  out.target = TextAt(json, "target");
  for (const Json& source : ListAt(json, "sources")) {
    if (!source.is_object()) continue;
    SourceReport one;
    one.source = TextAt(source, "source");
    one.outcome = TextAt(source, "outcome");
    one.reason = TextAt(source, "reason");
    one.message = TextAt(source, "message");
    for (const Json& argument : ListAt(source, "dropped_arguments")) {
      if (argument.is_string()) one.dropped.push_back(argument.get<std::string>());
    }
    for (const Json& call : ListAt(source, "calls")) one.calls.push_back(CallAccountFrom(call));
    out.sources.push_back(std::move(one));
  }
  for (const Json& object : ListAt(json, "objects_without_report")) {
    if (object.is_string()) out.without.push_back(object.get<std::string>());
  }
  for (const Json& function : ListAt(json, "functions")) {
    if (function.is_object()) out.functions.push_back({AccountFrom(function), TextAt(function, "elsewhere")});
  }
  for (const Json& annotation : ListAt(json, "annotations"))
    out.annotations.push_back(AnnotationAccountFrom(annotation));
  return out;
}

}  // namespace spansmith::generator
