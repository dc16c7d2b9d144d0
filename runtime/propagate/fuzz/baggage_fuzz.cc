// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a baggage header. What must hold: the limits; what is written is read as the same; a member that is set
// is there, or nothing changed.
#include <spansmith/baggage.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using spansmith::Baggage;
  const std::vector<char> bytes(data, data + size);  // memory of its own, so that a byte beyond its end is noticed
  const Baggage baggage = Baggage::FromHeader({bytes.data(), bytes.size()});
  const std::string header = baggage.Header();
  if (baggage.size() > Baggage::kMaxMembers || header.size() > Baggage::kMaxBytes) std::abort();
  for (const char c : header) {
    if (c < 0x21 || c > 0x7e || c == '"' || c == '\\') std::abort();
  }
  const Baggage again = Baggage::FromHeader(header);
  if (again.Header() != header || again.size() != baggage.size()) std::abort();
  for (std::size_t i = 0; i < baggage.size(); ++i) {
    if (again.Members()[i].value != baggage.Members()[i].value) std::abort();
  }
  const std::string_view text(bytes.data(), bytes.size());
  const std::string_view key = text.substr(0, size / 2);
  const Baggage with = baggage.With(key, text.substr(size / 2));
  if (with.Header() != header && (!with.Get(key) || with.Header().size() > Baggage::kMaxBytes)) std::abort();
  if (with.Without(key).Get(key)) std::abort();
  return 0;
}
