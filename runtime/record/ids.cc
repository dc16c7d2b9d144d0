// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Seeding of the id generator. See ids.h.
#include "record/ids.h"

#include <sys/random.h>

#include "record/clock.h"

namespace spansmith::record {

void Seed(RandomState* state) noexcept {
  if (getrandom(state->words, sizeof state->words, GRND_NONBLOCK) != static_cast<ssize_t>(sizeof state->words)) {
    std::uint64_t x = Now() ^ reinterpret_cast<std::uintptr_t>(state);
    for (std::uint64_t& word : state->words) {  // splitmix64, as xoshiro's authors advise
      x += 0x9e3779b97f4a7c15u;
      std::uint64_t z = x;
      z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
      z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
      word = z ^ (z >> 31);
    }
  }
  if ((state->words[0] | state->words[1] | state->words[2] | state->words[3]) == 0) state->words[0] = 1;
}

}  // namespace spansmith::record
