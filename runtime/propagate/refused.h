// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What others sent and we do not take: counted by kind (spansmith.propagation.refused), and told once for each kind.
// The request goes on without it. Any thread; throws nothing.
#ifndef SPANSMITH_PROPAGATE_REFUSED_H_
#define SPANSMITH_PROPAGATE_REFUSED_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace spansmith::propagate {

enum class Refused : std::size_t { kTraceparent, kTracestate, kB3, kBaggage, kCarrier };
constexpr std::size_t kRefusedKinds = 5;

// "traceparent".
const char* NameOf(Refused kind) noexcept;

// `what`: for the line that is said, cut and without control characters there; not of baggage, which may be private.
void Refuse(Refused kind, std::string_view what = {}) noexcept;

std::uint64_t RefusedSoFar(Refused kind) noexcept;
void ForgetRefusedAfterFork() noexcept;

}  // namespace spansmith::propagate

#endif  // SPANSMITH_PROPAGATE_REFUSED_H_
