// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The spans that a test made.
//
//   spansmith::testing::Recorder recorder;
//   reconciler.Reconcile(request);
//   EXPECT_EQ(recorder.Tree(), "Reconcile{...}\n  Get(Etcd)\n");
//
// While a Recorder is alive every instrumented function is traced, whatever OTEL_* says, and what ends on any thread
// comes here instead of to the exporters. Several may be alive: each gets every span. Not to be kept across fork(2) or
// spansmith::Shutdown. Any thread may call it. C++17.
#ifndef SPANSMITH_TESTING_RECORDER_H_
#define SPANSMITH_TESTING_RECORDER_H_

#include <spansmith/span_data.h>
#include <spansmith/testing/tree.h>

#include <memory>
#include <string>
#include <vector>

namespace spansmith::testing {

class Recorder {
 public:
  Recorder();  // throws std::system_error if there can be no background thread
  ~Recorder();
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  // The spans that ended until now, oldest end first on each thread; open ones are not among them.
  std::vector<SpanData> Spans() const;
  std::string Tree(const TreeOptions& options = {}) const { return TreeText(Spans(), options); }
  void Clear();

 private:
  class Memory;
  std::unique_ptr<Memory> memory_;
};

}  // namespace spansmith::testing

#endif  // SPANSMITH_TESTING_RECORDER_H_
