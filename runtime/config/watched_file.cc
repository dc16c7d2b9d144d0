// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See watched_file.h.
#include "config/watched_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

namespace spansmith::config {
namespace {

std::string Because(int error) {
  char text[128];
  return strerror_r(error, text, sizeof text);
}

}  // namespace

bool WatchedFile::Stamp::operator==(const Stamp& other) const {
  return device == other.device && inode == other.inode && size == other.size && error == other.error &&
         changed.tv_sec == other.changed.tv_sec && changed.tv_nsec == other.changed.tv_nsec;
}

// The time of change, which a rewrite moves as it does that of modification, and which nobody can set back.
WatchedFile::Stamp WatchedFile::StampOf(const struct stat& status) {
  return {status.st_dev, status.st_ino, status.st_size, status.st_ctim, 0};
}

WatchedFile::Stamp WatchedFile::Find() const {
  struct stat status;
  if (stat(path_.c_str(), &status) == 0) return StampOf(status);
  Stamp none;
  none.error = errno;
  return none;
}

// *stamp: what was read; another one if the file changed meanwhile.
WatchedFile::News WatchedFile::Read(Stamp* stamp) const {
  const int file = open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file < 0) {
    const int error = errno;
    if (error == ENOENT) stamp->error = error;  // it went between the two
    return {"", "cannot be read: " + Because(error)};
  }
  struct stat status;
  News news;
  if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
    news.trouble = "is not a file";
  } else if (status.st_size > static_cast<off_t>(kMost)) {
    news.trouble = "is larger than " + std::to_string(kMost) + " bytes";
  } else {
    news.text.resize(kMost);
    std::size_t size = 0;
    while (size < kMost) {
      const ssize_t got = read(file, news.text.data() + size, kMost - size);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) news.trouble = "cannot be read: " + Because(errno);
      if (got <= 0) break;
      size += static_cast<std::size_t>(got);
    }
    news.text.resize(news.trouble.empty() ? size : 0);
    if (fstat(file, &status) == 0) *stamp = StampOf(status);
  }
  close(file);
  return news;
}

std::optional<WatchedFile::News> WatchedFile::Look(bool now) {
  const Stamp found = Find();
  const bool settled = now || (seen_ && *seen_ == found);
  seen_ = found;
  if (!settled || (taken_ && *taken_ == found)) return std::nullopt;
  News news;
  Stamp read = found;
  if (found.error != 0) {
    news.trouble = "cannot be read: " + Because(found.error);
  } else {
    news = Read(&read);
    if (!now && !(read == found)) return std::nullopt;  // the next look will tell
  }
  // After a first read without a second look, the next look reads again.
  if (!now) taken_ = found;
  if (told_ && told_->text == news.text && told_->trouble == news.trouble) return std::nullopt;
  told_ = news;
  return news;
}

}  // namespace spansmith::config
