// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What is compressed comes out of zlib again.
#include "transport/gzip.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <random>

namespace spansmith::transport {
namespace {

std::string Gunzip(const std::string& compressed, std::size_t size) {
  z_stream stream = {};
  std::string out(size + 1, '\0');
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(compressed.data()));
  stream.avail_in = static_cast<uInt>(compressed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  EXPECT_EQ(stream.avail_in, 0u) << "something stands behind the stream";
  out.resize(out.size() - stream.avail_out);
  inflateEnd(&stream);
  return out;
}

TEST(Gzip, OfNothingOfALittleAndOfMuch) {
  std::mt19937 random(7);
  std::string noise;
  for (int i = 0; i < 300'000; ++i) noise += static_cast<char>(random());
  for (const std::string& text : {std::string(), std::string("span"), std::string(1'000'000, 's'), noise}) {
    EXPECT_EQ(Gunzip(Gzip(text), text.size()), text);
  }
  EXPECT_LT(Gzip(std::string(1'000'000, 's')).size(), 10'000u);
}

}  // namespace
}  // namespace spansmith::transport
