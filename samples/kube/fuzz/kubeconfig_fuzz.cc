// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a kubeconfig. What must hold: a configuration or a ConfigError.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "samples/kube/config/cluster_config.h"
#include "samples/kube/errors/errors.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::filesystem::path file =
      std::filesystem::temp_directory_path() / ("kubeconfig-fuzz-" + std::to_string(getpid()));
  std::ofstream(file, std::ios::binary).write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  try {
    kube::LoadKubeconfig(file);
  } catch (const kube::ConfigError&) {
  }
  std::filesystem::remove(file);
  return 0;
}
