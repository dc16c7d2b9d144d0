// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What every service of the platform begins with, in one line: JSON logs on standard output, with trace ids and over
// OTLP too where that is configured; a ratio of 1 % where nobody says another; one line where there is no endpoint. And
// the page of metrics that Prometheus reads.
#ifndef SPANSMITH_SAMPLES_VMAFX_PLATFORM_OBSERVE_H_
#define SPANSMITH_SAMPLES_VMAFX_PLATFORM_OBSERVE_H_

#include <memory>
#include <string>

namespace httplib {
class Server;
}

namespace vmafx {

// First in main, before any other thread. `service`: the logger's name.
void Observe(const std::string& service);

// GET /metrics, in the format that the scraper asks for.
void ServeMetricsOn(httplib::Server& server);

// The same on a server of its own. `port` 0: none. Throws std::runtime_error if that cannot be listened on.
class MetricsServer {
 public:
  MetricsServer(const std::string& host, int port);
  ~MetricsServer();
  MetricsServer(const MetricsServer&) = delete;
  MetricsServer& operator=(const MetricsServer&) = delete;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Blocks SIGINT and SIGTERM for all threads that are made later; Wait returns when one has come.
class StopSignal {
 public:
  StopSignal();
  void Wait();
};

}  // namespace vmafx

#endif  // SPANSMITH_SAMPLES_VMAFX_PLATFORM_OBSERVE_H_
