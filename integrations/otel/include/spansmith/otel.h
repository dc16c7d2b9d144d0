// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One tree of traced functions and of spans written by hand against the OpenTelemetry C++ API (1.19 and later of ABI
// version 1). Link Spansmith::otel, and say at the beginning of main, before any other thread and any span:
//
//   spansmith::otel::Install();   // the API's provider is ours: spans written by hand go where ours go
//   spansmith::otel::Adopt(tp);   // or: the program has a provider, `tp`, and keeps it: ours go where its spans go
//
// Both also register a RuntimeContextStorage, by which a span written by hand is the parent of traced functions that
// are called while its Scope is open, and a traced function the parent of spans that are started within; baggage and
// other values of contexts are seen in both. On another thread: attach the context there, as always with OpenTelemetry.
//
// What is not there: a context that was attached when a SPANSMITH_CARRY callable was made is not attached where it
// runs, only its span is its parent. An array as an attribute of a span written by hand is text, as JSON. Events that
// are added to a traced function's span through the API have the time of the call.
//
// C++17. Include it, as every header of OpenTelemetry, with the macros of its CMake targets.
#ifndef SPANSMITH_OTEL_H_
#define SPANSMITH_OTEL_H_

#include <opentelemetry/nostd/shared_ptr.h>
#include <opentelemetry/sdk/trace/exporter.h>
#include <opentelemetry/trace/span_context.h>
#include <opentelemetry/trace/tracer_provider.h>
#include <spansmith/injected.h>

#include <memory>

namespace spansmith::otel {

// Registers our TracerProvider and RuntimeContextStorage with the API. Once; later calls do nothing.
void Install();

// Traced functions become spans of `provider`: sampled by its sampler, given to its processors when they have ended (by
// the thread that would otherwise export them, at the latest after OTEL_BSP_SCHEDULE_DELAY, or in spansmith::Flush),
// with its resource. OnStart is called just before OnEnd. What OTEL_TRACES_EXPORTER says then holds no more. Call
// spansmith::Flush before the provider is shut down. False, with a line on stderr, if the provider is not the SDK's:
// then nothing changes but the context storage.
bool Adopt(const opentelemetry::nostd::shared_ptr<opentelemetry::trace::TracerProvider>& provider);

// All spans, traced functions and those written by hand, go to `exporter` too; on one background thread, in batches
// (OTEL_BSP_*). It has no deadline of its own: an exporter that blocks holds up the others and the exit.
void AddExporter(std::unique_ptr<opentelemetry::sdk::trace::SpanExporter> exporter);

// The same context, for code between both worlds. An invalid one is one with span_id 0.
opentelemetry::trace::SpanContext ToSpanContext(const injected::Context& context);
injected::Context FromSpanContext(const opentelemetry::trace::SpanContext& context);

}  // namespace spansmith::otel

#endif  // SPANSMITH_OTEL_H_
