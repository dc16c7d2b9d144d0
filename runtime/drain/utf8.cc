// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See utf8.h.
#include "drain/utf8.h"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace spansmith::drain {
namespace {

// Length of the well-formed sequence at the front, or 0.
std::size_t SequenceLength(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : '\0'); };
  const auto within = [&](std::size_t i, unsigned low, unsigned high) { return byte(i) >= low && byte(i) <= high; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return within(1, 0x80, 0xbf) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const unsigned low = first == 0xe0 ? 0xa0 : 0x80;   // no overlong form
    const unsigned high = first == 0xed ? 0x9f : 0xbf;  // no surrogate
    return within(1, low, high) && within(2, 0x80, 0xbf) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const unsigned low = first == 0xf0 ? 0x90 : 0x80;
    const unsigned high = first == 0xf4 ? 0x8f : 0xbf;  // up to U+10FFFF
    return within(1, low, high) && within(2, 0x80, 0xbf) && within(3, 0x80, 0xbf) ? 4 : 0;
  }
  return 0;
}

// How many bytes at the front are ASCII, which nearly all texts are to the end: eight at a time.
std::size_t AsciiLength(std::string_view text) {
  std::size_t i = 0;
  for (std::uint64_t word; i + sizeof word <= text.size(); i += sizeof word) {
    std::memcpy(&word, text.data() + i, sizeof word);
    if ((word & 0x8080808080808080u) != 0) break;
  }
  while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
  return i;
}

}  // namespace

bool IsAscii(std::string_view bytes) { return AsciiLength(bytes) == bytes.size(); }

std::string ValidUtf8(std::string_view bytes) {
  const std::size_t ascii = AsciiLength(bytes);
  std::string text(bytes.substr(0, ascii));
  if (ascii == bytes.size()) return text;
  bytes.remove_prefix(ascii);
  text.reserve(text.size() + bytes.size());
  while (!bytes.empty()) {
    const std::size_t length = SequenceLength(bytes);
    if (length == 0) {
      text += "\xef\xbf\xbd";
      bytes.remove_prefix(1);
    } else {
      text += bytes.substr(0, length);
      bytes.remove_prefix(length);
    }
  }
  return text;
}

void MakeValidUtf8(AttributeValue& value) {
  if (auto* const text = std::get_if<std::string>(&value)) *text = ValidUtf8(*text);
  if (auto* const texts = std::get_if<std::vector<std::string>>(&value)) {
    for (std::string& text : *texts) text = ValidUtf8(text);
  }
}

}  // namespace spansmith::drain
