// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A file that is put aside when it is full: traces.jsonl becomes traces.jsonl.1, what was .1 becomes .2, and the oldest
// is removed. Several processes may write to one file and rotate it: whoever writes holds a lock on it (flock(2)).
#ifndef SPANSMITH_EXPORT_FILE_ROTATION_H_
#define SPANSMITH_EXPORT_FILE_ROTATION_H_

#include <cstddef>
#include <cstdint>
#include <string>

namespace spansmith::exporter {

struct Rotation {
  std::uint64_t max_bytes = 0;  // 0: none
  std::size_t keep = 3;         // files, with the one that is written; at least 1
};

// A descriptor to append `coming` bytes to; the caller closes it, which unlocks it. -1: errno says why. A line longer
// than max_bytes has a file of its own. What is no regular file (a pipe, /dev/stderr) is not rotated.
int OpenRotated(const std::string& path, const Rotation& rotation, std::size_t coming);

}  // namespace spansmith::exporter

#endif  // SPANSMITH_EXPORT_FILE_ROTATION_H_
