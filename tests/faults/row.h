// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One row of the fault matrix: the traced program, in an environment, and what became of its spans. Each row is a line
// of the table in docs/faults.md, in the same words. A test's thread.
#ifndef TESTS_FAULTS_ROW_H_
#define TESTS_FAULTS_ROW_H_

#include <atomic>
#include <cstdint>
#include <map>
#include <string>

#include "transport/testing/raw_server.h"

namespace spansmith::faults {

constexpr std::uint64_t kSpans = 10;

using Environment = std::map<std::string, std::string>;

struct Result {
  int exit_code = -1;  // 128 + signal if a signal ended it
  std::map<std::string, std::uint64_t> numbers;
  std::string said;     // on stderr
  std::string printed;  // on stdout
  std::uint64_t operator[](const std::string& name) const;
};

// Runs the program with `what` (traced_program.cc). No attempt is made twice, unless `environment` says so. Asserts
// that the program ends well and that every span it produced is delivered, sampled out, pending or dropped.
Result RunTraced(const Environment& environment, const std::string& what = "");
// The same, asserting nothing.
Result RunToItsEnd(const Environment& environment, const std::string& what);

// OTLP over HTTP or gRPC to that URL, with a second for an attempt.
Environment To(const std::string& url);
Environment OverGrpcTo(const std::string& url);
Environment operator+(Environment a, const Environment& b);

// The row: how many of the spans were delivered, the rest being counted as `counted` ("export_failed"; "" for none),
// and a piece of what was said about it ("" if nothing may be). Prints it under `name`; it must stand in the table.
void Expect(const std::string& name, const Result& result, std::uint64_t delivered, const std::string& counted,
            const std::string& said);

// Answers each request of HTTP/1.1 on the connection as told, and counts the spans of those that it answers with 2xx.
class Receiver {
 public:
  explicit Receiver(std::string answer)
      : Receiver([answer](transport::RawConnection& peer) { peer.Send(answer); }, answer) {}
  // `answer`: what is done once a request has been read.
  explicit Receiver(transport::RawServer::Play answer, const std::string& status_line = "")
      : server_([this, answer, status_line](transport::RawConnection& peer) { Serve(peer, answer, status_line); }) {}

  std::string url() const { return server_.url(); }
  std::uint64_t requests() const { return requests_; }
  std::uint64_t accepted() const { return accepted_; }  // spans

 private:
  void Serve(transport::RawConnection& peer, const transport::RawServer::Play& answer, const std::string& status_line);
  std::atomic<std::uint64_t> requests_{0};
  std::atomic<std::uint64_t> accepted_{0};
  transport::RawServer server_;
};

// Of an ExportTraceServiceRequest.
std::uint64_t SpansIn(const std::string& request);

}  // namespace spansmith::faults

#endif  // TESTS_FAULTS_ROW_H_
