// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Tracestates that open spans and contexts refer to. A context is a value that is copied freely and freed never, so it
// holds a number, not a text: injected::Context::trace_state. Bounded: the 8,192 that were used last are known; a
// number whose text has gone reads as "". The same text has the same number while it is known. What the program itself
// says, by its configuration, is kept for ever, up to 64 texts.
//
// Any thread; no allocation but the first time (4 MiB of address space, touched as used). A text of others costs a
// short spin lock, and nobody but who carries a tracestate comes here. After fork(2) the child knows only the kept
// ones.
#ifndef SPANSMITH_PROPAGATE_TRACE_STATES_H_
#define SPANSMITH_PROPAGATE_TRACE_STATES_H_

#include <string>
#include <string_view>

namespace spansmith::propagate {

// `normal`: a result of NormalTraceState. 0 for "", and if there is no memory.
unsigned RememberTraceState(std::string_view normal) noexcept;
unsigned KeepTraceState(std::string_view normal) noexcept;  // for ever; 0 if there are 64

std::string TraceStateText(unsigned number);

void ForgetTraceStatesAfterFork() noexcept;

}  // namespace spansmith::propagate

#endif  // SPANSMITH_PROPAGATE_TRACE_STATES_H_
