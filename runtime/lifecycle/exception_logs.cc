// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See exception_logs.h.
#include "lifecycle/exception_logs.h"

#include <exception>
#include <string>
#include <utility>

#include "drain/expand.h"
#include "drain/redact.h"

namespace spansmith::lifecycle {
namespace {

// What a person reads in a list of records; nothing that may not be told.
std::string BodyOf(const Event& event) {
  for (const char* key : {"exception.message", "exception.type"}) {
    const AttributeValue* const value = FindAttribute(event.attributes, key);
    const auto* const text = value == nullptr ? nullptr : std::get_if<std::string>(value);
    if (text != nullptr && !text->empty() && !drain::IsRedacted(key)) return *text;
  }
  return event.name;
}

}  // namespace

std::optional<LogRecord> ExceptionLogOf(const record::SpanView& span) {
  std::optional<drain::ExceptionEvent> exception = drain::ExceptionOf(span);
  if (!exception) return std::nullopt;
  LogRecord record;
  record.time_unix_nano = exception->event.time_unix_nano;
  record.severity = Severity::kError;
  record.severity_text = "ERROR";
  record.body = BodyOf(exception->event);
  record.scope = std::move(exception->scope.name);
  record.context = {span.trace_id_high(), span.trace_id_low(), span.span_id(), span.trace_flags()};
  record.event_name = std::move(exception->event.name);
  record.attributes = std::move(exception->event.attributes);
  return record;
}

void ExceptionLogs::Pass(const record::SpanView& span) {
  out_.Pass(span);
  if (!span.failed()) return;
  try {
    if (std::optional<LogRecord> record = ExceptionLogOf(span)) EmitLog(*std::move(record));
  } catch (const std::exception&) {
    // No memory for it. The span says that there was an error all the same.
  }
}

}  // namespace spansmith::lifecycle
