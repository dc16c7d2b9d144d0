// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Puts the configuration together. See config.h.
#include "config/config.h"

#include <errno.h>

#include <algorithm>
#include <atomic>

#include "config/endpoint.h"
#include "config/resource.h"
#include "config/sampler.h"
#include "config/tail.h"
#include "config/values.h"

namespace spansmith::config {
namespace {

// No mutex: this may run before main, and a mutex would have to be thought of at every fork.
constinit std::atomic<const char*> registered_name{nullptr};
constinit std::atomic<const char*> registered_version{nullptr};
constinit std::atomic<const char*> registered_endpoint{nullptr};
constinit std::atomic<const char*> registered_endpoint_in_cluster{nullptr};

void ReadExporters(const Environment& environment, bool endpoint_given, Config& config) {
  constexpr char kName[] = "OTEL_TRACES_EXPORTER";
  const std::string value = environment(kName);
  std::string_view rest = value;
  bool none = false;
  bool any = false;
  const auto add = [&config](ExporterKind kind) {
    if (std::find(config.exporters.begin(), config.exporters.end(), kind) == config.exporters.end()) {
      config.exporters.push_back(kind);
    }
  };
  while (!rest.empty()) {
    const std::size_t comma = rest.find(',');
    const std::string name = Lower(Trim(rest.substr(0, comma)));
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
    if (name.empty()) continue;
    any = true;
    if (name == "none") {
      none = true;
    } else if (name == "otlp") {
      add(ExporterKind::kOtlp);
    } else if (name == "console") {
      add(ExporterKind::kConsole);
    } else if (name == "file") {
      add(ExporterKind::kFile);
    } else {
      config.notices.push_back(
          BadValue(kName, name, "otlp, console, file or none, separated by commas", "the others only"));
    }
  }
  if (none) {
    if (!config.exporters.empty()) {
      config.notices.push_back(BadValue(kName, value, "none alone, or exporters", "none"));
    }
    config.exporters.clear();
    return;
  }
  if (any) return;
  if (endpoint_given) {
    config.exporters.push_back(ExporterKind::kOtlp);
    return;
  }
  config.why_no_exporters =
      "no spans are recorded, because no exporter is configured; set OTEL_EXPORTER_OTLP_ENDPOINT, "
      "or OTEL_TRACES_EXPORTER=console (none silences this line)";
}

void ReadOtlp(const Environment& environment, OtlpConfig& otlp, Notices& notices) {
  otlp.headers = ReadPairs(environment, "OTEL_EXPORTER_OTLP_HEADERS", notices);
  for (auto& header : ReadPairs(environment, "OTEL_EXPORTER_OTLP_TRACES_HEADERS", notices)) {
    const auto same = [&header](const auto& other) { return Lower(other.first) == Lower(header.first); };
    otlp.headers.erase(std::remove_if(otlp.headers.begin(), otlp.headers.end(), same), otlp.headers.end());
    otlp.headers.push_back(std::move(header));
  }
  otlp.timeout = ReadMilliseconds(environment, "OTEL_EXPORTER_OTLP_TIMEOUT", otlp.timeout, notices);
  otlp.timeout = ReadMilliseconds(environment, "OTEL_EXPORTER_OTLP_TRACES_TIMEOUT", otlp.timeout, notices);
}

void ReadBatch(const Environment& environment, BatchConfig& batch, Notices& notices) {
  batch.schedule_delay = ReadMilliseconds(environment, "OTEL_BSP_SCHEDULE_DELAY", batch.schedule_delay, notices);
  batch.export_timeout = ReadMilliseconds(environment, "OTEL_BSP_EXPORT_TIMEOUT", batch.export_timeout, notices);
  constexpr long long kMost = 1'000'000;
  batch.max_queue_size =
      static_cast<std::size_t>(ReadNumber(environment, "OTEL_BSP_MAX_QUEUE_SIZE", 1, kMost, 2'048, notices));
  const auto batch_fallback = static_cast<long long>(std::min<std::size_t>(512, batch.max_queue_size));
  batch.max_batch_size =
      static_cast<std::size_t>(ReadNumber(environment, "OTEL_BSP_MAX_EXPORT_BATCH_SIZE", 1,
                                          static_cast<long long>(batch.max_queue_size), batch_fallback, notices));
}

}  // namespace

Config Load(const Environment& environment, const injected::Defaults& defaults, const std::string& binary) {
  Config config;
  Notices& notices = config.notices;
  config.resource = ReadResource(environment, defaults, binary, notices);
  config.disabled = ReadBool(environment, "OTEL_SDK_DISABLED", false, notices);
  if (config.disabled) return config;
  Endpoint endpoint = ReadEndpoint(environment, defaults, notices);
  ReadExporters(environment, endpoint.given, config);
  config.otlp.url = std::move(endpoint.url);
  config.otlp.protocol = endpoint.protocol;
  config.sampler = ReadSampler(environment, notices);
  config.tail = ReadTail(environment, notices);
  ReadOtlp(environment, config.otlp, notices);
  ReadBatch(environment, config.batch, notices);
  config.shutdown_timeout =
      ReadMilliseconds(environment, "SPANSMITH_SHUTDOWN_TIMEOUT", config.shutdown_timeout, notices);
  config.limits = ReadLimits(environment, notices);
  const std::string filter = environment("SPANSMITH_FILTER");
  if (const std::string wrong = ParseFilter(filter, config.filter); !wrong.empty()) {
    notices.push_back(
        BadValue("SPANSMITH_FILTER", wrong, "<pattern>=on or <pattern>=off, separated by commas", "no filter"));
  }
  config.buffer_bytes =
      static_cast<std::size_t>(ReadNumber(environment, "SPANSMITH_BUFFER_SIZE", 1, 65'536, 64, notices)) << 20;
  const std::string console = Lower(environment("SPANSMITH_CONSOLE"));
  config.console_full = console == "full";
  if (!console.empty() && console != "full" && console != "short") {
    notices.push_back(BadValue("SPANSMITH_CONSOLE", console, "short or full", "short"));
  }
  if (std::string file = environment("SPANSMITH_TRACES_FILE"); !file.empty()) config.traces_file = std::move(file);
  const std::string hook = Lower(environment("SPANSMITH_THROW_HOOK"));
  config.throw_hook = hook != "off";
  if (!hook.empty() && hook != "off" && hook != "on") {
    notices.push_back(BadValue("SPANSMITH_THROW_HOOK", hook, "on or off", "on"));
  }
  return config;
}

injected::Defaults RegisteredDefaults() noexcept {
  return {registered_name.load(), registered_version.load(), registered_endpoint.load(),
          registered_endpoint_in_cluster.load()};
}

std::string BinaryName() { return program_invocation_short_name; }

}  // namespace spansmith::config

void spansmith::injected::RegisterDefaults(const Defaults& defaults) noexcept {
  config::registered_name.store(defaults.service_name);
  config::registered_version.store(defaults.service_version);
  config::registered_endpoint.store(defaults.endpoint);
  config::registered_endpoint_in_cluster.store(defaults.endpoint_in_cluster);
}
