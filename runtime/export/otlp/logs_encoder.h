// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Log records as an ExportLogsServiceRequest (opentelemetry/proto/collector/logs/v1/logs_service.proto). Pure.
#ifndef SPANSMITH_EXPORT_OTLP_LOGS_ENCODER_H_
#define SPANSMITH_EXPORT_OTLP_LOGS_ENCODER_H_

#include <spansmith/logs.h>

#include <cstdint>
#include <span>
#include <string>

namespace spansmith::exporter {

// A record that was seen by us; its text is valid UTF-8 and its time is set.
struct ObservedLog {
  LogRecord record;
  std::uint64_t observed_unix_nano = 0;
};

std::string EncodeLogs(std::span<const ObservedLog> logs, const Attributes& resource);

}  // namespace spansmith::exporter

#endif  // SPANSMITH_EXPORT_OTLP_LOGS_ENCODER_H_
