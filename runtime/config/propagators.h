// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// OTEL_PROPAGATORS: which headers carry a context from one process to another (OpenTelemetry specification,
// context/api-propagators.md): tracecontext, baggage, b3, b3multi.
#ifndef SPANSMITH_CONFIG_PROPAGATORS_H_
#define SPANSMITH_CONFIG_PROPAGATORS_H_

#include <string>

#include "config/environment.h"
#include "config/values.h"

namespace spansmith::config {

struct Propagators {
  bool trace_context = true;
  bool baggage = true;
  bool b3 = false;        // one header
  bool b3_multi = false;  // several
  bool b3_last = false;   // behind tracecontext in the list: of two contexts that came, B3's is taken
};

Propagators ReadPropagators(const Environment& environment, Notices& notices);

// "tracecontext,baggage"; "none".
std::string Text(const Propagators& propagators);

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_PROPAGATORS_H_
