// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// OpenSSL's block functions; the checks are ours, as theirs take blanks and wrong padding.
#include "samples/kube/config/base64.h"

#include <openssl/evp.h>

namespace kube {

std::string Base64Encode(const std::string& bytes) {
  std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0');
  const int size =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                      reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::optional<std::string> Base64Decode(const std::string& text) {
  std::string plain;
  std::size_t padding = 0;
  for (const char c : text) {
    if (c == '\n' || c == '\r') continue;
    if (c == '=') {
      ++padding;
    } else {
      const bool letter =
          (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
      if (!letter || padding > 0) return std::nullopt;
    }
    plain += c;
  }
  if (plain.size() % 4 != 0 || padding > 2 || plain.size() > (1u << 30)) return std::nullopt;
  if (plain.empty()) return "";
  std::string out(plain.size() / 4 * 3, '\0');
  const int size =
      EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                      reinterpret_cast<const unsigned char*>(plain.data()), static_cast<int>(plain.size()));
  if (size < 0) return std::nullopt;
  out.resize(static_cast<std::size_t>(size) - padding);
  return out;
}

}  // namespace kube
