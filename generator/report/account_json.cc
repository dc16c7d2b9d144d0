// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/report/account_json.h"

namespace spansmith::generator {

Json ToJson(const FunctionAccount& account) {
  Json out = {
      {"function", account.function}, {"file", account.file}, {"line", account.line}, {"column", account.column}};
  const bool instrumented = account.reason == ReasonCode::kNone;
  out["outcome"] = instrumented ? "instrumented" : "left_out";
  if (instrumented) out["span"] = account.span;
  if (!instrumented) out["reason"] = CodeOf(account.reason);
  if (!account.detail.empty()) out["detail"] = account.detail;
  if (account.asked != Asked::kNobody) out["asked"] = account.asked == Asked::kRule ? "rule" : "annotation";
  if (account.header) out["header"] = true;
  if (account.shared) out["shared"] = true;
  return out;
}

Json ToJson(const CallAccount& call) {
  Json out = {{"function", call.function}, {"file", call.file}, {"line", call.line}};
  out["outcome"] = call.left_out.empty() ? "instrumented" : "left_out";
  if (!call.left_out.empty()) out["detail"] = call.left_out;
  return out;
}

CallAccount CallAccountFrom(const Json& json) {
  if (!json.is_object()) return {};
  return {TextAt(json, "function"), TextAt(json, "file"), NumberAt(json, "line"), TextAt(json, "detail")};
}

Json ToJson(const AnnotationAccount& annotation) {
  return {{"function", annotation.function},
          {"file", annotation.file},
          {"line", annotation.line},
          {"column", annotation.column},
          {"defined", annotation.defined}};
}

AnnotationAccount AnnotationAccountFrom(const Json& json) {
  if (!json.is_object()) return {};
  return {TextAt(json, "function"), TextAt(json, "file"), NumberAt(json, "line"), NumberAt(json, "column"),
          TrueAt(json, "defined")};
}

FunctionAccount AccountFrom(const Json& json) {
  FunctionAccount out;
  if (!json.is_object()) return out;
  out.function = TextAt(json, "function");
  out.file = TextAt(json, "file");
  out.line = NumberAt(json, "line");
  out.column = NumberAt(json, "column");
  out.reason = ReasonOf(TextAt(json, "reason"));
  out.detail = TextAt(json, "detail");
  const std::string asked = TextAt(json, "asked");
  out.asked = asked == "rule" ? Asked::kRule : asked == "annotation" ? Asked::kAnnotation : Asked::kNobody;
  out.span = TextAt(json, "span");
  out.header = TrueAt(json, "header");
  out.shared = TrueAt(json, "shared");
  return out;
}

}  // namespace spansmith::generator
