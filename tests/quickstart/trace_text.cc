// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Spans are put into one list with the scope they came in; the tree is then found by parent span id.
#include "trace_text.h"

#include <algorithm>
#include <map>
#include <set>

#include "opentelemetry/proto/trace/v1/trace.pb.h"

namespace quickstart_test {
namespace {

using opentelemetry::proto::common::v1::AnyValue;
using opentelemetry::proto::common::v1::KeyValue;
using opentelemetry::proto::trace::v1::Span;
using opentelemetry::proto::trace::v1::Status;

struct ScopedSpan {
  const Span* span;
  std::string scope;
};

std::vector<ScopedSpan> AllSpans(const std::vector<TraceRequest>& requests) {
  std::vector<ScopedSpan> spans;
  for (const TraceRequest& request : requests) {
    for (const auto& resource : request.resource_spans()) {
      for (const auto& scope : resource.scope_spans()) {
        for (const Span& span : scope.spans()) spans.push_back({&span, scope.scope().name()});
      }
    }
  }
  std::stable_sort(spans.begin(), spans.end(), [](const ScopedSpan& a, const ScopedSpan& b) {
    return a.span->start_time_unix_nano() < b.span->start_time_unix_nano();
  });
  return spans;
}

std::string ValueText(const AnyValue& value) {
  switch (value.value_case()) {
    case AnyValue::kStringValue:
      return "\"" + value.string_value() + "\"";
    case AnyValue::kBoolValue:
      return value.bool_value() ? "true" : "false";
    case AnyValue::kIntValue:
      return std::to_string(value.int_value());
    case AnyValue::kDoubleValue:
      return std::to_string(value.double_value());
    default:
      return "a value of another kind";
  }
}

template <typename List>
std::map<std::string, std::string> ByKey(const List& attributes) {
  std::map<std::string, std::string> values;
  for (const KeyValue& attribute : attributes) values[attribute.key()] += ValueText(attribute.value());
  return values;
}

// "\"x/y.cc\"" to "y.cc"
std::string FileName(const std::string& quoted) {
  const std::string path = quoted.size() < 2 ? quoted : quoted.substr(1, quoted.size() - 2);
  return path.substr(path.rfind('/') + 1);
}

std::string Place(std::map<std::string, std::string>& attributes) {
  const std::string function = attributes["code.function.name"];
  const bool has_line = attributes["code.line.number"].find_first_not_of("0") != std::string::npos;
  const std::string text = (function.size() < 2 ? "?" : function.substr(1, function.size() - 2)) + " in " +
                           FileName(attributes["code.file.path"]) + (has_line ? "" : ", no line");
  for (const char* key : {"code.function.name", "code.file.path", "code.line.number"}) attributes.erase(key);
  return text;
}

const char* KindText(Span::SpanKind kind) {
  switch (kind) {
    case Span::SPAN_KIND_INTERNAL:
      return "internal";
    case Span::SPAN_KIND_CLIENT:
      return "client";
    default:
      return "another kind";
  }
}

std::string StatusText(const Status& status) {
  switch (status.code()) {
    case Status::STATUS_CODE_OK:
      return "ok";
    case Status::STATUS_CODE_ERROR:
      return "error \"" + status.message() + "\"";
    default:
      return "unset";
  }
}

// The origin's span id is another one in every run.
std::string Line(const std::string& key, const std::string& value) {
  return key + (key == "error.origin.span_id" ? "" : " = " + value) + "\n";
}

void AppendSpan(const ScopedSpan& scoped, const std::vector<ScopedSpan>& all, const std::string& indent,
                std::string& text) {
  const Span& span = *scoped.span;
  std::map<std::string, std::string> attributes = ByKey(span.attributes());
  const std::string place = Place(attributes);
  text += indent + span.name() + "  " + KindText(span.kind()) + "  " + StatusText(span.status()) + "  " + scoped.scope +
          "  " + place + "\n";
  for (const auto& [key, value] : attributes) text += indent + "  . " + Line(key, value);
  for (const auto& event : span.events()) {
    text += indent + "  ! " + event.name() + "\n";
    for (const auto& [key, value] : ByKey(event.attributes())) {
      text += indent + "    . " + Line(key, value);
    }
  }
  for (const ScopedSpan& other : all) {
    if (other.span->parent_span_id() == span.span_id()) AppendSpan(other, all, indent + "  ", text);
  }
}

}  // namespace

std::string TraceText(const std::vector<TraceRequest>& requests) {
  const std::vector<ScopedSpan> all = AllSpans(requests);
  std::string text;
  for (const ScopedSpan& scoped : all) {
    if (scoped.span->parent_span_id().empty()) AppendSpan(scoped, all, "", text);
  }
  return text;
}

std::vector<std::string> TraceFaults(const std::vector<TraceRequest>& requests) {
  std::vector<std::string> faults;
  std::map<std::string, const Span*> by_id;
  std::set<std::string> traces;
  for (const ScopedSpan& scoped : AllSpans(requests)) {
    const Span& span = *scoped.span;
    if (span.trace_id().size() != 16) faults.push_back(span.name() + ": trace id is not 16 bytes");
    if (span.span_id().size() != 8) faults.push_back(span.name() + ": span id is not 8 bytes");
    if (span.span_id() == std::string(8, '\0')) faults.push_back(span.name() + ": span id is zero");
    if (!by_id.emplace(span.span_id(), &span).second) faults.push_back(span.name() + ": span id is used twice");
    traces.insert(span.trace_id());
  }
  if (traces.size() != 1) faults.push_back(std::to_string(traces.size()) + " traces, expected one");
  if (traces.count(std::string(16, '\0')) != 0) faults.push_back("a trace id is zero");
  for (const auto& [id, span] : by_id) {
    if (span->start_time_unix_nano() == 0) faults.push_back(span->name() + ": no start time");
    if (span->end_time_unix_nano() < span->start_time_unix_nano()) faults.push_back(span->name() + ": ends early");
    if (span->parent_span_id().empty()) continue;
    const auto parent = by_id.find(span->parent_span_id());
    if (parent == by_id.end()) {
      faults.push_back(span->name() + ": its parent did not arrive");
    } else if (span->start_time_unix_nano() < parent->second->start_time_unix_nano() ||
               span->end_time_unix_nano() > parent->second->end_time_unix_nano()) {
      faults.push_back(span->name() + ": is not inside " + parent->second->name());
    }
  }
  return faults;
}

}  // namespace quickstart_test
