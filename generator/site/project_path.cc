// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/site/project_path.h"

#include <filesystem>

namespace spansmith::generator {

std::string ProjectPath(const std::string& project, const std::string& path) {
  std::error_code error;
  const std::filesystem::path absolute = std::filesystem::absolute(path, error).lexically_normal();
  if (error) return path;
  const std::filesystem::path relative = absolute.lexically_relative(std::filesystem::path(project).lexically_normal());
  return relative.empty() || *relative.begin() == ".." ? absolute.string() : relative.string();
}

}  // namespace spansmith::generator
