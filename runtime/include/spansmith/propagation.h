// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Contexts as W3C Trace Context headers and back, for code that moves them by hand. SPANSMITH_PARENT, SPANSMITH_INJECT
// and SPANSMITH_CARRY do it by annotation. Any thread. C++17, standard library only.
//
//   const spansmith::ContextScope scope(spansmith::ContextOf(headers["traceparent"], headers["tracestate"]));
//   Handle(request);  // an instrumented function: a child of the caller's span
#ifndef SPANSMITH_PROPAGATION_H_
#define SPANSMITH_PROPAGATION_H_

#include <spansmith/injected.h>

#include <string>
#include <string_view>

namespace spansmith {

using Context = injected::Context;        // a value; span_id 0: none
using ContextScope = injected::Attached;  // current on this thread while the object lives

inline Context CurrentContext() noexcept { return injected::CurrentContext(); }

// span_id 0 if the traceparent is malformed; a malformed tracestate is left out (sections 3.2.2 and 3.3.1.6).
Context ContextOf(std::string_view traceparent, std::string_view tracestate = {}) noexcept;

// "" if there is none.
std::string TraceparentOf(const Context& context);
std::string TracestateOf(const Context& context);

// The number of a tracestate, for Context::trace_state and SamplingResult; 0 if it is malformed or empty. The number is
// good for as long as fewer than some thousand others were made after it was last used; then it reads as "".
unsigned TracestateNumber(std::string_view tracestate) noexcept;

}  // namespace spansmith

#endif  // SPANSMITH_PROPAGATION_H_
