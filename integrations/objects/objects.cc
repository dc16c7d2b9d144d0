// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See spansmith/objects.h.
#include <openssl/evp.h>
#include <spansmith/objects.h>

#include <cstdint>
#include <stdexcept>

namespace spansmith {
namespace {

std::uint64_t FromBigEndian(const unsigned char* bytes) {
  std::uint64_t value = 0;
  for (int i = 0; i < 8; ++i) value = value << 8 | bytes[i];
  return value;
}

}  // namespace

KeyedTrace TraceFromKey(Hash hash, std::string_view key) {
  const EVP_MD* const type = hash == Hash::kSha256 ? EVP_sha256() : hash == Hash::kSha384 ? EVP_sha384() : EVP_sha512();
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  if (EVP_Digest(key.data(), key.size(), digest, &size, type, nullptr) != 1 || size < 24) {
    throw std::runtime_error("spansmith::TraceFromKey: OpenSSL does not compute this digest");
  }
  return {{FromBigEndian(digest), FromBigEndian(digest + 8)}, {FromBigEndian(digest + 16)}};
}

}  // namespace spansmith
