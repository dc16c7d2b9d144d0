// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/tool_files.h"

#include <filesystem>

namespace spansmith::generator {
namespace {

namespace fs = std::filesystem;

std::string Self() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error).string();
}

}  // namespace

ToolFiles FilesOfFront() {
  ToolFiles out;
  out.front = Self();
  const fs::path folder = fs::path(out.front).parent_path();
  for (const fs::path& place : {folder / "spansmith-clang", folder / SPANSMITH_LIBEXEC_FROM_BIN / "spansmith-clang"}) {
    std::error_code error;
    const std::string path = place.lexically_normal().string();
    out.expected += (out.expected.empty() ? "" : " or ") + path;
    if (out.clang.empty() && fs::is_regular_file(path, error)) out.clang = path;
  }
  return out;
}

ToolFiles FilesOfClang(const std::string& called) {
  ToolFiles out;
  out.clang = Self();
  std::error_code error;
  const bool by_front = !called.empty() && called.front() == '/' && fs::is_regular_file(called, error);
  out.front = by_front ? called : out.clang;
  return out;
}

}  // namespace spansmith::generator
