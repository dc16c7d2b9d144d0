// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/files/whole_file.h"

#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace spansmith::generator {

bool ReadFile(const std::string& path, std::string* text) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return false;
  std::ostringstream out;
  out << stream.rdbuf();
  *text = out.str();
  return !stream.bad();
}

bool WriteFile(const std::string& path, const std::string& text, std::string* reason) {
  namespace fs = std::filesystem;
  static std::atomic<unsigned> count = 0;
  const std::string temporary = path + ".tmp" + std::to_string(getpid()) + "." + std::to_string(++count);
  std::ofstream stream(temporary, std::ios::binary | std::ios::trunc);
  stream << text;
  stream.close();
  std::error_code error;
  if (stream.good()) fs::rename(temporary, path, error);
  if (stream.good() && !error) return true;
  *reason = error ? error.message() : std::strerror(errno);
  fs::remove(temporary, error);
  return false;
}

bool WriteIfChanged(const std::string& path, const std::string& text, std::string* reason) {
  std::string there;
  return (ReadFile(path, &there) && there == text) || WriteFile(path, text, reason);
}

}  // namespace spansmith::generator
