// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See settings.h.
#include "propagate/settings.h"

#include <spansmith/propagation.h>

#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace spansmith {
namespace propagate {
namespace {

constinit std::atomic<const Settings*> current{nullptr};

// Readers hold references: what was current once is kept.
struct Kept {
  std::mutex mutex;
  std::vector<std::unique_ptr<const Settings>> settings;
};
Kept& AllKept() {
  static Kept* const kept = new Kept;
  return *kept;
}

}  // namespace

const Settings& CurrentSettings() noexcept {
  const Settings* settings = current.load(std::memory_order_acquire);
  if (settings == nullptr) {
    OnFirstPropagation();
    settings = current.load(std::memory_order_acquire);
  }
  static const Settings* const defaults = new Settings;
  return settings == nullptr ? *defaults : *settings;
}

void Install(const Settings& settings) {
  Kept& kept = AllKept();
  const std::lock_guard lock(kept.mutex);
  kept.settings.push_back(std::make_unique<const Settings>(settings));
  current.store(kept.settings.back().get(), std::memory_order_release);
}

void ForgetSettings() noexcept { current.store(nullptr, std::memory_order_release); }

}  // namespace propagate

bool MayPropagateTo(std::string_view host) noexcept {
  try {
    return propagate::CurrentSettings().hosts.May(host);
  } catch (const std::exception&) {  // no memory
    return false;
  }
}

}  // namespace spansmith
