// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See refused.h.
#include "propagate/refused.h"

#include <atomic>
#include <exception>
#include <string>

#include "config/values.h"
#include "notice/notice.h"

namespace spansmith::propagate {
namespace {

struct Row {
  const char* name;
  const char* line;  // what, why and what became of it
};
constexpr Row kRows[kRefusedKinds] = {
    {"traceparent",
     "a traceparent header was refused: expected one, as 00-<32 lower hex digits>-<16>-<2>, no id of zeros; the "
     "request "
     "begins a trace of its own"},
    {"tracestate",
     "a tracestate header was refused: expected up to 32 members key=value of different keys (W3C Trace Context, 3.3); "
     "the trace goes on without it"},
    {"b3",
     "a B3 header was refused: expected b3: <16 or 32 lower hex digits>-<16>[-<0, 1 or d>[-<16>]] or the X-B3-* "
     "headers "
     "of one span; the request begins a trace of its own"},
    {"baggage",
     "baggage was left out: expected up to 64 members token=value, 8192 bytes in all (W3C Baggage, 3.3); the others "
     "are kept"},
    {"carrier",
     "a carrier threw an exception while a context was read from it or written to it; the request goes on without the "
     "context"},
};

constinit std::atomic<std::uint64_t> counts[kRefusedKinds];

}  // namespace

const char* NameOf(Refused kind) noexcept { return kRows[static_cast<std::size_t>(kind)].name; }

void Refuse(Refused kind, std::string_view what) noexcept {
  const auto index = static_cast<std::size_t>(kind);
  if (counts[index].fetch_add(1, std::memory_order_relaxed) != 0) return;
  try {
    const Row& row = kRows[index];
    std::string line = row.line;
    if (!what.empty()) line += "; it was " + config::Quoted(what);
    line += "; later ones are only counted, as spansmith.propagation.refused";
    notice::Say(line);
  } catch (const std::exception&) {  // no memory for a line
  }
}

std::uint64_t RefusedSoFar(Refused kind) noexcept {
  return counts[static_cast<std::size_t>(kind)].load(std::memory_order_relaxed);
}

void ForgetRefusedAfterFork() noexcept {
  for (auto& count : counts) count.store(0, std::memory_order_relaxed);
}

}  // namespace spansmith::propagate
