// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Static text for keys and names that are known only at run time: records hold pointers. A text is kept for ever, so
// their number is bounded. Any thread; takes a lock and may allocate: not for the hot path.
#ifndef SPANSMITH_RECORD_INTERNED_H_
#define SPANSMITH_RECORD_INTERNED_H_

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>

namespace spansmith::record {

class InternedTexts {
 public:
  static constexpr std::size_t kMaxSize = 1024;  // bytes of one text

  explicit InternedTexts(std::size_t most) : most_(most) {}

  // NUL-terminated; null if there are too many, it is too long, or there is no memory. A NUL within ends it.
  const char* Get(std::string_view text) noexcept;

  std::mutex& mutex() { return mutex_; }  // held across fork(2), so that the child finds it free

 private:
  const std::size_t most_;
  std::mutex mutex_;
  std::unordered_set<std::string> texts_;
};

// The process's: 4,096 texts. Never destroyed: spans may end during static destruction.
InternedTexts& Interned();
inline const char* Interned(std::string_view text) noexcept { return Interned().Get(text); }

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_INTERNED_H_
