// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See interned.h.
#include "record/interned.h"

#include <mutex>
#include <string>
#include <unordered_set>

namespace spansmith::record {
namespace {

// Never destroyed: spans may end during static destruction.
struct Texts {
  std::mutex mutex;
  std::unordered_set<std::string> set;
};

Texts& AllTexts() {
  static auto* const texts = new Texts;
  return *texts;
}

}  // namespace

const char* Interned(std::string_view text) noexcept {
  if (text.size() > kMaxInternedSize) return nullptr;
  try {
    Texts& texts = AllTexts();
    std::string key(text);
    const std::lock_guard lock(texts.mutex);
    const auto found = texts.set.find(key);
    if (found != texts.set.end()) return found->c_str();  // a node does not move
    if (texts.set.size() == kMaxInterned) return nullptr;
    return texts.set.insert(std::move(key)).first->c_str();
  } catch (...) {  // no memory
    return nullptr;
  }
}

void HoldInternedForFork() noexcept { AllTexts().mutex.lock(); }
void ReleaseInternedAfterFork() noexcept { AllTexts().mutex.unlock(); }

}  // namespace spansmith::record
