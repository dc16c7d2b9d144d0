// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See notice.h.
#include "notice/notice.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>

namespace spansmith::notice {
namespace {

struct State {
  std::mutex mutex;
  std::set<std::string, std::less<>> said;
  std::function<void(const std::string&)> sink;
};

constinit std::atomic<Level> most_level{Level::kInfo};

bool Wanted(Level level) { return level <= most_level.load(std::memory_order_relaxed); }

// Never destroyed: something may be said during static destruction.
State& GetState() {
  static State* const state = new State;
  return *state;
}

void Write(State& state, std::string_view text) {
  std::string line = "spansmith: ";
  for (const char c : text) line += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
  if (state.sink) {
    state.sink(line);
    return;
  }
  line += '\n';
  // If stderr is closed there is nobody to tell.
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace

void SetLevel(Level most) noexcept { most_level.store(most, std::memory_order_relaxed); }

void Say(std::string_view text, Level level) noexcept {
  if (!Wanted(level)) return;
  State& state = GetState();
  const std::lock_guard lock(state.mutex);
  Write(state, text);
}

void SayOnce(std::string_view text, Level level) noexcept {
  if (!Wanted(level)) return;
  State& state = GetState();
  const std::lock_guard lock(state.mutex);
  if (state.said.emplace(text).second) Write(state, text);
}

void SetSink(std::function<void(const std::string& line)> sink) {
  State& state = GetState();
  const std::lock_guard lock(state.mutex);
  state.sink = std::move(sink);
}

std::string MaskUrl(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::size_t authority = scheme == std::string_view::npos ? 0 : scheme + 3;
  const std::size_t path = std::min(url.find_first_of("/?#", authority), url.size());
  const std::size_t at = url.substr(authority, path - authority).rfind('@');
  const std::size_t query = std::min(url.find_first_of("?#", authority), url.size());
  std::string masked(url.substr(0, authority));
  if (at != std::string_view::npos) masked += "***@";
  const std::size_t host = at == std::string_view::npos ? authority : authority + at + 1;
  masked += url.substr(host, query - host);
  if (query != url.size()) masked += "?***";
  return masked;
}

void HoldForFork() noexcept { GetState().mutex.lock(); }

void ReleaseAfterFork(bool forget) noexcept {
  State& state = GetState();
  if (forget) state.said.clear();
  state.mutex.unlock();
}

}  // namespace spansmith::notice
