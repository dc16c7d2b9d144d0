// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Random ids, from states of one thread that getrandom(2) seeds. Trace ids: xoshiro256++ (Blackman, Vigna). Span ids:
// splitmix64 (Steele, Lea, Flood), one multiplication chain and one word; it gives every number once before any comes
// again. Never zero, which W3C Trace Context forbids.
#ifndef SPANSMITH_RECORD_IDS_H_
#define SPANSMITH_RECORD_IDS_H_

#include <cstdint>

namespace spansmith::record {

struct RandomState {
  std::uint64_t words[4] = {};  // all zero: not seeded
  std::uint64_t span_ids = 0;
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

inline std::uint64_t NextSpanId(RandomState* state) noexcept {
  std::uint64_t z;
  do {
    z = state->span_ids += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    z ^= z >> 31;
  } while (z == 0);
  return z;
}

inline std::uint64_t NextId(RandomState* state) noexcept {
  const std::uint64_t id = NextRandom(state);
  return id != 0 ? id : 1;
}

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_IDS_H_
