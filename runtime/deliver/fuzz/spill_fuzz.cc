// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a file that an earlier process left in the spill directory. What must hold: it is read to an end, only
// records with their checksum come out, no more than is in it, and the file is gone.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "deliver/spill.h"
#include "notice/notice.h"

namespace {

void Check(bool holds) {
  if (!holds) std::abort();
}

// In memory, where there is such a folder.
std::string MakeFolder() {
  const bool in_memory = access("/dev/shm", W_OK) == 0;
  std::string name = std::string(in_memory ? "/dev/shm" : "/tmp") + "/spansmith-fuzz-spill-" + std::to_string(getpid());
  std::filesystem::create_directories(name);
  spansmith::notice::SetSink([](const std::string&) {});
  return name;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string folder = MakeFolder();
  const std::string path = folder + "/1-1.spill";
  std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  spansmith::config::SpillConfig config;
  config.folder = folder;
  spansmith::deliver::Spill spill(config);
  std::size_t bytes = 0;
  while (const auto saved = spill.Next()) {
    const auto again = spill.Next();  // the same, until Done
    Check(again && again->bytes == saved->bytes && again->spans == saved->spans);
    bytes += 16 + saved->bytes.size();
    spill.Done();
  }
  Check(bytes <= size);
  Check(access(path.c_str(), F_OK) != 0);
  return 0;
}
