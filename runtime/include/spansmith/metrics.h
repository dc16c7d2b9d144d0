// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Metrics of the program: counters, up-down counters, histograms and observable gauges (OpenTelemetry specification,
// metrics/api.md), sent over OTLP every OTEL_METRIC_EXPORT_INTERVAL and as text for a Prometheus endpoint, with
// exemplars: the trace of a measurement that was made within a sampled span. docs/metrics.md.
//
//   static const spansmith::Counter jobs("vmafx.jobs", {"{job}", "Jobs taken in."});
//   jobs.Add(1, {{"state", std::string("queued")}});
//
// An instrument is known by its name: made twice, it is one. Its points live as long as the process. Any thread;
// nothing throws but std::bad_alloc in constructors. Values are double; what is no number (NaN, infinity) is not
// recorded. C++17, standard library only.
#ifndef SPANSMITH_METRICS_H_
#define SPANSMITH_METRICS_H_

#include <spansmith/span_data.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace spansmith {

namespace metrics {
class Instrument;
}  // namespace metrics

struct MetricOptions {
  std::string unit = {};  // UCUM: "s", "By", "{job}"
  std::string description = {};
  std::string scope = {};  // the meter: who measures; "": the program
};

// Up to 2,000 different sets of attributes an instrument: what comes beyond is one point, otel.metric.overflow=true
// (specification, metrics/sdk.md, "Cardinality limits").
class Counter {
 public:
  explicit Counter(std::string_view name, const MetricOptions& options = {});
  void Add(double by = 1, const Attributes& attributes = {}) const noexcept;  // below 0: nothing

 private:
  metrics::Instrument* instrument_;
};

class UpDownCounter {
 public:
  explicit UpDownCounter(std::string_view name, const MetricOptions& options = {});
  void Add(double by = 1, const Attributes& attributes = {}) const noexcept;

 private:
  metrics::Instrument* instrument_;
};

// With explicit bounds: bucket i is (bounds[i-1], bounds[i]].
class Histogram {
 public:
  // The specification's default.
  static std::vector<double> DefaultBounds() {
    return {0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1'000, 2'500, 5'000, 7'500, 10'000};
  }
  explicit Histogram(std::string_view name, const MetricOptions& options = {},
                     std::vector<double> bounds = DefaultBounds());  // sorted, without what is there twice
  void Record(double value, const Attributes& attributes = {}) const noexcept;

 private:
  metrics::Instrument* instrument_;
};

// With buckets that fit themselves to what comes: base 2, at first of scale 20, at most `max_size` (2 to 1,000) on each
// side of 0 (specification, metrics/data-model.md, "ExponentialHistogram").
class ExponentialHistogram {
 public:
  explicit ExponentialHistogram(std::string_view name, const MetricOptions& options = {}, int max_size = 160);
  void Record(double value, const Attributes& attributes = {}) const noexcept;

 private:
  metrics::Instrument* instrument_;
};

// A value that is asked for when metrics are read. `observe` runs on a thread of the runtime's, or of whoever asks for
// MetricsText; one that throws says nothing this time. It is not called any more after the destructor.
class ObservableGauge {
 public:
  using Report = std::function<void(double value, const Attributes& attributes)>;
  using Observe = std::function<void(const Report& report)>;

  ObservableGauge(std::string_view name, Observe observe, const MetricOptions& options = {});
  ~ObservableGauge();
  ObservableGauge(const ObservableGauge&) = delete;
  ObservableGauge& operator=(const ObservableGauge&) = delete;

 private:
  metrics::Instrument* instrument_;
  unsigned long long callback_;
};

enum class MetricsFormat {
  kPrometheus,   // text/plain; version=0.0.4: no exemplars
  kOpenMetrics,  // application/openmetrics-text; version=1.0.0
};
// What a scraper that sends this Accept header should have.
MetricsFormat MetricsFormatOf(std::string_view accept) noexcept;
const char* ContentTypeOf(MetricsFormat format) noexcept;

// Every instrument of the program, for a page that may hold more: with `end`, OpenMetrics is ended with `# EOF`. Names
// and units are written as the OpenTelemetry specification has it (compatibility/prometheus_and_openmetrics.md). "" if
// there is no memory.
std::string MetricsText(MetricsFormat format = MetricsFormat::kOpenMetrics, bool end = true) noexcept;

}  // namespace spansmith

#endif  // SPANSMITH_METRICS_H_
