// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/cache/hash.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/BLAKE3.h>

namespace spansmith::generator {

std::string HashOf(const std::vector<std::string_view>& texts) {
  llvm::BLAKE3 hash;
  for (const std::string_view text : texts) {
    hash.update(std::to_string(text.size()) + ":");
    hash.update(llvm::StringRef(text.data(), text.size()));
  }
  return llvm::toHex(hash.final(), true);
}

}  // namespace spansmith::generator
