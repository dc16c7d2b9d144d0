// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See sdk_metrics.h.
#include "lifecycle/sdk_metrics.h"

#include <cstdint>
#include <cstdio>

namespace spansmith::lifecycle {
namespace {

using Labels = std::vector<std::pair<std::string, std::string>>;

class Table {
 public:
  void Count(const char* name, const char* unit, Labels labels, std::uint64_t value) {
    metrics.push_back({name, unit, true, std::move(labels), static_cast<double>(value)});
  }
  // A reason that never came is left out.
  void CountIf(const char* name, const char* unit, Labels labels, std::uint64_t value) {
    if (value != 0) Count(name, unit, std::move(labels), value);
  }
  void Level(const char* name, const char* unit, Labels labels, std::uint64_t value) {
    metrics.push_back({name, unit, false, std::move(labels), static_cast<double>(value)});
  }
  std::vector<SdkMetric> metrics;
};

constexpr char kSpans[] = "{span}";

Labels With(const Labels& labels, const char* key, const char* value) {
  Labels more = labels;
  more.emplace_back(key, value);
  return more;
}

void AddProcessor(const Stats& stats, Table& table) {
  constexpr char kProcessed[] = "otel.sdk.processor.span.processed";
  const Labels self = {{"otel.component.name", "spansmith_processor/0"},
                       {"otel.component.type", "spansmith_processor"}};
  const std::uint64_t lost_before = stats.dropped_ring_full + stats.dropped_no_memory +
                                    stats.dropped_in_signal_handler + stats.dropped_tail_evicted +
                                    stats.dropped_after_shutdown;
  const std::uint64_t gone = stats.sampled_out + stats.pending + lost_before;
  table.Count(kProcessed, kSpans, self, stats.produced > gone ? stats.produced - gone : 0);
  const auto lost = [&](const char* why, std::uint64_t spans) {
    table.CountIf(kProcessed, kSpans, With(self, "error.type", why), spans);
  };
  lost("queue_full", stats.dropped_ring_full);
  lost("no_memory", stats.dropped_no_memory);
  lost("in_signal_handler", stats.dropped_in_signal_handler);
  lost("tail_evicted", stats.dropped_tail_evicted);
  lost("already_shutdown", stats.dropped_after_shutdown);
  table.Level("otel.sdk.processor.span.queue.size", kSpans, self, stats.pending);
}

void AddExporter(const deliver::Account& account, std::size_t number, Table& table) {
  constexpr char kExported[] = "otel.sdk.exporter.span.exported";
  const Labels self = {{"otel.component.name", account.type + '/' + std::to_string(number)},
                       {"otel.component.type", account.type}};
  table.Count(kExported, kSpans, self, account.exported);
  const auto lost = [&](const char* why, std::uint64_t spans) {
    table.CountIf(kExported, kSpans, With(self, "error.type", why), spans);
  };
  lost("rejected", account.rejected);
  lost("export_failed", account.failed);
  lost("timeout", account.late);
  lost("queue_full", account.overflow);
  table.Level("otel.sdk.exporter.span.inflight", kSpans, self, account.queued_spans);
  table.Level("spansmith.exporter.queue.capacity", kSpans, self, account.capacity);
  table.Level("spansmith.exporter.queue.size", "By", self, account.queued_bytes);
  table.metrics.push_back({"otel.sdk.exporter.operation.duration.sum", "s", true, self,
                           std::chrono::duration<double>(account.attempt_time).count()});
  table.Count("otel.sdk.exporter.operation.duration.count", "{operation}", self, account.attempts);
  table.Count("spansmith.exporter.retries", "{operation}", self, account.retries);
  table.Count("spansmith.exporter.sent", "By", self, account.bytes);
  table.CountIf("spansmith.exporter.spilled", kSpans, self, account.spilled);
  table.CountIf("spansmith.exporter.recovered", kSpans, self, account.recovered);
}

std::string Escaped(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\' || c == '"') escaped += '\\';
    if (c == '\n') {
      escaped += "\\n";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string Underscored(std::string name) {
  for (char& c : name) {
    if (c == '.') c = '_';
  }
  return name;
}

std::string NumberText(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.15g", value);
  return text;
}

}  // namespace

std::vector<SdkMetric> MetricsOf(const Stats& stats, const std::vector<deliver::Account>& accounts) {
  Table table;
  constexpr char kStarted[] = "otel.sdk.span.started";
  table.Count(kStarted, kSpans, {{"otel.span.sampling_result", "RECORD_AND_SAMPLE"}},
              stats.produced - stats.sampled_out);
  table.Count(kStarted, kSpans, {{"otel.span.sampling_result", "DROP"}}, stats.sampled_out);
  AddProcessor(stats, table);
  std::size_t number = 0;
  for (const deliver::Account& account : accounts) AddExporter(account, number++, table);
  return std::move(table.metrics);
}

std::string OpenMetricsText(const std::vector<SdkMetric>& metrics) {
  std::string text;
  std::string last;
  // All samples of a family stand together.
  std::vector<bool> done(metrics.size(), false);
  for (std::size_t i = 0; i < metrics.size(); ++i) {
    for (std::size_t j = i; j < metrics.size(); ++j) {
      const SdkMetric& metric = metrics[j];
      if (done[j] || metric.name != metrics[i].name) continue;
      done[j] = true;
      const std::string name = Underscored(metric.name);
      if (metric.name != last) text += "# TYPE " + name + (metric.monotonic ? " counter\n" : " gauge\n");
      last = metric.name;
      text += name + (metric.monotonic ? "_total" : "");
      char before = '{';
      for (const auto& [key, value] : metric.attributes) {
        text += before + Underscored(key) + "=\"" + Escaped(value) + '"';
        before = ',';
      }
      if (before == ',') text += '}';
      text += ' ' + NumberText(metric.value) + '\n';
    }
  }
  return text;
}

}  // namespace spansmith::lifecycle
