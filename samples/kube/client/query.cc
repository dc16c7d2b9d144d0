// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// RFC 3986, section 3.4.
#include "samples/kube/client/query.h"

namespace kube {

void Query::Add(const std::string& name, const std::string& value) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  if (value.empty()) return;
  if (!text_.empty()) text_ += '&';
  text_ += name + "=";
  for (const char c : value) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                       c == '_' || c == '.' || c == '~';
    const auto byte = static_cast<unsigned char>(c);
    if (plain) {
      text_ += c;
    } else {
      text_ += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
}

}  // namespace kube
