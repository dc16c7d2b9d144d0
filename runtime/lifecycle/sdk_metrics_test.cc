// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Names, attributes and the text.
#include "lifecycle/sdk_metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace spansmith::lifecycle {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(SdkMetrics, EverySpanIsInOnePlace) {
  Stats stats;
  stats.produced = 100;
  stats.sampled_out = 20;
  stats.dropped_ring_full = 5;
  stats.pending = 3;
  stats.delivered = 60;
  stats.dropped_export_failed = 12;
  deliver::Account account;
  account.type = "otlp_http_exporter";
  account.exported = 60;
  account.failed = 12;
  account.attempts = 4;
  account.retries = 1;
  account.attempt_time = std::chrono::milliseconds(1'500);
  const std::string text = OpenMetricsText(MetricsOf(stats, {account, deliver::Account{}}));
  EXPECT_THAT(text, HasSubstr("# TYPE otel_sdk_span_started counter\n"
                              "otel_sdk_span_started_total{otel_span_sampling_result=\"RECORD_AND_SAMPLE\"} 80\n"
                              "otel_sdk_span_started_total{otel_span_sampling_result=\"DROP\"} 20\n"));
  EXPECT_THAT(text, HasSubstr("otel_sdk_processor_span_processed_total{otel_component_name=\"spansmith_processor/0\","
                              "otel_component_type=\"spansmith_processor\"} 72\n"));
  EXPECT_THAT(text, HasSubstr("error_type=\"queue_full\"} 5\n"));
  EXPECT_THAT(text, HasSubstr("# TYPE otel_sdk_processor_span_queue_size gauge\n"));
  EXPECT_THAT(text, HasSubstr("otel_sdk_exporter_span_exported_total{otel_component_name=\"otlp_http_exporter/0\","
                              "otel_component_type=\"otlp_http_exporter\"} 60\n"));
  EXPECT_THAT(text, HasSubstr("error_type=\"export_failed\"} 12\n"));
  EXPECT_THAT(text, HasSubstr("otel_sdk_exporter_operation_duration_sum_total{otel_component_name=\"otlp_http_exporter/"
                              "0\",otel_component_type=\"otlp_http_exporter\"} 1.5\n"));
  EXPECT_THAT(text, Not(HasSubstr("no_memory"))) << "a reason that never came";
  // A family's type stands once, before all of it.
  const auto first = text.find("# TYPE otel_sdk_exporter_span_exported counter\n");
  EXPECT_NE(first, std::string::npos);
  EXPECT_EQ(text.find("# TYPE otel_sdk_exporter_span_exported counter\n", first + 1), std::string::npos);
}

TEST(SdkMetrics, TextIsEscaped) {
  EXPECT_EQ(OpenMetricsText({{"a.b", "1", false, {{"k", "x\"\\\n"}}, 2}}),
            "# TYPE a_b gauge\na_b{k=\"x\\\"\\\\\\n\"} 2\n");
}

}  // namespace
}  // namespace spansmith::lifecycle
