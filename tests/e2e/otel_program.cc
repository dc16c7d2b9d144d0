// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Spans written by hand against the OpenTelemetry API, around and below a traced function: one tree.
#include <opentelemetry/trace/provider.h>
#include <opentelemetry/trace/scope.h>
#include <opentelemetry/trace/tracer.h>
#include <spansmith/annotations.h>
#include <spansmith/otel.h>

#include "rounds.h"

namespace {

namespace trace = opentelemetry::trace;

auto Tracer() { return trace::Provider::GetTracerProvider()->GetTracer("by-hand"); }

SPANSMITH_SPAN("Traced")
void Traced(int number) {
  const auto span = Tracer()->StartSpan("inner");
  span->SetAttribute("round", number);
  span->End();
}

void Round(int number) {
  const auto span = Tracer()->StartSpan("outer");
  const trace::Scope scope(span);
  Traced(number);
}

}  // namespace

int main(int argc, char** argv) {
  spansmith::otel::Install();
  return spansmith::e2e::RunRounds(argc, argv, &Round);
}
