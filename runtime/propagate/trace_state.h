// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The text of a tracestate: read, checked, changed. W3C Trace Context Level 2, section 3.3; the member `ot` is
// OpenTelemetry's (specification, trace/tracestate-handling.md): `rv` is explicit randomness, `th` the threshold by
// which the trace was sampled, both of 56 bits. Pure functions. What they take is the text of others: nothing in it can
// make them fail, throw (but for memory) or go beyond the limits below.
#ifndef SPANSMITH_PROPAGATE_TRACE_STATE_H_
#define SPANSMITH_PROPAGATE_TRACE_STATE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace spansmith::propagate {

constexpr std::size_t kMaxTraceStateMembers = 32;  // 3.3.1.1
constexpr std::size_t kMaxTraceStateSize = 512;    // 3.3.1.5: at least this much is carried; we carry no more

// The list without empty members and blanks around members; "" if it is malformed, has a key twice or more than 32
// members: then all of it is discarded (3.3.1.6, "the vendor MUST discard the tracestate"). Longer than 512 bytes:
// members of more than 128 bytes go first, then those at the end (3.3.1.5).
std::string NormalTraceState(std::string_view text);

// Of the `ot` member of a normal tracestate; nullopt if it is not there or malformed.
std::optional<std::uint64_t> RandomnessOf(std::string_view state);  // rv: 14 hexadecimal digits
std::optional<std::uint64_t> ThresholdOf(std::string_view state);   // th: 1 to 14, zeros at the end left out

// The state with `ot`'s th changed, or taken away; `ot` then stands first, as a changed member must (3.5). Other
// members, and other parts of `ot`, stay as they are; should it grow too long, members at the end go.
std::string WithThreshold(std::string_view state, std::uint64_t threshold);
std::string WithoutThreshold(std::string_view state);

// "c" for 0xc0000000000000, "0" for 0. `threshold` below 2^56.
std::string ThresholdText(std::uint64_t threshold);

}  // namespace spansmith::propagate

#endif  // SPANSMITH_PROPAGATE_TRACE_STATE_H_
