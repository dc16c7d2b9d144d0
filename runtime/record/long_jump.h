// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// longjmp and its kin, seen before they jump: the spans of the functions that are jumped over end there, as unfinished,
// since their guards never will, and what they stand on is soon someone else's.
#ifndef SPANSMITH_RECORD_LONG_JUMP_H_
#define SPANSMITH_RECORD_LONG_JUMP_H_

namespace spansmith::record {

// Finds libc's longjmp, so that a later jump, out of a signal handler perhaps, needs not look. Any thread.
void FindLongJump() noexcept;

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_LONG_JUMP_H_
