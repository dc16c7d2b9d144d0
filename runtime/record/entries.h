// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What may be added to an open span beside what rewritten code can (spansmith/injected.h). As there: on the frame's own
// thread, while it is the innermost; what does not fit is dropped and counted.
#ifndef SPANSMITH_RECORD_ENTRIES_H_
#define SPANSMITH_RECORD_ENTRIES_H_

#include <spansmith/injected.h>
#include <spansmith/span_data.h>

#include <cstdint>
#include <string_view>

#include "record/record_format.h"

namespace spansmith::record {

// A link; attributes added until EndLink are the link's.
void BeginLink(injected::Frame* frame, const injected::Context& context) noexcept;
void EndLink(injected::Frame* frame) noexcept;
// Goes before what an exception would say; the last one counts.
void AddStatus(injected::Frame* frame, StatusCode code, std::string_view description) noexcept;

// An entry of `head` and `tail`, one behind the other; counted as a dropped attribute if there is no room for it.
void AddEntry(injected::Frame* frame, const char* key, EntryType type, std::string_view head,
              std::string_view tail = {}) noexcept;

// As the bytes of an entry.
template <typename T>
std::string_view BytesOf(const T& value) {
  return {reinterpret_cast<const char*>(&value), sizeof value};
}

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_ENTRIES_H_
