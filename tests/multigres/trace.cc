// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/multigres/trace.h"

#include <algorithm>
#include <type_traits>

namespace multigres_test {
namespace {

bool IsComponent(const std::string& name) {
  return name == "ReconcileEtcd" || name == "ReconcileGateway" || name == "ReconcileOrch" || name == "ReconcilePooler";
}

void Print(const Spans& spans, const spansmith::SpanData& span, const OutlineOptions& options, std::size_t level,
           std::string& text) {
  if (span.kind == spansmith::SpanKind::kClient && !options.http) return;
  text += std::string(level * 2, ' ') + span.name;
  if (const std::string object = Text(span, "k8s.object.name"); object != "-") text += " \"" + object + "\"";
  for (const std::string& key : options.keys) {
    if (const std::string value = Text(span, key); value != "-") text += " " + key + "=" + value;
  }
  if (span.status.code == spansmith::StatusCode::kError) text += " !" + span.status.description;
  text += "\n";
  Spans children = Children(spans, span);
  std::stable_sort(children.begin(), children.end(), [](const auto& a, const auto& b) {
    return IsComponent(a.name) && IsComponent(b.name) && a.name < b.name;
  });
  for (const spansmith::SpanData& child : children) Print(spans, child, options, level + 1, text);
}

}  // namespace

std::string Text(const spansmith::SpanData& span, const std::string& key) {
  const spansmith::AttributeValue* value = spansmith::FindAttribute(span.attributes, key);
  if (value == nullptr) return "-";
  return std::visit(
      [](const auto& held) -> std::string {
        using T = std::decay_t<decltype(held)>;
        if constexpr (std::is_same_v<T, std::string>) {
          return held;
        } else if constexpr (std::is_same_v<T, bool>) {
          return held ? "true" : "false";
        } else if constexpr (std::is_arithmetic_v<T>) {
          return std::to_string(held);
        } else {
          return std::to_string(held.size()) + " values";
        }
      },
      *value);
}

const spansmith::SpanData* Find(const Spans& spans, const std::string& name, const std::string& object) {
  const spansmith::SpanData* found = nullptr;
  for (const spansmith::SpanData& span : spans) {
    if (span.name != name || (!object.empty() && Text(span, "k8s.name") != object)) continue;
    if (found == nullptr || span.start_unix_nano < found->start_unix_nano) found = &span;
  }
  return found;
}

int Count(const Spans& spans, const std::string& name) {
  return static_cast<int>(
      std::count_if(spans.begin(), spans.end(), [&](const spansmith::SpanData& span) { return span.name == name; }));
}

Spans Children(const Spans& spans, const spansmith::SpanData& parent) {
  Spans children;
  for (const spansmith::SpanData& span : spans) {
    if (span.parent_span_id == parent.span_id && span.trace_id == parent.trace_id) children.push_back(span);
  }
  std::stable_sort(children.begin(), children.end(),
                   [](const auto& a, const auto& b) { return a.start_unix_nano < b.start_unix_nano; });
  return children;
}

Spans TraceOf(const Spans& spans, const spansmith::SpanData& of) {
  Spans trace;
  for (const spansmith::SpanData& span : spans) {
    if (span.trace_id == of.trace_id) trace.push_back(span);
  }
  std::stable_sort(trace.begin(), trace.end(),
                   [](const auto& a, const auto& b) { return a.start_unix_nano < b.start_unix_nano; });
  return trace;
}

bool IsWithin(const Spans& spans, const spansmith::SpanData& inner, const spansmith::SpanData& outer) {
  std::map<spansmith::SpanId, spansmith::SpanId> parents;
  for (const spansmith::SpanData& span : TraceOf(spans, outer)) parents[span.span_id] = span.parent_span_id;
  for (spansmith::SpanId at = inner.span_id; at; at = parents.count(at) != 0 ? parents[at] : spansmith::SpanId{}) {
    if (at == outer.span_id) return true;
  }
  return false;
}

std::string Outline(const Spans& spans, const spansmith::SpanData& root, const OutlineOptions& options) {
  std::string text;
  Print(TraceOf(spans, root), root, options, 0, text);
  return text;
}

}  // namespace multigres_test
