// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The Authorization header: Bearer or Basic. A token in a file is rotated by the kubelet, so it is read again each
// minute, and at once when the server refuses it.
#ifndef SAMPLES_KUBE_CLIENT_CREDENTIALS_H_
#define SAMPLES_KUBE_CLIENT_CREDENTIALS_H_

#include <chrono>
#include <mutex>
#include <string>

#include "samples/kube/config/cluster_config.h"

namespace kube {

// Thread-safe.
class Credentials {
 public:
  explicit Credentials(const ClusterConfig& config);  // throws ConfigError if the token's file cannot be read
  std::string Header();                               // empty: none
  bool Renew();                                       // reads the file again; whether the token is another now

 private:
  bool Read();

  const std::string file_;
  std::mutex mutex_;
  std::string header_;
  std::chrono::steady_clock::time_point read_at_;
};

}  // namespace kube

#endif  // SAMPLES_KUBE_CLIENT_CREDENTIALS_H_
