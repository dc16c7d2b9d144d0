// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Bits of Frame::flags that only record knows, beside those of the contract (spansmith/injected.h).
#ifndef SPANSMITH_RECORD_GUARD_FLAGS_H_
#define SPANSMITH_RECORD_GUARD_FLAGS_H_

namespace spansmith::record {

constexpr unsigned kBegunBeforeFork = 4;  // the parent process records it: End only pops

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_GUARD_FLAGS_H_
