// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Static text for keys and names that are known only at run time: records hold pointers. A text is kept for ever, so
// their number is bounded. Any thread; takes a lock and may allocate: not for the hot path.
#ifndef SPANSMITH_RECORD_INTERNED_H_
#define SPANSMITH_RECORD_INTERNED_H_

#include <string_view>

namespace spansmith::record {

constexpr unsigned kMaxInterned = 4096;      // texts
constexpr unsigned kMaxInternedSize = 1024;  // bytes of one

// NUL-terminated; null if there are too many, it is too long, or there is no memory. A NUL within ends it.
const char* Interned(std::string_view text) noexcept;

// Around fork(2), so that the child finds the lock free.
void HoldInternedForFork() noexcept;
void ReleaseInternedAfterFork() noexcept;

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_INTERNED_H_
