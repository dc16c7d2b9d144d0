// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// For tests of which each runs in a process of its own (a gtest death test that exits with 0), because there is one
// runtime a process and they end it, or set it up by the environment.
#ifndef SPANSMITH_LIFECYCLE_TESTING_OWN_PROCESS_H_
#define SPANSMITH_LIFECYCLE_TESTING_OWN_PROCESS_H_

#include <gtest/gtest.h>
#include <spansmith/injected.h>

#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>

#include "transport/testing/http_server.h"

namespace spansmith {

// A span.
inline void Work() {
  static injected::Site site("Work");
  const injected::Guard guard(&site);
}

inline void Set(const char* name, const std::string& value) { setenv(name, value.c_str(), 1); }

inline void ExportTo(const std::string& url) {
  Set("OTEL_TRACES_EXPORTER", "otlp");
  Set("OTEL_EXPORTER_OTLP_ENDPOINT", url);
}

// Ends the process, with what it said on stderr for the test to match.
[[noreturn]] inline void Finish(bool ok) { std::exit(ok ? 0 : 1); }

// Those that arrived so far, and the processes that they say they are of. 0 if something arrived that is no request.
std::size_t CountSpans(const transport::TestHttpServer& server, std::set<std::int64_t>* pids = nullptr);

class OwnProcess : public ::testing::Test {
 protected:
  void SetUp() override { GTEST_FLAG_SET(death_test_style, "threadsafe"); }
};

}  // namespace spansmith

#endif  // SPANSMITH_LIFECYCLE_TESTING_OWN_PROCESS_H_
