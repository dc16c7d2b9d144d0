// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See gzip.h.
#include "transport/gzip.h"

#include <zlib.h>

#include <limits>
#include <memory>
#include <new>

namespace spansmith::transport {

std::string Gzip(std::string_view bytes) {
  constexpr int kGzipFormat = 15 + 16;  // the largest window; 16: gzip's header and trailer
  constexpr int kMemory = 8;
  z_stream stream = {};
  if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, kGzipFormat, kMemory, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
  const std::unique_ptr<z_stream, decltype(&deflateEnd)> end(&stream, &deflateEnd);
  std::string out;
  std::size_t taken = 0;
  int result = Z_OK;
  while (result != Z_STREAM_END) {
    constexpr std::size_t kMost = std::numeric_limits<uInt>::max();
    const std::size_t piece = bytes.size() - taken < kMost ? bytes.size() - taken : kMost;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data() + taken));
    stream.avail_in = static_cast<uInt>(piece);
    const std::size_t used = out.size();
    constexpr std::size_t kStep = 64 * 1024;
    out.resize(used + kStep);
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + used);
    stream.avail_out = static_cast<uInt>(kStep);
    result = deflate(&stream, taken + piece == bytes.size() ? Z_FINISH : Z_NO_FLUSH);
    taken += piece - stream.avail_in;
    out.resize(used + kStep - stream.avail_out);
  }
  return out;
}

}  // namespace spansmith::transport
