// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See interned.h.
#include "record/interned.h"

#include <new>

namespace spansmith::record {

const char* InternedTexts::Get(std::string_view text) noexcept {
  if (text.size() > kMaxSize) return nullptr;
  try {
    std::string key(text);
    const std::lock_guard lock(mutex_);
    const auto found = texts_.find(key);
    if (found != texts_.end()) return found->c_str();  // a node does not move
    if (texts_.size() == most_) return nullptr;
    return texts_.insert(std::move(key)).first->c_str();
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

InternedTexts& Interned() {
  constexpr std::size_t kMost = 4096;
  static auto* const texts = new InternedTexts(kMost);
  return *texts;
}

}  // namespace spansmith::record
