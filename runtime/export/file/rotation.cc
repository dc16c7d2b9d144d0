// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See rotation.h.
#include "export/file/rotation.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace spansmith::exporter {
namespace {

int Open(const std::string& path) {
  // O_NONBLOCK: a pipe that nobody reads must not hold up the exporter.
  return open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0644);
}

bool IsStillThere(const std::string& path, const struct stat& opened) {
  struct stat named;
  return stat(path.c_str(), &named) == 0 && named.st_dev == opened.st_dev && named.st_ino == opened.st_ino;
}

bool PutAside(const std::string& path, std::size_t keep) {
  if (keep <= 1) return unlink(path.c_str()) == 0;
  for (std::size_t number = keep - 1; number > 1; --number) {
    const std::string older = path + '.' + std::to_string(number);
    const std::string newer = path + '.' + std::to_string(number - 1);
    if (std::rename(newer.c_str(), older.c_str()) != 0 && errno != ENOENT) return false;
  }
  return std::rename(path.c_str(), (path + ".1").c_str()) == 0;
}

}  // namespace

int OpenRotated(const std::string& path, const Rotation& rotation, std::size_t coming) {
  while (true) {
    const int file = Open(path);
    struct stat status;
    if (file < 0 || rotation.max_bytes == 0 || fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) return file;
    while (flock(file, LOCK_EX) != 0 && errno == EINTR) {
    }
    const bool ours = IsStillThere(path, status) && fstat(file, &status) == 0;
    const bool full = status.st_size != 0 && static_cast<std::uint64_t>(status.st_size) + coming > rotation.max_bytes;
    // A folder where nothing may be renamed: better a large file than none.
    if (ours && (!full || !PutAside(path, rotation.keep))) return file;
    close(file);  // it was put aside, by another or just now
  }
}

}  // namespace spansmith::exporter
