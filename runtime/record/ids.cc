// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Seeding of the id generator. See ids.h.
#include "record/ids.h"

#include <sys/random.h>

#include "record/clock.h"

namespace spansmith::record {

void Seed(RandomState* state) noexcept {
  if (getrandom(state, sizeof *state, GRND_NONBLOCK) != static_cast<ssize_t>(sizeof *state)) {
    state->span_ids = NanosOf(CLOCK_REALTIME) ^ reinterpret_cast<std::uintptr_t>(state);
    for (std::uint64_t& word : state->words) word = NextSpanId(state);  // as xoshiro's authors advise
  }
  if ((state->words[0] | state->words[1] | state->words[2] | state->words[3]) == 0) state->words[0] = 1;
}

}  // namespace spansmith::record
