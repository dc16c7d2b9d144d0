// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Random span and trace ids: xoshiro256++ (Blackman, Vigna), one state a thread, seeded by getrandom(2). Never zero,
// which W3C Trace Context forbids. A state belongs to one thread.
#ifndef SPANSMITH_RECORD_IDS_H_
#define SPANSMITH_RECORD_IDS_H_

#include <cstdint>

namespace spansmith::record {

struct RandomState {
  std::uint64_t words[4] = {};  // all zero: not seeded
};

// Fills the state from the kernel; falls back on clock and address where getrandom fails (early boot).
void Seed(RandomState* state) noexcept;

inline std::uint64_t RotateLeft(std::uint64_t x, int bits) noexcept { return (x << bits) | (x >> (64 - bits)); }

inline std::uint64_t NextRandom(RandomState* state) noexcept {
  std::uint64_t* s = state->words;
  const std::uint64_t result = RotateLeft(s[0] + s[3], 23) + s[0];
  const std::uint64_t t = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = RotateLeft(s[3], 45);
  return result;
}

inline std::uint64_t NextId(RandomState* state) noexcept {
  const std::uint64_t id = NextRandom(state);
  return id != 0 ? id : 1;
}

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_IDS_H_
