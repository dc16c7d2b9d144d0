// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The real OpenTelemetry Collector on free ports of 127.0.0.1 and on Unix domain sockets: what it takes over OTLP, it
// writes into a file. It can be stopped and started again, on the same ports. One thread.
#ifndef TESTS_E2E_COLLECTOR_H_
#define TESTS_E2E_COLLECTOR_H_

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "process.h"
#include "transport/testing/certificates.h"

namespace spansmith::e2e {

// Who may send, and how. Each has a port for HTTP and one for gRPC.
enum class Door { kPlain, kTls, kMutualTls, kBearer, kBasic, kSmall };

// What kBearer and kBasic ask for. kSmall takes no request of more than 2000 bytes over HTTP.
constexpr char kToken[] = "tok123-e2e";
constexpr char kUser[] = "bob";
constexpr char kPassword[] = "s3cret-e2e";

struct StoredSpan {
  std::string trace_id;
  std::string span_id;
  std::string parent_id;
  std::string scope;
  std::string name;
  int status = 0;
  std::map<std::string, std::string> attributes;  // values as JSON
  std::vector<std::string> events;                // names
};

class Collector {
 public:
  // The path of the program in SPANSMITH_E2E_CACHE, or in ~/.cache/spansmith-e2e; "" if it is not there.
  static std::string Program();

  explicit Collector(const std::string& folder);
  Collector(const Collector&) = delete;
  Collector& operator=(const Collector&) = delete;

  void Start();  // until it is ready
  void Stop();   // until it has ended; what it has taken is then in its file
  void Pause() const;
  void Resume() const;

  // https://127.0.0.1:<port>, or http.
  std::string Url(Door door, bool grpc) const;
  std::string UnixUrl(bool grpc) const;  // unix:/path
  std::string authority() const { return folder_ + "/authority.pem"; }
  transport::TestCertificate client() const { return client_; }
  // Another authority, and certificates of it; those that connect have to read its file again.
  void RenewCertificates();

  // What came from the service of that name, in the order in which it came.
  std::vector<StoredSpan> Spans(const std::string& service) const;
  std::size_t CountSpans(const std::string& service) const { return Spans(service).size(); }

 private:
  void WriteConfig() const;
  const std::string folder_;
  std::map<std::pair<Door, bool>, int> ports_;
  std::unique_ptr<transport::TestAuthority> authority_;
  transport::TestCertificate server_;
  transport::TestCertificate client_;
  std::unique_ptr<Process> process_;
  int starts_ = 0;
};

}  // namespace spansmith::e2e

#endif  // TESTS_E2E_COLLECTOR_H_
