// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Open spans of this thread and of others, seen from outside: at the stop, and where a guard ends on another thread
// than it began on. Another thread's frames are on its stack and go when it likes; they are copied by the kernel, which
// says if there is nothing any more, and believed if they were the same twice. None of this is on the hot path.
#ifndef SPANSMITH_RECORD_OPEN_SPANS_H_
#define SPANSMITH_RECORD_OPEN_SPANS_H_

#include <spansmith/injected.h>

#include <cstddef>

#include "record/clock.h"
#include "record/thread_state.h"

namespace spansmith::record {

// Records the spans that are open on this thread, innermost first, as unfinished; their guards then only pop. Before
// SetStopped.
void EndOpenSpans() noexcept;

// The same for all other threads, after SetStopped. A thread that is in the middle of beginning or ending a span, and
// stays there for a millisecond, is left out. Their guards end as they like: see EndedByStop.
void EndOpenSpansOfOthers() noexcept;

// Whether EndOpenSpansOfOthers has recorded the span, which ends now; said once of each. `ring`: of the thread on which
// it began.
bool EndedByStop(Ring& ring, const injected::Frame* frame) noexcept;

// Among the open frames of a thread that runs no traced code now, the one right within `frame`: null if there is none.
// False: `frame` is not among them.
bool FindWithin(const ThreadState* thread, const injected::Frame* frame, injected::Frame** within) noexcept;

// Defined in guard.cc: the frame as an unfinished span, into this thread's ring. `scratch`: where its thread's entries
// are.
void WriteUnfinished(const injected::Frame& frame, Ticks end, const std::byte* scratch) noexcept;

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_OPEN_SPANS_H_
