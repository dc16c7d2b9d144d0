// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Puts the configuration together. See config.h.
#include "config/config.h"

#include <errno.h>

#include <algorithm>
#include <atomic>

#include "config/jaeger.h"
#include "config/resource.h"
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
    } else if (name == "jaeger") {
      config.notices.push_back(BadValue(kName, name, "otlp, which Jaeger takes", "otlp"));
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
  if (any) {
    if (config.exporters.empty())
      config.why_no_exporters =
          "no spans are recorded, because OTEL_TRACES_EXPORTER names no exporter that is known: expected otlp, "
          "console, "
          "file or none (which silences this line)";
    return;
  }
  if (endpoint_given) {
    config.exporters.push_back(ExporterKind::kOtlp);
    return;
  }
  config.why_no_exporters =
      "no spans are recorded, because no exporter is configured; set OTEL_EXPORTER_OTLP_ENDPOINT, "
      "or OTEL_TRACES_EXPORTER=console (none silences this line)";
}

// One of two words, the first of which is what an unset variable means. True: the second.
bool ReadChoice(const Environment& environment, const char* name, const char* usual, const char* other,
                Notices& notices) {
  const std::string value = environment(name);
  const std::string word = Lower(Trim(value));
  if (!word.empty() && word != usual && word != other) {
    notices.push_back(BadValue(name, value, std::string(usual) + " or " + other, usual));
  }
  return word == other;
}

// The clock reads its variable itself, before there is a configuration.
std::string ReadClock(const Environment& environment, Notices& notices) {
  constexpr char kName[] = "SPANSMITH_CLOCK";
  const std::string value = environment(kName);
  if (value == "monotonic" || value == "tsc") return value;
  constexpr char kUsual[] = "the time stamp counter, where it is sound";
  if (!value.empty()) notices.push_back(BadValue(kName, value, "monotonic or tsc", kUsual));
  return kUsual;
}

// All but the resource.
void ReadAll(const Environment& environment, const injected::Defaults& defaults, Config& config) {
  Notices& notices = config.notices;
  config.live = ReadLive(environment, notices);
  config.print = Trim(environment("SPANSMITH_PRINT_CONFIG")) == "1" ||
                 ReadBool(environment, "SPANSMITH_PRINT_CONFIG", false, notices);
  config.print_stats = ReadBool(environment, "SPANSMITH_PRINT_STATS", false, notices);
  config.disabled = ReadBool(environment, "OTEL_SDK_DISABLED", false, notices);
  // Without spans of its own a process passes on what came (specification, configuration/sdk-environment-variables.md).
  config.propagators = ReadPropagators(environment, notices);
  config.hosts = ReadHostRules(environment, notices);
  if (config.disabled) return;
  config.file = environment("SPANSMITH_CONFIG_FILE");
  config.clock = ReadClock(environment, notices);
  config.redaction = ReadRedaction(environment);
  config.errors = ReadErrors(environment, notices);
  Endpoint endpoint = ReadEndpoint(environment, defaults, notices);
  ExplainJaeger(environment, endpoint.jaeger, notices);
  ReadExporters(environment, endpoint.given, config);
  config.otlp.url = std::move(endpoint.url);
  config.otlp.protocol = endpoint.protocol;
  ReadOtlp(environment, config.otlp, notices);
  if (endpoint.jaeger) AddJaegerCredentials(environment, config.otlp.headers);
  ReadBatch(environment, config.batch, notices);
  ReadRetry(environment, config.retry, notices);
  ReadSpill(environment, config.spill, notices);
  config.shutdown_timeout =
      ReadMilliseconds(environment, "SPANSMITH_SHUTDOWN_TIMEOUT", config.shutdown_timeout, notices);
  config.limits = ReadLimits(environment, notices);
  config.buffer_bytes = ReadMebibytes(environment, "SPANSMITH_BUFFER_SIZE", 1, 65'536, 64, notices);
  config.console_full = ReadChoice(environment, "SPANSMITH_CONSOLE", "short", "full", notices);
  if (std::string file = environment("SPANSMITH_TRACES_FILE"); !file.empty()) config.traces_file = std::move(file);
  config.file_max_bytes = ReadMebibytes(environment, "SPANSMITH_TRACES_FILE_SIZE", 0, 1 << 20, 0, notices);
  config.file_keep = static_cast<std::size_t>(ReadNumber(environment, "SPANSMITH_TRACES_FILES", 1, 1'000, 3, notices));
  config.throw_hook = !ReadChoice(environment, "SPANSMITH_THROW_HOOK", "on", "off", notices);
  config.drain_on_signals = ReadChoice(environment, "SPANSMITH_SIGNALS", "none", "drain", notices);
}

// Layers take a value that is too long for none; here it is said, once a variable.
std::string Checked(std::string value, const std::string& name, Notices& notices) {
  if (value.size() <= kMostOfValue) return value;
  std::string line = name + ": expected at most " + std::to_string(kMostOfValue) + " bytes, and these are " +
                     std::to_string(value.size()) + "; it is as if it were not set";
  if (std::find(notices.begin(), notices.end(), line) == notices.end()) notices.push_back(std::move(line));
  return value;
}

}  // namespace

Config Load(const Environment& environment, const injected::Defaults& defaults, const std::string& binary) {
  return Load(Layers{{}, environment, {}}, defaults, binary);
}

Config LoadSettings(const Layers& raw, const injected::Defaults& defaults) {
  Config config;
  Layers layers = raw;
  layers.environment = [&](const char* name) { return Checked(raw.environment(name), name, config.notices); };
  ReadAll([&layers](const char* name) { return layers.Get(name); }, defaults, config);
  for (std::string& line : config.notices) line += raw.OriginOf(line);
  return config;
}

Config Load(const Layers& raw, const injected::Defaults& defaults, const std::string& binary,
            const Attributes& resource) {
  Config config = LoadSettings(raw, defaults);
  Notices notices;
  Layers layers = raw;
  layers.environment = [&](const char* name) { return Checked(raw.environment(name), name, notices); };
  config.resource =
      ReadResource([&layers](const char* name) { return layers.Get(name); }, defaults, binary, resource, notices);
  for (std::string& line : notices) {
    line += raw.OriginOf(line);
    if (std::find(config.notices.begin(), config.notices.end(), line) == config.notices.end()) {
      config.notices.push_back(std::move(line));
    }
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
