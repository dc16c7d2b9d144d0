// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Logs without a span, in one, and fatally in one. Its lines go to standard output.
#include <absl/log/globals.h>
#include <absl/log/initialize.h>
#include <absl/log/log.h>
#include <spansmith/absl_log.h>
#include <spansmith/annotations.h>

#include <cstdio>

SPANSMITH_SPAN("Work") static void Work() {
  std::printf("ids %s %s\n", spansmith::CurrentTraceIds().trace_id, spansmith::CurrentTraceIds().span_id);
  LOG(WARNING) << "the disk is " << 97 << " % full";
}

SPANSMITH_SPAN("End") static void End() { LOG(FATAL) << "no way on"; }

int main(int argc, char**) {
  absl::InitializeLog();
  absl::SetStderrThreshold(absl::LogSeverityAtLeast::kInfinity);
  static spansmith::AbslTextSink lines(stdout);
  absl::AddLogSink(&lines);
  if (!spansmith::SendAbslLogOverOtlp() || !spansmith::SendAbslLogOverOtlp()) return 3;
  LOG(INFO) << "begun";
  Work();
  if (argc > 1) End();
  return 0;
}
