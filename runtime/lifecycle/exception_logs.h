// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Exceptions as log records: OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN (OpenTelemetry semantic conventions,
// exceptions/exceptions-logs.md). Stands between what lets spans through and delivery, so that the records are those of
// spans that are exported. The drain thread's.
#ifndef SPANSMITH_LIFECYCLE_EXCEPTION_LOGS_H_
#define SPANSMITH_LIFECYCLE_EXCEPTION_LOGS_H_

#include <spansmith/logs.h>

#include <optional>

#include "drain/stage.h"

namespace spansmith::lifecycle {

// Of the exception event that the span has or would have.
std::optional<LogRecord> ExceptionLogOf(const record::SpanView& span);

class ExceptionLogs : public drain::Outlet {
 public:
  explicit ExceptionLogs(drain::Outlet& out) : out_(out) {}
  void Pass(const record::SpanView& span) override;

 private:
  drain::Outlet& out_;
};

}  // namespace spansmith::lifecycle

#endif  // SPANSMITH_LIFECYCLE_EXCEPTION_LOGS_H_
