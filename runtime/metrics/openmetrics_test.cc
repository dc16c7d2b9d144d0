// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "metrics/openmetrics.h"

#include <gtest/gtest.h>

#include "metrics/instruments.h"

namespace spansmith::metrics {
namespace {

constexpr MetricsFormat kOpen = MetricsFormat::kOpenMetrics;
constexpr MetricsFormat kOld = MetricsFormat::kPrometheus;

Metric Made(Kind kind, const char* name, const char* unit = "", const char* description = "") {
  Metric metric;
  metric.kind = kind;
  metric.name = name;
  metric.unit = unit;
  metric.description = description;
  return metric;
}

Point At(double value, Attributes attributes = {}) {
  Point point;
  point.value = value;
  point.attributes = std::move(attributes);
  return point;
}

TEST(OpenMetricsTest, Names) {
  EXPECT_EQ(FamilyName(Made(Kind::kHistogram, "job.duration", "s")), "job_duration_seconds");
  EXPECT_EQ(FamilyName(Made(Kind::kHistogram, "job.duration.seconds", "s")), "job_duration_seconds");
  EXPECT_EQ(FamilyName(Made(Kind::kCounter, "jobs", "{job}")), "jobs");
  EXPECT_EQ(FamilyName(Made(Kind::kCounter, "jobs_total")), "jobs");
  EXPECT_EQ(FamilyName(Made(Kind::kGauge, "load", "1")), "load_ratio");
  EXPECT_EQ(FamilyName(Made(Kind::kCounter, "9 lives--left")), "_9_lives_left");
  EXPECT_EQ(FamilyName(Made(Kind::kGauge, "size", "By")), "size_bytes");
}

TEST(OpenMetricsTest, ACounterInBothFormats) {
  Metric metric = Made(Kind::kCounter, "jobs", "{job}", "Jobs.\nAll.");
  Point point = At(3, {{"queue.name", std::string("a\"b\\c\nd")}, {"n", std::int64_t{1}}});
  point.exemplars.push_back({2, 1'500'000'000'123'456'789, {0, 1}, {2}});
  metric.points.push_back(point);
  EXPECT_EQ(TextOf(std::vector{metric}, kOpen),
            "# TYPE jobs counter\n# HELP jobs Jobs.\\nAll.\n"
            "jobs_total{queue_name=\"a\\\"b\\\\c\\nd\",n=\"1\"} 3 # "
            "{trace_id=\"00000000000000000000000000000001\",span_id=\"0000000000000002\"} 2 1500000000.123\n");
  EXPECT_EQ(TextOf(std::vector{metric}, kOld),
            "# TYPE jobs_total counter\n# HELP jobs_total Jobs.\\nAll.\n"
            "jobs_total{queue_name=\"a\\\"b\\\\c\\nd\",n=\"1\"} 3\n");
}

TEST(OpenMetricsTest, AHistogramsBucketsAddUp) {
  Metric metric = Made(Kind::kHistogram, "took", "s");
  metric.bounds = {0.5, 1};
  Point point = At(0);
  point.count = 6;
  point.sum = 4.25;
  point.bucket_counts = {1, 2, 3};
  point.exemplars = {{}, {0.75, 1'000'000'000, {0, 1}, {2}}};
  metric.points.push_back(point);
  EXPECT_EQ(TextOf(std::vector{metric}, kOpen),
            "# TYPE took_seconds histogram\n# UNIT took_seconds seconds\n"
            "took_seconds_bucket{le=\"0.5\"} 1\n"
            "took_seconds_bucket{le=\"1\"} 3 # "
            "{trace_id=\"00000000000000000000000000000001\",span_id=\"0000000000000002\"} 0.75 1.000\n"
            "took_seconds_bucket{le=\"+Inf\"} 6\ntook_seconds_sum 4.25\ntook_seconds_count 6\n");
}

TEST(OpenMetricsTest, AnExponentialHistogramHasABucketForEachThatHoldsSomething) {
  Metric metric = Made(Kind::kExponentialHistogram, "took");
  Point point = At(0);
  point.count = 8;
  point.sum = 1;
  point.scale = 0;
  point.zero_count = 1;
  point.positive = {0, {2, 0, 1}};  // (1,2] and (4,8]
  point.negative = {0, {1, 3}};     // [-2,-1) and [-4,-2)
  metric.points.push_back(point);
  EXPECT_EQ(TextOf(std::vector{metric}, kOpen),
            "# TYPE took histogram\ntook_bucket{le=\"-2\"} 3\ntook_bucket{le=\"-1\"} 4\ntook_bucket{le=\"0\"} 5\n"
            "took_bucket{le=\"2\"} 7\ntook_bucket{le=\"8\"} 8\ntook_bucket{le=\"+Inf\"} 8\ntook_sum 1\ntook_count 8\n");
}

TEST(OpenMetricsTest, AGauge) {
  Metric metric = Made(Kind::kUpDownCounter, "depth");
  metric.points = {At(-1), At(2.5, {{"k", true}})};
  EXPECT_EQ(TextOf(std::vector{metric}, kOpen), "# TYPE depth gauge\ndepth -1\ndepth{k=\"true\"} 2.5\n");
}

TEST(OpenMetricsTest, APageOfTheProgram) {
  Counter("page.hits", {"{hit}"}).Add(2);
  EXPECT_NE(MetricsText().find("page_hits_total 2\n"), std::string::npos);
  EXPECT_EQ(MetricsText().substr(MetricsText().size() - 6), "# EOF\n");
  EXPECT_EQ(MetricsText(kOpen, false).find("# EOF"), std::string::npos);
  EXPECT_EQ(MetricsText(kOld).find("# EOF"), std::string::npos);
  EXPECT_EQ(MetricsFormatOf("application/openmetrics-text;version=1.0.0,text/plain;q=0.5"), kOpen);
  EXPECT_EQ(MetricsFormatOf("text/plain"), kOld);
  EXPECT_EQ(MetricsFormatOf(""), kOld);
  EXPECT_EQ(std::string(ContentTypeOf(kOpen)).substr(0, 28), "application/openmetrics-text");
}

}  // namespace
}  // namespace spansmith::metrics
