// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See rounds.h.
#include "rounds.h"

#include <poll.h>
#include <spansmith/runtime.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <thread>

namespace spansmith::e2e {
namespace {

bool InputHasEnded() {
  pollfd input{0, POLLIN, 0};
  return poll(&input, 1, 0) != 0;
}

void Print(const char* name, std::uint64_t value) {
  std::printf("%s %llu\n", name, static_cast<unsigned long long>(value));
}

std::chrono::milliseconds Patience() {
  const char* const text = std::getenv("E2E_PATIENCE");  // milliseconds
  return std::chrono::milliseconds(text == nullptr ? 60'000 : std::atoi(text));
}

}  // namespace

int RunRounds(int argc, char** argv, void (*round)(int number)) {
  alarm(300);  // nothing here may hang
  int rounds = 0;
  if (argc > 2 && std::string_view(argv[1]) == "stream") {
    for (; !InputHasEnded(); ++rounds) {
      round(rounds);
      std::this_thread::sleep_for(std::chrono::microseconds(std::atoi(argv[2])));
    }
  } else {
    for (const int most = argc > 1 ? std::atoi(argv[1]) : 1; rounds < most; ++rounds) round(rounds);
  }
  Print("rounds", static_cast<std::uint64_t>(rounds));
  spansmith::Flush(Patience());
  spansmith::Shutdown(Patience());
  const spansmith::Stats stats = spansmith::GetStats();
  Print("produced", stats.produced);
  Print("delivered", stats.delivered);
  Print("dropped", stats.Dropped());
  Print("spilled", stats.spilled);
  Print("pending", stats.pending);
  return 0;
}

}  // namespace spansmith::e2e
