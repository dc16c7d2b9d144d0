// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What could not be sent before the process ended, in a directory, for the next process that uses it
// (SPANSMITH_SPILL_DIRECTORY). A file a process, `<pid>-<time>.spill`, held by flock(2) as long as the process lives;
// in it records one behind another: "SPAN", the number of bytes and of spans (32 bits each, little endian), a CRC-32 of
// what came before it in the record but the letters, and of the bytes; the bytes are an ExportTraceServiceRequest. A
// record that is not whole (the process was killed while it wrote) ends its file: what is before it is sent, and the
// rest is discarded, with a notice. All files together take at most `max_bytes`.
//
// One thread. Nothing is thrown; what goes wrong is said once.
#ifndef SPANSMITH_DELIVER_SPILL_H_
#define SPANSMITH_DELIVER_SPILL_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "config/config.h"

namespace spansmith::deliver {

class Spill {
 public:
  struct Saved {
    std::string bytes;
    std::size_t spans;
  };

  explicit Spill(const config::SpillConfig& config) : folder_(config.folder), max_bytes_(config.max_bytes) {}
  ~Spill();
  Spill(const Spill&) = delete;
  Spill& operator=(const Spill&) = delete;

  // False: there is no room, or the file cannot be written.
  bool Write(std::string_view bytes, std::size_t spans);

  // The next record that an earlier process left; none: there is nothing, or only what living processes hold. The same
  // until Done.
  std::optional<Saved> Next();
  void Done();  // it need not be kept

  const std::string& folder() const { return folder_; }

 private:
  bool OpenOwn();
  bool OpenLeft();  // the next file of a process that has ended
  void DropLeft();
  std::uint64_t BytesInFolder() const;

  const std::string folder_;
  const std::uint64_t max_bytes_;
  int own_ = -1;  // file descriptors
  std::string own_path_;
  int left_ = -1;
  std::string left_path_;
  std::uint64_t left_at_ = 0;    // where its next record begins
  std::uint64_t left_size_ = 0;  // of that record, with its head; 0: not read
};

}  // namespace spansmith::deliver

#endif  // SPANSMITH_DELIVER_SPILL_H_
