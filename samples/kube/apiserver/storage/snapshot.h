// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The store in a file: one JSON document, replaced as a whole by rename, so that a crash leaves the old or the new.
#ifndef SAMPLES_KUBE_APISERVER_STORAGE_SNAPSHOT_H_
#define SAMPLES_KUBE_APISERVER_STORAGE_SNAPSHOT_H_

#include <filesystem>
#include <thread>

#include "samples/kube/apiserver/storage/store.h"

namespace kube::apiserver {

// Writes in a thread of its own, at most every 100 ms, and once more when destroyed: a killed server loses no more than
// that. Watches of before a restart get 410, the history is not kept.
class SnapshotWriter {
 public:
  // Reads `file` into `store` if it exists; throws std::runtime_error when it cannot be read.
  SnapshotWriter(std::filesystem::path file, Store& store);
  ~SnapshotWriter();

 private:
  void Run(const std::stop_token& stop);
  void Save();

  const std::filesystem::path file_;
  Store& store_;
  std::uint64_t saved_ = 0;
  std::jthread thread_;
};

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_STORAGE_SNAPSHOT_H_
