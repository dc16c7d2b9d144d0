// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Metrics through the whole runtime to a receiver on a real socket, each test in a process of its own.
#include "metrics/metric_reporter.h"

#include <gtest/gtest.h>
#include <opentelemetry/proto/collector/metrics/v1/metrics_service.pb.h>
#include <spansmith/metrics.h>
#include <spansmith/runtime.h>

#include <cstdlib>
#include <map>
#include <thread>

#include "transport/testing/http_server.h"

namespace spansmith {
namespace {

namespace proto = opentelemetry::proto::metrics::v1;
using opentelemetry::proto::collector::metrics::v1::ExportMetricsServiceRequest;
using std::chrono::seconds;
using transport::TestHttpServer;

void Set(const char* name, const std::string& value) { setenv(name, value.c_str(), 1); }

class MetricReporterTest : public ::testing::Test {
 protected:
  void SetUp() override { GTEST_FLAG_SET(death_test_style, "threadsafe"); }
};
#define ENSURE(condition)                             \
  if (!(condition)) {                                 \
    std::fprintf(stderr, "not so: %s\n", #condition); \
    std::_Exit(1);                                    \
  }

std::map<std::string, proto::Metric> MetricsOf(const std::string& body) {
  ExportMetricsServiceRequest request;
  ENSURE(request.ParseFromString(body));
  std::map<std::string, proto::Metric> metrics;
  for (const auto& scope : request.resource_metrics(0).scope_metrics()) {
    for (const auto& metric : scope.metrics()) metrics[scope.scope().name() + "/" + metric.name()] = metric;
  }
  return metrics;
}

TEST_F(MetricReporterTest, EveryKindArrives) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        Set("OTEL_EXPORTER_OTLP_ENDPOINT", server.url());
        const Counter counter("jobs", {"{job}", "Jobs."});
        const UpDownCounter depth("depth", {"", "", "queue"});
        const Histogram took("took", {"s"}, {1, 10});
        const ExponentialHistogram size("size", {"By"}, 4);
        const ObservableGauge load("load", [](const ObservableGauge::Report& report) { report(0.5, {}); });
        {
          const injected::Attached attached({1, 2, 3, injected::Context::kSampled});
          counter.Add(2, {{"kind", std::string("psnr")}});
        }
        depth.Add(-3);
        took.Record(5);
        size.Record(1);
        size.Record(-2);
        ENSURE(Flush(seconds(30)).complete);
        ENSURE(server.Requests().size() == 1);
        ENSURE(server.Requests()[0].path == "/v1/metrics");
        auto metrics = MetricsOf(server.Requests()[0].body);
        ENSURE(metrics.size() == 5);
        const auto& jobs = metrics["/jobs"];
        ENSURE(jobs.unit() == "{job}" && jobs.description() == "Jobs." && jobs.sum().is_monotonic());
        ENSURE(jobs.sum().aggregation_temporality() == proto::AGGREGATION_TEMPORALITY_CUMULATIVE);
        const auto& point = jobs.sum().data_points(0);
        ENSURE(point.as_double() == 2 && point.attributes(0).value().string_value() == "psnr");
        ENSURE(point.start_time_unix_nano() != 0 && point.time_unix_nano() >= point.start_time_unix_nano());
        ENSURE(point.exemplars_size() == 1 && point.exemplars(0).as_double() == 2);
        ENSURE(point.exemplars(0).span_id() == std::string("\0\0\0\0\0\0\0\3", 8));
        ENSURE(point.exemplars(0).trace_id().size() == 16);
        ENSURE(!metrics["queue/depth"].sum().is_monotonic());
        ENSURE(metrics["queue/depth"].sum().data_points(0).as_double() == -3);
        const auto& histogram = metrics["/took"].histogram().data_points(0);
        ENSURE(histogram.count() == 1 && histogram.sum() == 5 && histogram.min() == 5 && histogram.max() == 5);
        ENSURE(histogram.bucket_counts_size() == 3 && histogram.bucket_counts(1) == 1);
        ENSURE(histogram.explicit_bounds_size() == 2 && histogram.explicit_bounds(1) == 10);
        const auto& exponential = metrics["/size"].exponential_histogram().data_points(0);
        ENSURE(exponential.count() == 2 && exponential.scale() == 20);
        ENSURE(exponential.positive().offset() == -1 && exponential.positive().bucket_counts(0) == 1);
        ENSURE(exponential.negative().bucket_counts_size() == 1);
        ENSURE(exponential.min() == -2 && exponential.max() == 1);
        ENSURE(metrics["/load"].gauge().data_points(0).as_double() == 0.5);
        std::_Exit(0);
      },
      ::testing::ExitedWithCode(0), "");
}

TEST_F(MetricReporterTest, EveryIntervalAndOnceMoreAtTheEndCumulative) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        Set("OTEL_EXPORTER_OTLP_ENDPOINT", server.url());
        Set("OTEL_METRIC_EXPORT_INTERVAL", "20");
        const Counter counter("ticks");
        counter.Add(1);
        while (server.Requests().size() < 3) std::this_thread::sleep_for(std::chrono::milliseconds(2));
        counter.Add(41);
        ENSURE(Shutdown(seconds(30)).complete);
        const auto requests = server.Requests();
        auto first = MetricsOf(requests.front().body);
        auto last = MetricsOf(requests.back().body);
        ENSURE(first["/ticks"].sum().data_points(0).as_double() == 1);
        ENSURE(last["/ticks"].sum().data_points(0).as_double() == 42);
        ENSURE(first["/ticks"].sum().data_points(0).start_time_unix_nano() ==
               last["/ticks"].sum().data_points(0).start_time_unix_nano());
        std::_Exit(0);
      },
      ::testing::ExitedWithCode(0), "");
}

TEST_F(MetricReporterTest, DeltasWhereThatIsPreferred) {
  for (const char* preference : {"delta", " LowMemory "}) {
    EXPECT_EXIT(
        {
          TestHttpServer server;
          Set("OTEL_EXPORTER_OTLP_ENDPOINT", server.url());
          Set("OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE", preference);
          const Counter counter("ticks");
          const UpDownCounter depth("depth");
          const Histogram took("took");
          for (const double value : {1.0, 41.0}) {
            counter.Add(value);
            depth.Add(value);
            took.Record(value);
            ENSURE(Flush(seconds(30)).complete);
          }
          ENSURE(server.Requests().size() == 2);
          auto first = MetricsOf(server.Requests()[0].body);
          auto second = MetricsOf(server.Requests()[1].body);
          ENSURE(second["/ticks"].sum().aggregation_temporality() == proto::AGGREGATION_TEMPORALITY_DELTA);
          ENSURE(second["/took"].histogram().aggregation_temporality() == proto::AGGREGATION_TEMPORALITY_DELTA);
          ENSURE(second["/depth"].sum().aggregation_temporality() == proto::AGGREGATION_TEMPORALITY_CUMULATIVE);
          ENSURE(first["/ticks"].sum().data_points(0).as_double() == 1);
          ENSURE(second["/ticks"].sum().data_points(0).as_double() == 41);
          ENSURE(second["/took"].histogram().data_points(0).count() == 1);
          ENSURE(second["/depth"].sum().data_points(0).as_double() == 42);
          ENSURE(MetricsText().find("ticks_total 42") != std::string::npos);
          std::_Exit(0);
        },
        ::testing::ExitedWithCode(0), "^$");
  }
}

TEST_F(MetricReporterTest, WithoutAnEndpointTheTextIsThereAllTheSame) {
  EXPECT_EXIT(
      {
        Counter("lonely").Add(1);
        ENSURE(MetricsText().find("lonely_total 1") != std::string::npos);
        ENSURE(Flush(seconds(1)).complete);
        std::_Exit(0);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(MetricReporterTest, AReceiverThatIsBackGetsTheNewestSums) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        server.Answer(503, "");
        Set("OTEL_EXPORTER_OTLP_ENDPOINT", server.url());
        Set("OTEL_METRIC_EXPORT_INTERVAL", "10");
        Set("SPANSMITH_RETRY_DELAY", "1");
        const Counter counter("sum");
        counter.Add(1);
        server.WaitForRequest();
        counter.Add(1);
        server.Answer(200, "");
        while (true) {
          auto last = MetricsOf(server.Requests().back().body);
          if (last["/sum"].sum().data_points(0).as_double() == 2) break;
          std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        std::_Exit(0);
      },
      ::testing::ExitedWithCode(0), "metric points cannot be sent");
}

}  // namespace
}  // namespace spansmith
