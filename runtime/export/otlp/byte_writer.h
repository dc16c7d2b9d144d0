// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Protobuf's wire format (protobuf.dev/programming-guides/encoding) into one piece of memory that is used again and
// again. Writing is unchecked: Need says first how much may come. One thread.
#ifndef SPANSMITH_EXPORT_OTLP_BYTE_WRITER_H_
#define SPANSMITH_EXPORT_OTLP_BYTE_WRITER_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>

namespace spansmith::exporter {

static_assert(std::endian::native == std::endian::little, "fixed-size fields are little-endian");

constexpr std::size_t VarintSize(std::uint64_t value) {
  return (static_cast<std::size_t>(std::bit_width(value | 1)) + 6) / 7;
}

class ByteWriter {
 public:
  // Room for `bytes` more from here on.
  void Need(std::size_t bytes) {
    if (static_cast<std::size_t>(end_ - at_) >= bytes) return;
    const std::size_t used = size();
    const std::size_t capacity = (used + bytes) * 3 / 2;
    auto* const grown = static_cast<char*>(std::realloc(memory_.get(), capacity));
    if (grown == nullptr) throw std::bad_alloc();
    static_cast<void>(memory_.release());
    memory_.reset(grown);
    at_ = grown + used;
    end_ = grown + capacity;
  }

  void Byte(unsigned value) { *at_++ = static_cast<char>(value); }
  void Varint(std::uint64_t value) {
    while (value >= 0x80) {
      Byte(static_cast<unsigned>(value) | 0x80u);
      value >>= 7;
    }
    Byte(static_cast<unsigned>(value));
  }
  void Fixed64(std::uint64_t value) {
    std::memcpy(at_, &value, sizeof value);
    at_ += sizeof value;
  }
  void Fixed32(std::uint32_t value) {
    std::memcpy(at_, &value, sizeof value);
    at_ += sizeof value;
  }
  void BigEndian64(std::uint64_t value) { Fixed64(__builtin_bswap64(value)); }
  void Raw(std::string_view bytes) {
    std::memcpy(at_, bytes.data(), bytes.size());
    at_ += bytes.size();
  }

  // A field with a length that is not known yet: `tag`, then `guess` bytes for the length. Close moves what was written
  // since if the length takes another number of bytes; it needs 5 bytes of room.
  struct Mark {
    std::size_t at;
    std::size_t guess;
  };
  Mark Open(unsigned tag, std::size_t guess) {
    Byte(tag);
    const Mark mark{size(), guess};
    at_ += guess;
    return mark;
  }
  void Close(Mark mark) {
    const std::size_t begin = mark.at + mark.guess;
    const std::size_t length = size() - begin;
    const std::size_t taken = VarintSize(length);
    char* const first = memory_.get() + mark.at;
    if (taken != mark.guess) std::memmove(first + taken, memory_.get() + begin, length);
    at_ = first;
    Varint(length);
    at_ += length;
  }

  std::size_t size() const { return static_cast<std::size_t>(at_ - memory_.get()); }
  std::string_view From(std::size_t begin) const { return {memory_.get() + begin, size() - begin}; }
  // Empty; what it took beyond `keep` bytes is given back.
  void Clear(std::size_t keep) {
    if (static_cast<std::size_t>(end_ - memory_.get()) > keep) {
      memory_.reset();
      end_ = nullptr;
    }
    at_ = memory_.get();
  }
  void BackTo(std::size_t size) { at_ = memory_.get() + size; }

 private:
  struct Free {
    void operator()(char* memory) const { std::free(memory); }
  };
  std::unique_ptr<char, Free> memory_;
  char* at_ = nullptr;
  char* end_ = nullptr;
};

}  // namespace spansmith::exporter

#endif  // SPANSMITH_EXPORT_OTLP_BYTE_WRITER_H_
