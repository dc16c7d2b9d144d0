// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Lower-case hexadecimal digits of an id, all at once: no table, no loop. Pure.
#ifndef SPANSMITH_PROPAGATE_HEX_H_
#define SPANSMITH_PROPAGATE_HEX_H_

#include <bit>
#include <cstdint>
#include <cstring>

namespace spansmith::propagate {

// The 8 digits of `value`.
inline void WriteHex8(std::uint32_t value, char* text) noexcept {
  // A byte of the number for each digit, the last digit's on top, as memory has it on a little-endian machine.
  std::uint64_t digits = __builtin_bswap32(value);
  digits = (digits | digits << 16) & 0x0000ffff0000ffffu;
  digits = (digits | digits << 8) & 0x00ff00ff00ff00ffu;
  digits = (digits >> 4 & 0x000f000f000f000fu) | (digits & 0x000f000f000f000fu) << 8;
  const std::uint64_t letters = (digits + 0x0606060606060606u) >> 4 & 0x0101010101010101u;  // 1 where it is 10 or more
  digits += 0x3030303030303030u + letters * ('a' - '0' - 10);
  if constexpr (std::endian::native == std::endian::big) digits = __builtin_bswap64(digits);
  std::memcpy(text, &digits, sizeof digits);
}

// The 16 digits of `value`.
inline void WriteHex16(std::uint64_t value, char* text) noexcept {
  WriteHex8(static_cast<std::uint32_t>(value >> 32), text);
  WriteHex8(static_cast<std::uint32_t>(value), text + 8);
}

}  // namespace spansmith::propagate

#endif  // SPANSMITH_PROPAGATE_HEX_H_
