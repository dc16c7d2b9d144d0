// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/files/whole_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace spansmith::generator {

bool ReadFile(const std::string& path, std::string* text) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  struct stat status{};
  // One more than there should be, to see the end.
  text->resize(fstat(file, &status) == 0 ? static_cast<std::size_t>(status.st_size) + 1 : 1);
  std::size_t size = 0;
  ssize_t got = 0;
  while ((got = read(file, text->data() + size, text->size() - size)) != 0) {
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) break;
    size += static_cast<std::size_t>(got);
    if (size == text->size()) text->resize(2 * size);
  }
  text->resize(size);
  close(file);
  return got == 0;
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
