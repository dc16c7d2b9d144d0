// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What is current on a thread, for OpenTelemetry's API and for us alike. A context that is attached becomes a frame on
// our stack, the parent of traced functions; a traced function becomes a context only when someone asks for the current
// one: the innermost attached context with the function's span in it. A context without a span is no parent: what
// begins under it is a root, in both worlds. Baggage is the same in both: what one attaches the other reads.
//
// Tokens are expected to be given back in order. One that is not takes those above it along, as the API's own storage
// does.
#ifndef SPANSMITH_INTEGRATIONS_OTEL_CONTEXT_STORAGE_H_
#define SPANSMITH_INTEGRATIONS_OTEL_CONTEXT_STORAGE_H_

#include <opentelemetry/context/runtime_context.h>

namespace spansmith::otel {

class ContextStorage : public opentelemetry::context::RuntimeContextStorage {
 public:
  opentelemetry::context::Context GetCurrent() noexcept override;
  opentelemetry::nostd::unique_ptr<opentelemetry::context::Token> Attach(
      const opentelemetry::context::Context& context) noexcept override;
  bool Detach(opentelemetry::context::Token& token) noexcept override;
};

}  // namespace spansmith::otel

#endif  // SPANSMITH_INTEGRATIONS_OTEL_CONTEXT_STORAGE_H_
