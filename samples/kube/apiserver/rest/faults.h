// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Faults on request: what a client must survive, without waiting for it to happen.
#ifndef SAMPLES_KUBE_APISERVER_REST_FAULTS_H_
#define SAMPLES_KUBE_APISERVER_REST_FAULTS_H_

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "samples/kube/apiserver/rest/request.h"
#include "samples/kube/apiserver/wire/status_error.h"

namespace kube::apiserver {

struct Fault {
  // Which requests; empty matches all.
  std::string verb;      // get, list, watch, create, update, patch, delete
  std::string resource;  // plural: statefulsets
  std::string name;
  // What happens to them.
  std::chrono::milliseconds latency{0};
  int status = 0;           // 409, 429, 500, 503, 504 ...: answered before anything is read or written
  int retry_after = 1;      // seconds, of a 429 or 503
  bool drop_watch = false;  // streams that match end at the next event or within 200 ms, without a closing event
  // How often: the next `count` times (0: always), each with `probability`.
  int count = 0;
  double probability = 1;
};

// Thread-safe. The first fault that matches counts.
class Faults {
 public:
  void Add(Fault fault);
  void Clear();
  std::uint64_t injected() const;

  // Waits and throws as the fault for this request says.
  void Meet(const RequestInfo& info);
  // Whether a running watch is to end now.
  bool DropsWatch(const RequestInfo& info);

 private:
  std::optional<Fault> Take(const RequestInfo& info, bool watch_running);

  mutable std::mutex mutex_;
  std::vector<Fault> faults_;
  std::uint64_t injected_ = 0;
};

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_REST_FAULTS_H_
