// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Field numbers are those of opentelemetry/proto/logs/v1/logs.proto.
#include "export/otlp/logs_encoder.h"

#include <algorithm>
#include <protozero/pbf_writer.hpp>
#include <vector>

#include "export/otlp/parts.h"

namespace spansmith::exporter {
namespace {

using protozero::pbf_writer;

void AddRecord(pbf_writer& parent, const ObservedLog& log) {
  const LogRecord& record = log.record;
  pbf_writer writer(parent, 2);
  writer.add_fixed64(1, record.time_unix_nano);
  if (record.severity != Severity::kUnset) writer.add_enum(2, static_cast<std::int32_t>(record.severity));
  if (!record.severity_text.empty()) writer.add_string(3, record.severity_text);
  {
    pbf_writer body(writer, 5);
    body.add_string(1, record.body);
  }
  AddAttributes(writer, 6, record.attributes);
  if (record.context.span_id != 0) {
    writer.add_fixed32(8, record.context.flags & 0xff);
    writer.add_bytes(9, Bytes(TraceId{record.context.trace_id_high, record.context.trace_id_low}));
    writer.add_bytes(10, Bytes(SpanId{record.context.span_id}));
  }
  writer.add_fixed64(11, log.observed_unix_nano);
  if (!record.event_name.empty()) writer.add_string(12, record.event_name);
}

}  // namespace

std::string EncodeLogs(std::span<const ObservedLog> logs, const Attributes& resource) {
  std::vector<std::string> scopes;  // in the order in which they first appear
  for (const ObservedLog& log : logs) {
    if (std::find(scopes.begin(), scopes.end(), log.record.scope) == scopes.end()) scopes.push_back(log.record.scope);
  }
  std::string bytes;
  pbf_writer request(bytes);
  pbf_writer resource_logs(request, 1);
  AddResource(resource_logs, resource);
  for (const std::string& scope : scopes) {
    pbf_writer scope_logs(resource_logs, 2);
    AddScope(scope_logs, {scope, ""});
    for (const ObservedLog& log : logs) {
      if (log.record.scope == scope) AddRecord(scope_logs, log);
    }
  }
  resource_logs.commit();
  return bytes;
}

}  // namespace spansmith::exporter
