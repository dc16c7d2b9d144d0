// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One of several candidates leads: whoever holds the Lease and renews it in time (client-go's leaderelection). Clocks
// of candidates need not agree: a lease is over when its record has not changed for its duration, by the watcher's
// clock.
#ifndef SAMPLES_KUBE_LEADER_LEADER_ELECTOR_H_
#define SAMPLES_KUBE_LEADER_LEADER_ELECTOR_H_

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "samples/kube/api/core.h"
#include "samples/kube/client/client.h"
#include "samples/kube/queue/clock.h"

namespace kube {

struct LeaderOptions {
  ObjectKey lease;
  std::string identity;                             // of this candidate, unlike any other's
  std::chrono::milliseconds lease_duration{15000};  // whole seconds
  std::chrono::milliseconds renew_deadline{10000};  // without a renewal for so long, one leads no more
  std::chrono::milliseconds retry_period{2000};
};

// Thread-safe. Callbacks come from its own thread; on_stopped is called once for each on_started.
class LeaderElector {
 public:
  // It talks through a client of its own, like `client` but with deadlines so short that it knows that it has lost the
  // lease before another may have it. Throws ConfigError if the durations do not fit: lease > renew deadline > retry
  // period.
  LeaderElector(Client& client, LeaderOptions options, std::function<void()> on_started,
                std::function<void()> on_stopped, Clock& clock = Clock::System());
  ~LeaderElector();  // Stop

  void Start();
  // Gives the lease back, if it is held, so that another need not wait.
  void Stop();

  bool leading() const;
  std::string holder() const;  // as last seen; empty: nobody

 private:
  void Run();
  bool TryOnce();  // acquire or renew; false: another leads, or the server did not let us
  void Release();
  void SetLeading(bool leading);

  const LeaderOptions options_;
  Client client_;
  const std::function<void()> on_started_;
  const std::function<void()> on_stopped_;
  Clock& clock_;
  int watch_ = 0;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool stopping_ = false;
  bool leading_ = false;
  std::string holder_;
  std::string seen_version_;  // of the lease's record, and when it was first seen
  TimePoint seen_at_;
  TimePoint renewed_at_;
  std::optional<Lease> lease_;  // as last read or written
  std::thread thread_;
};

}  // namespace kube

#endif  // SAMPLES_KUBE_LEADER_LEADER_ELECTOR_H_
