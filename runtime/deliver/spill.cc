// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See spill.h.
#include "deliver/spill.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <chrono>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "notice/notice.h"

namespace spansmith::deliver {
namespace {

constexpr char kMagic[] = {'S', 'P', 'A', 'N'};
constexpr std::size_t kHead = 16;                              // letters, bytes, spans, CRC-32
constexpr std::uint64_t kMostBytes = std::uint64_t{64} << 20;  // of one record: more is not ours
constexpr std::string_view kExtension = ".spill";

void PutNumber(std::uint32_t value, char* at) {
  for (int i = 0; i < 4; ++i) at[i] = static_cast<char>(value >> (8 * i) & 0xff);
}

std::uint32_t GetNumber(const char* at) {
  std::uint32_t value = 0;
  for (int i = 3; i >= 0; --i) value = value << 8 | static_cast<unsigned char>(at[i]);
  return value;
}

std::uint32_t Checksum(std::string_view numbers, std::string_view bytes) {
  const auto add = [](unsigned long sum, std::string_view text) {
    return crc32(sum, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size()));
  };
  return static_cast<std::uint32_t>(add(add(crc32(0, nullptr, 0), numbers), bytes));
}

bool ReadWhole(int file, std::uint64_t at, char* target, std::size_t size) {
  while (size != 0) {
    const ssize_t got = pread(file, target, size, static_cast<off_t>(at));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    target += got;
    at += static_cast<std::uint64_t>(got);
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

bool WriteWhole(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t put = write(file, text.data(), text.size());
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

std::uint64_t SizeOf(int file) {
  struct stat status;
  return fstat(file, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

void SayOnce(const std::string& folder, const std::string& what, int error) {
  notice::SayOnce("SPANSMITH_SPILL_DIRECTORY='" + folder + "': " + what + ": " + std::strerror(error) +
                  "; spans that cannot be sent in time are lost, and counted");
}

}  // namespace

Spill::~Spill() {
  if (own_ >= 0) close(own_);
  if (left_ >= 0) close(left_);
}

std::uint64_t Spill::BytesInFolder() const {
  std::uint64_t sum = 0;
  std::error_code error;
  for (std::filesystem::directory_iterator at(folder_, error), end; !error && at != end; at.increment(error)) {
    std::error_code gone;
    if (at->path().extension() != kExtension) continue;
    const auto size = at->file_size(gone);
    if (!gone) sum += size;
  }
  return sum;
}

bool Spill::OpenOwn() {
  if (own_ >= 0) return true;
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (error) {
    SayOnce(folder_, "cannot be made", error.value());
    return false;
  }
  const auto now = std::chrono::system_clock::now().time_since_epoch().count();
  own_path_ = folder_ + '/' + std::to_string(getpid()) + '-' + std::to_string(now) + std::string(kExtension);
  // Spans may hold what not everybody should read.
  own_ = open(own_path_.c_str(), O_CREAT | O_EXCL | O_RDWR | O_APPEND | O_CLOEXEC, 0600);
  if (own_ < 0 || flock(own_, LOCK_EX | LOCK_NB) != 0) {
    SayOnce(folder_, "a file cannot be made in it", errno);
    return false;
  }
  return true;
}

bool Spill::Write(std::string_view bytes, std::size_t spans) {
  if (!OpenOwn()) return false;
  if (bytes.size() > kMostBytes || BytesInFolder() + kHead + bytes.size() > max_bytes_) {
    notice::SayOnce(
        "SPANSMITH_SPILL_DIRECTORY='" + folder_ + "': no more than SPANSMITH_SPILL_SIZE (" +
        std::to_string(max_bytes_ >> 20) +
        " MiB) is kept there, and that is full; further spans that cannot be sent in time are lost, and counted");
    return false;
  }
  const std::uint64_t before = SizeOf(own_);
  std::string record(kMagic, sizeof kMagic);
  record.resize(kHead);
  PutNumber(static_cast<std::uint32_t>(bytes.size()), &record[4]);
  PutNumber(static_cast<std::uint32_t>(spans), &record[8]);
  PutNumber(Checksum(std::string_view(record).substr(4, 8), bytes), &record[12]);
  record.append(bytes);
  if (WriteWhole(own_, record)) return true;
  SayOnce(folder_, "cannot be written", errno);
  // What is half there must not stand before what may still come.
  [[maybe_unused]] const int cut = ftruncate(own_, static_cast<off_t>(before));
  return false;
}

bool Spill::OpenLeft() {
  std::error_code error;
  for (std::filesystem::directory_iterator at(folder_, error), end; !error && at != end; at.increment(error)) {
    const std::string path = at->path().string();
    if (at->path().extension() != kExtension || path == own_path_) continue;
    // A link or a pipe there is none of ours.
    const int file = open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0) continue;
    struct stat named;
    struct stat opened;
    // Locked: its process lives, or another sends it. Gone meanwhile: another has sent it.
    if (flock(file, LOCK_EX | LOCK_NB) != 0 || stat(path.c_str(), &named) != 0 || fstat(file, &opened) != 0 ||
        named.st_ino != opened.st_ino || !S_ISREG(opened.st_mode)) {
      close(file);
      continue;
    }
    left_ = file;
    left_path_ = path;
    left_at_ = 0;
    return true;
  }
  return false;
}

void Spill::DropLeft() {
  unlink(left_path_.c_str());
  close(left_);
  left_ = -1;
}

std::optional<Spill::Saved> Spill::Next() {
  while (left_ >= 0 || OpenLeft()) {
    const std::uint64_t size = SizeOf(left_);
    if (left_at_ >= size) {
      DropLeft();
      continue;
    }
    char head[kHead];
    Saved saved;
    bool whole = ReadWhole(left_, left_at_, head, kHead) && std::memcmp(head, kMagic, sizeof kMagic) == 0;
    const std::uint32_t length = whole ? GetNumber(head + 4) : 0;
    whole = whole && length <= kMostBytes && left_at_ + kHead + length <= size;
    if (whole) {
      saved.spans = GetNumber(head + 8);
      saved.bytes.resize(length);
      whole = ReadWhole(left_, left_at_ + kHead, saved.bytes.data(), length) &&
              Checksum({head + 4, 8}, saved.bytes) == GetNumber(head + 12);
    }
    if (whole) {
      left_size_ = kHead + length;
      return saved;
    }
    notice::Say("the last " + std::to_string(size - left_at_) + " bytes of " + left_path_ +
                " are no whole record, because the process that wrote it was killed; they are discarded");
    DropLeft();
  }
  return std::nullopt;
}

void Spill::Done() {
  left_at_ += left_size_;
  left_size_ = 0;
  if (left_at_ >= SizeOf(left_)) DropLeft();
}

}  // namespace spansmith::deliver
