// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See signal.h.
#include "config/signal.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "config/endpoint.h"
#include "config/timeout.h"

namespace spansmith::config {
namespace {

constexpr std::string_view kTraces = "_TRACES_";

void Replace(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) {
    text.replace(at, what.size(), by);
  }
}

// True: otlp is named; false: nothing is said, or none.
bool NamesOtlp(const std::string& name, const std::string& value, bool* said, Notices& notices) {
  bool otlp = false;
  bool none = false;
  for (std::string_view rest = value; !rest.empty();) {
    const std::size_t comma = rest.find(',');
    const std::string word = Lower(Trim(rest.substr(0, comma)));
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
    if (word.empty()) continue;
    *said = true;
    otlp = otlp || word == "otlp";
    none = none || word == "none";
    if (word != "otlp" && word != "none") notices.push_back(BadValue(name, word, "otlp or none", "the others only"));
  }
  return otlp && !none;
}

void ReadLogBatch(const Environment& environment, BatchConfig& batch, Notices& notices) {
  constexpr long long kMost = 1'000'000;
  batch.schedule_delay =
      ReadMilliseconds(environment, "OTEL_BLRP_SCHEDULE_DELAY", std::chrono::milliseconds(1'000), notices);
  batch.export_timeout = ReadTimeout(environment, "OTEL_BLRP_EXPORT_TIMEOUT", batch.export_timeout, notices);
  batch.max_queue_size =
      static_cast<std::size_t>(ReadNumber(environment, "OTEL_BLRP_MAX_QUEUE_SIZE", 1, kMost, 2'048, notices));
  const auto most = static_cast<long long>(batch.max_queue_size);
  batch.max_batch_size = static_cast<std::size_t>(
      ReadNumber(environment, "OTEL_BLRP_MAX_EXPORT_BATCH_SIZE", 1, most, std::min<long long>(512, most), notices));
}

void ReadMetricBatch(const Environment& environment, BatchConfig& batch, Notices& notices) {
  constexpr long long kDay = 24LL * 3'600 * 1'000;
  batch.schedule_delay =
      std::chrono::milliseconds(ReadNumber(environment, "OTEL_METRIC_EXPORT_INTERVAL", 1, kDay, 60'000, notices));
  batch.export_timeout = ReadTimeout(environment, "OTEL_METRIC_EXPORT_TIMEOUT", batch.export_timeout, notices);
  // Every request holds all sums since the start, so that of several that wait only the newest matters.
  batch.max_queue_size = 1'000'000;
  batch.drop_oldest = true;
}

Temporality ReadTemporality(const Environment& environment, Notices& notices) {
  constexpr char kName[] = "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE";
  const std::string value = environment(kName);
  const std::string word = Lower(Trim(value));
  if (word == "delta") return Temporality::kDelta;
  if (word == "lowmemory") return Temporality::kLowMemory;
  if (!word.empty() && word != "cumulative") {
    notices.push_back(BadValue(kName, value, "cumulative, delta or lowmemory", "cumulative"));
  }
  return Temporality::kCumulative;
}

}  // namespace

SignalConfig ReadSignal(const Environment& environment, Signal signal, Notices& notices) {
  SignalConfig config;
  const bool logs = signal == Signal::kLogs;
  const std::string_view own = logs ? "_LOGS_" : "_METRICS_";
  // The readers of traces, with the signal's name in place of theirs.
  const Environment renamed = [&](const char* name) {
    std::string text = name;
    if (text.starts_with("OTEL_EXPORTER_JAEGER_")) return std::string();
    Replace(text, kTraces, own);
    return environment(text.c_str());
  };
  Notices said;
  Endpoint endpoint = ReadEndpoint(renamed, {}, said, logs ? "v1/logs" : "v1/metrics");
  config.otlp.url = std::move(endpoint.url);
  config.otlp.protocol = endpoint.protocol;
  ReadOtlp(renamed, config.otlp, said);
  for (std::string& line : said) Replace(line, kTraces, own);
  ReadBatch(environment, config.batch, said);
  (logs ? ReadLogBatch : ReadMetricBatch)(environment, config.batch, said);
  if (!logs) {
    config.temporality = ReadTemporality(environment, said);
    // The newest delta does not say what the oldest did, so nothing is won by dropping that.
    if (config.temporality != Temporality::kCumulative) config.batch.drop_oldest = false;
  }
  bool named = false;
  const char* const variable = logs ? "OTEL_LOGS_EXPORTER" : "OTEL_METRICS_EXPORTER";
  config.wanted = NamesOtlp(variable, environment(variable), &named, said);
  if (!named) config.wanted = endpoint.given;
  for (std::string& line : said) {
    if (std::find(notices.begin(), notices.end(), line) == notices.end()) notices.push_back(std::move(line));
  }
  return config;
}

}  // namespace spansmith::config
