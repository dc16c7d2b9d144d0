// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/cache/inputs.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>

#include "generator/cache/hash.h"
#include "generator/files/whole_file.h"

namespace spansmith::generator {
namespace {

// Coarser than any file system's clock that matters.
constexpr std::int64_t kTooRecent = 2'000'000'000;

std::int64_t Nanoseconds(const timespec& time) { return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; }

std::string SignatureFrom(const struct stat& status) {
  return std::to_string(status.st_size) + "," + std::to_string(Nanoseconds(status.st_mtim)) + "," +
         std::to_string(Nanoseconds(status.st_ctim)) + "," + std::to_string(status.st_dev) + "," +
         std::to_string(status.st_ino);
}

}  // namespace

std::int64_t Now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

std::optional<std::vector<InputFile>> LookAt(const std::vector<std::string>& paths, std::int64_t since,
                                             Compared compared) {
  std::vector<std::string> sorted = paths;
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  std::vector<InputFile> out;
  for (const std::string& path : sorted) {
    struct stat status{};
    if (stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    const std::int64_t changed = std::max(Nanoseconds(status.st_mtim), Nanoseconds(status.st_ctim));
    if (changed >= since) return std::nullopt;
    const bool settled = changed + kTooRecent < since;
    InputFile file = {path, settled ? SignatureFrom(status) : "", ""};
    if (compared == Compared::kText) {
      std::string text;
      if (!ReadFile(path, &text)) return std::nullopt;
      file.hash = HashOf({text});
    }
    out.push_back(std::move(file));
  }
  return out;
}

bool AreUnchanged(const std::vector<InputFile>& files) {
  return std::all_of(files.begin(), files.end(), [](const InputFile& file) {
    struct stat status{};
    if (stat(file.path.c_str(), &status) != 0) return false;
    if (!file.signature.empty() && file.signature == SignatureFrom(status)) return true;
    std::string text;
    return !file.hash.empty() && ReadFile(file.path, &text) && HashOf({text}) == file.hash;
  });
}

std::string SignatureOf(const std::string& path) {
  struct stat status{};
  return stat(path.c_str(), &status) != 0 ? "" : path + "," + SignatureFrom(status);
}

}  // namespace spansmith::generator
