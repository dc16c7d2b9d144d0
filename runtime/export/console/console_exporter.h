// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Prints each trace as a tree when its local root has ended, and at the end what is left, marked incomplete. Holds the
// spans of open traces; beyond kMaxHeld the oldest trace is printed as it is. Never fails: a closed stream is nobody
// looking.
#ifndef SPANSMITH_EXPORT_CONSOLE_CONSOLE_EXPORTER_H_
#define SPANSMITH_EXPORT_CONSOLE_CONSOLE_EXPORTER_H_

#include <cstdio>
#include <list>

#include "export/console/tree_picture.h"
#include "export/exporter.h"

namespace spansmith::exporter {

class ConsoleExporter : public Exporter {
 public:
  static constexpr std::size_t kMaxHeld = 10'000;  // spans

  ConsoleExporter(std::FILE* stream, TreeStyle style) : stream_(stream), style_(style) {}

  Outcome Export(const drain::Batch& batch, const transport::Patience& patience) override;
  bool NeedsTime() const override { return false; }
  void Finish() override;
  std::string Type() const override { return "console_exporter"; }
  std::string Destination() const override { return "the console"; }
  std::string Advice() const override { return "check OTEL_TRACES_EXPORTER"; }

 private:
  struct Trace {
    TraceId id;
    bool root_ended = false;
    std::vector<SpanData> spans;
  };
  void Print(const Trace& trace);

  std::FILE* stream_;
  TreeStyle style_;
  std::list<Trace> held_;  // in order of their first span's arrival
  std::size_t held_spans_ = 0;
};

}  // namespace spansmith::exporter

#endif  // SPANSMITH_EXPORT_CONSOLE_CONSOLE_EXPORTER_H_
