// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A record becomes a span: what is static in the site (name, code.*, kind, scope, object kind) and what the record
// holds are put together. Pure, but for reading the static storage that the record points to.
//
// Vocabulary: code.function.name, code.file.path, code.line.number; k8s.object.kind for roles reconcile and
// update_status; k8s.object.namespace and k8s.object.name beside k8s.namespace and k8s.name for reconcile; error.type
// (the exception's type, the returned error's, or _OTHER), error.origin and error.origin.span_id (the span that the
// error left first, below this one), spansmith.error.kind, spansmith.answer; event exception (exception.type,
// exception.message, exception.stacktrace, exception.cause.*; in outer spans error.origin.span_id);
// spansmith.attribute_error where an attribute's expression threw; k8s.reconcile.outcome=error where a reconcile ended
// in an error and said no outcome itself; spansmith.unfinished on a span that was open when the runtime shut down.
#ifndef SPANSMITH_DRAIN_EXPAND_H_
#define SPANSMITH_DRAIN_EXPAND_H_

#include <spansmith/span_data.h>

#include <optional>

#include "record/span_view.h"

namespace spansmith::drain {

// The record's times are Unix nanoseconds.
SpanData Expand(const record::SpanView& span);

// Of a span that an exception left, as SPANSMITH_EXCEPTION_EVENTS has it: the event, and the scope that it belongs to.
// Expand has the event too, unless exceptions are log records instead.
struct ExceptionEvent {
  Event event;
  Scope scope;
};
std::optional<ExceptionEvent> ExceptionOf(const record::SpanView& span);

// The scope of sites that name none.
constexpr char kDefaultScope[] = "spansmith";

}  // namespace spansmith::drain

#endif  // SPANSMITH_DRAIN_EXPAND_H_
