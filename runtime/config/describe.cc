// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See describe.h.
#include "config/describe.h"

#include <array>
#include <variant>

#include "notice/notice.h"

namespace spansmith::config {
namespace {

constexpr char kMasked[] = "***";

std::string Text(bool value) { return value ? "true" : "false"; }
std::string Text(std::int64_t value) { return std::to_string(value); }
std::string Text(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  return text.back() == '.' ? text + '0' : text;
}
std::string Text(const std::string& value) { return value; }
template <typename T>
std::string Text(const std::vector<T>& values) {  // a resource's attributes are none, as they are read
  std::string text;
  for (const T& value : values) text.append(text.empty() ? "" : ",").append(Text(value));
  return text;
}
std::string Text(std::chrono::milliseconds time) { return std::to_string(time.count()) + " ms"; }

std::string WithCommas(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ",") + word;
  return text;
}

std::string OrNone(const std::string& text) { return text.empty() ? "none" : text; }
std::string Mebibytes(std::uint64_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

bool SoundsSecret(std::string_view key) {
  const std::string lower = Lower(key);
  constexpr std::array kWords = {"secret",     "password",  "passwd", "token",       "credential",
                                 "api_key",    "apikey",    "auth",   "private_key", "privatekey",
                                 "access_key", "accesskey", "pwd",    "cookie",      "session"};
  for (const std::string_view word : kWords) {
    if (lower.find(word) != std::string::npos) return true;
  }
  return false;
}

const char* NameOf(ExporterKind kind) {
  return kind == ExporterKind::kOtlp ? "otlp" : kind == ExporterKind::kConsole ? "console" : "file";
}

std::string SamplerText(const SamplerConfig& sampler) {
  const std::string parent = sampler.parent_based ? "parentbased_" : "";
  switch (sampler.kind) {
    case SamplerKind::kAlwaysOn:
      return parent + "always_on";
    case SamplerKind::kAlwaysOff:
      return parent + "always_off";
    case SamplerKind::kTraceIdRatio:
      break;
  }
  return parent + "traceidratio " + Text(sampler.ratio);
}

std::string TailText(const TailSampling& tail) {
  std::string text = "ratio " + Text(tail.ratio) + ", keeps";
  if (tail.errors) text += " error";
  if (tail.writes) text += " write";
  if (tail.slow.count() != 0) text += " slow=" + std::to_string(tail.slow.count());
  if (tail.slow_p99) text += " slow=p99";
  for (const auto& [key, value] : tail.attributes) text += ' ' + key + '=' + (SoundsSecret(key) ? kMasked : value);
  return text + ", " + std::to_string(tail.max_bytes) + " bytes, " + Text(tail.wait);
}

class Lines {
 public:
  void Add(std::string_view variable, const std::string& value) {
    AddText(variable);
    text_ += ": ";
    AddText(value);
    text_ += '\n';
  }
  std::string Take() { return std::move(text_); }

 private:
  // A line stays a line.
  void AddText(std::string_view text) {
    for (const char c : text) text_ += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
  }

  std::string text_;
};

void AddLimits(const Limits& limits, Lines& lines) {
  lines.Add("OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", std::to_string(limits.attributes));
  lines.Add("OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT", std::to_string(limits.event_attributes));
  lines.Add("OTEL_LINK_ATTRIBUTE_COUNT_LIMIT", std::to_string(limits.link_attributes));
  lines.Add("OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT",
            limits.value_length == Limits::kNone ? "none" : std::to_string(limits.value_length));
  lines.Add("OTEL_SPAN_EVENT_COUNT_LIMIT", std::to_string(limits.events));
  lines.Add("OTEL_SPAN_LINK_COUNT_LIMIT", std::to_string(limits.links));
}

void AddErrors(const Errors& errors, Lines& lines) {
  lines.Add("SPANSMITH_EXCEPTION_EVENTS", errors.events == Errors::Events::kAll     ? "all"
                                          : errors.events == Errors::Events::kFirst ? "first"
                                                                                    : "none");
  lines.Add("OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN", errors.signal == Errors::Signal::kBoth   ? "logs/dup"
                                                    : errors.signal == Errors::Signal::kLogs ? "logs"
                                                                                             : "none");
  lines.Add("SPANSMITH_EXCEPTION_STACKTRACE", errors.stack_traces ? "on" : "off");
  lines.Add("SPANSMITH_ERROR_TEXT_LIMIT", std::to_string(errors.text_limit));
  lines.Add("SPANSMITH_REDACT_ERROR_TEXT", errors.redactions.empty() ? "none" : kMasked);
}

// `signal`: "TRACES".
void AddOtlp(const OtlpConfig& otlp, const std::string& signal, Lines& lines) {
  const std::string prefix = "OTEL_EXPORTER_OTLP_" + signal + '_';
  lines.Add(prefix + "ENDPOINT", notice::MaskUrl(otlp.url));
  lines.Add(prefix + "PROTOCOL", otlp.protocol == OtlpProtocol::kGrpc ? "grpc" : "http/protobuf");
  lines.Add(prefix + "TIMEOUT", Text(otlp.timeout));
  std::string headers;
  for (const auto& header : otlp.headers) headers += (headers.empty() ? "" : ",") + header.first + '=' + kMasked;
  lines.Add(prefix + "HEADERS", OrNone(headers));
  lines.Add(prefix + "COMPRESSION", otlp.gzip ? "gzip" : "none");
  lines.Add(prefix + "CERTIFICATE", otlp.certificate.empty() ? "the system's" : otlp.certificate);
  lines.Add(prefix + "CLIENT_CERTIFICATE", OrNone(otlp.client_certificate));
  lines.Add(prefix + "CLIENT_KEY", OrNone(otlp.client_key));
  if (otlp.proxy.url.empty()) return;
  lines.Add(otlp.url.starts_with("https:") ? "https_proxy" : "http_proxy", notice::MaskUrl(otlp.proxy.url));
  lines.Add("no_proxy", OrNone(otlp.proxy.except));
}

}  // namespace

std::string Describe(const Config& config) {
  Lines lines;
  lines.Add("OTEL_SDK_DISABLED", Text(config.disabled));
  std::string exporters;
  for (const ExporterKind kind : config.exporters)
    exporters += (exporters.empty() ? "" : ",") + std::string(NameOf(kind));
  lines.Add("OTEL_TRACES_EXPORTER", OrNone(exporters));
  for (const ExporterKind kind : config.exporters) {
    if (kind == ExporterKind::kOtlp) AddOtlp(config.otlp, "TRACES", lines);
    if (kind == ExporterKind::kConsole) lines.Add("SPANSMITH_CONSOLE", config.console_full ? "full" : "short");
    if (kind == ExporterKind::kFile) {
      lines.Add("SPANSMITH_TRACES_FILE", config.traces_file);
      lines.Add("SPANSMITH_TRACES_FILE_SIZE",
                config.file_max_bytes == 0 ? "not bounded" : Mebibytes(config.file_max_bytes));
      lines.Add("SPANSMITH_TRACES_FILES", std::to_string(config.file_keep));
    }
  }
  lines.Add("OTEL_TRACES_SAMPLER", SamplerText(config.live.sampler));
  lines.Add("SPANSMITH_TAIL_RATIO", config.live.tail ? TailText(*config.live.tail) : "off");
  lines.Add("SPANSMITH_FILTER", config.live.filter.empty() ? "all on" : config.live.filter_text);
  lines.Add("SPANSMITH_CONFIG_FILE", OrNone(config.file));
  lines.Add("OTEL_PROPAGATORS", Text(config.propagators));
  lines.Add("SPANSMITH_PROPAGATE_TO", OrNone(ToText(config.hosts)));
  lines.Add("SPANSMITH_NO_PROPAGATE_TO", OrNone(NotToText(config.hosts)));
  lines.Add("SPANSMITH_REDACT", OrNone(WithCommas(config.redaction.patterns)));
  AddErrors(config.errors, lines);
  lines.Add("OTEL_LOG_LEVEL", NameOf(config.live.log_level));
  lines.Add("OTEL_BSP_SCHEDULE_DELAY", Text(config.batch.schedule_delay));
  lines.Add("OTEL_BSP_EXPORT_TIMEOUT", Text(config.batch.export_timeout));
  lines.Add("OTEL_BSP_MAX_QUEUE_SIZE", std::to_string(config.batch.max_queue_size));
  lines.Add("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", std::to_string(config.batch.max_batch_size));
  lines.Add("SPANSMITH_QUEUE_SIZE", Mebibytes(config.batch.max_queue_bytes));
  lines.Add("SPANSMITH_QUEUE_DROP", config.batch.drop_oldest ? "oldest" : "newest");
  lines.Add("SPANSMITH_RETRY_DELAY", Text(config.retry.first_delay));
  lines.Add("SPANSMITH_RETRY_TIME", Text(config.retry.total));
  lines.Add("SPANSMITH_SPILL_DIRECTORY", OrNone(config.spill.folder));
  if (!config.spill.folder.empty()) lines.Add("SPANSMITH_SPILL_SIZE", Mebibytes(config.spill.max_bytes));
  lines.Add("SPANSMITH_SIGNALS", config.drain_on_signals ? "drain" : "none");
  lines.Add("SPANSMITH_THROW_HOOK", config.throw_hook ? "on" : "off");
  lines.Add("SPANSMITH_SHUTDOWN_TIMEOUT", Text(config.shutdown_timeout));
  AddLimits(config.limits, lines);
  lines.Add("SPANSMITH_BUFFER_SIZE", Mebibytes(config.buffer_bytes));
  lines.Add("SPANSMITH_CLOCK", config.clock);
  lines.Add("SPANSMITH_PRINT_CONFIG", Text(config.print));
  lines.Add("SPANSMITH_PRINT_STATS", Text(config.print_stats));
  for (const Attribute& attribute : config.resource) {
    lines.Add("resource " + attribute.key,
              SoundsSecret(attribute.key) ? kMasked
                                          : std::visit([](const auto& value) { return Text(value); }, attribute.value));
  }
  return lines.Take();
}

std::string Describe(const SignalConfig& config, Signal signal) {
  const bool logs = signal == Signal::kLogs;
  Lines lines;
  lines.Add(logs ? "OTEL_LOGS_EXPORTER" : "OTEL_METRICS_EXPORTER", config.wanted ? "otlp" : "none");
  if (!config.wanted) return lines.Take();
  AddOtlp(config.otlp, logs ? "LOGS" : "METRICS", lines);
  if (logs) {
    lines.Add("OTEL_BLRP_SCHEDULE_DELAY", Text(config.batch.schedule_delay));
    lines.Add("OTEL_BLRP_EXPORT_TIMEOUT", Text(config.batch.export_timeout));
    lines.Add("OTEL_BLRP_MAX_QUEUE_SIZE", std::to_string(config.batch.max_queue_size));
    lines.Add("OTEL_BLRP_MAX_EXPORT_BATCH_SIZE", std::to_string(config.batch.max_batch_size));
    return lines.Take();
  }
  lines.Add("OTEL_METRIC_EXPORT_INTERVAL", Text(config.batch.schedule_delay));
  lines.Add("OTEL_METRIC_EXPORT_TIMEOUT", Text(config.batch.export_timeout));
  lines.Add("OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE", config.temporality == Temporality::kDelta ? "delta"
                                                                 : config.temporality == Temporality::kLowMemory
                                                                     ? "lowmemory"
                                                                     : "cumulative");
  return lines.Take();
}

}  // namespace spansmith::config
