// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/overlay/copy_name.h"

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/SHA256.h>

#include <filesystem>

namespace spansmith::generator {

std::string CopyName(const std::string& original, const std::string& content) {
  llvm::SHA256 hash;
  hash.update(llvm::StringRef(content));
  const auto digest = hash.final();
  constexpr char kHex[] = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < 8; ++i) text += {kHex[digest[i] >> 4], kHex[digest[i] & 15]};
  const std::filesystem::path path = original;
  return path.stem().string() + "." + text + path.extension().string();
}

}  // namespace spansmith::generator
