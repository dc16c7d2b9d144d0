// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A small file that others replace, rewrite, or swap by a symbolic link (as a mounted ConfigMap does), looked at now
// and then. A text counts once two looks in a row found the same file (device, inode, size, times): one that is being
// written does not. One thread.
#ifndef SPANSMITH_CONFIG_WATCHED_FILE_H_
#define SPANSMITH_CONFIG_WATCHED_FILE_H_

#include <sys/stat.h>

#include <optional>
#include <string>

namespace spansmith::config {

class WatchedFile {
 public:
  static constexpr std::size_t kMost = 64 * 1024;  // bytes

  explicit WatchedFile(std::string path) : path_(std::move(path)) {}

  struct News {
    std::string text;
    std::string trouble;  // why there is no text: "", or for people
  };
  // What is new since the last call. `now`: without waiting for the second look.
  std::optional<News> Look(bool now = false);

  const std::string& path() const { return path_; }

 private:
  struct Stamp {
    dev_t device = 0;
    ino_t inode = 0;
    off_t size = 0;
    timespec changed{};
    int error = 0;  // errno: there is no file
    bool operator==(const Stamp& other) const;
  };
  static Stamp StampOf(const struct stat& status);
  Stamp Find() const;
  News Read(Stamp* stamp) const;

  const std::string path_;
  std::optional<Stamp> seen_;   // at the last look
  std::optional<Stamp> taken_;  // of the last news
  std::optional<News> told_;
};

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_WATCHED_FILE_H_
