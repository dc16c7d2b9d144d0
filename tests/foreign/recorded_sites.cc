// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Linked into a foreign program beside the runtime, with --wrap for Begin: which sites began a span that is recorded.
// At the process's end they are appended to $SPANSMITH_SITES_FOLDER/<pid>, a line each: file, tab, line, tab, function.
// Thread-safe, without locks; a process that ends by a signal or _exit leaves nothing.

#include <spansmith/injected.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

constexpr std::size_t kSlots = std::size_t{1} << 18;  // more than any program's sites
std::atomic<const spansmith::injected::Site*> sites[kSlots];

void Keep(const spansmith::injected::Site* site) {
  std::size_t slot = (reinterpret_cast<std::uintptr_t>(site) * 0x9E3779B97F4A7C15ULL) >> 46;
  for (std::size_t tries = 0; tries < kSlots; ++tries, slot = (slot + 1) % kSlots) {
    const spansmith::injected::Site* there = sites[slot].load(std::memory_order_relaxed);
    if (there == site) return;
    if (there == nullptr && sites[slot].compare_exchange_strong(there, site)) return;
    if (there == site) return;
  }
}

[[gnu::destructor(101)]] void Write() {
  const char* folder = std::getenv("SPANSMITH_SITES_FOLDER");
  if (folder == nullptr) return;
  std::FILE* file = std::fopen((std::string(folder) + "/" + std::to_string(getpid())).c_str(), "a");
  if (file == nullptr) return;
  for (const auto& slot : sites) {
    const spansmith::injected::Site* site = slot.load();
    if (site != nullptr) std::fprintf(file, "%s\t%u\t%s\n", site->file, site->line, site->function);
  }
  std::fclose(file);
}

}  // namespace

// The names that the linker's --wrap gives: spansmith::injected::Begin(Frame*, Site*).
extern "C" void __real__ZN9spansmith8injected5BeginEPNS0_5FrameEPNS0_4SiteE(spansmith::injected::Frame* frame,
                                                                            spansmith::injected::Site* site);
extern "C" void __wrap__ZN9spansmith8injected5BeginEPNS0_5FrameEPNS0_4SiteE(spansmith::injected::Frame* frame,
                                                                            spansmith::injected::Site* site) {
  __real__ZN9spansmith8injected5BeginEPNS0_5FrameEPNS0_4SiteE(frame, site);
  if ((frame->flags & spansmith::injected::Frame::kRecording) != 0) Keep(site);
}
