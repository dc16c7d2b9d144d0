// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "metrics/instruments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <stdexcept>
#include <thread>

namespace spansmith::metrics {
namespace {

using ::testing::ElementsAre;

Metric Find(const std::string& name) {
  for (Metric& metric : Instruments::Get().Read()) {
    if (metric.name == name) return std::move(metric);
  }
  return {};
}

TEST(InstrumentsTest, ACounterOnlyGrows) {
  const Counter counter("t.counter", {"{thing}", "Things."});
  counter.Add();
  counter.Add(2.5);
  counter.Add(-1);
  counter.Add(std::nan(""));
  counter.Add(INFINITY);
  const Metric metric = Find("t.counter");
  ASSERT_EQ(metric.points.size(), 1u);
  EXPECT_EQ(metric.points[0].value, 3.5);
  EXPECT_EQ(metric.unit, "{thing}");
  EXPECT_EQ(metric.description, "Things.");
}

TEST(InstrumentsTest, AnUpDownCounterGoesBothWays) {
  const UpDownCounter counter("t.updown");
  counter.Add(5);
  counter.Add(-7);
  EXPECT_EQ(Find("t.updown").points.at(0).value, -2);
}

TEST(InstrumentsTest, AttributesInAnyOrderAreOnePoint) {
  const Counter counter("t.attributes");
  counter.Add(1, {{"a", std::string("x")}, {"b", std::int64_t{1}}});
  counter.Add(1, {{"b", std::int64_t{1}}, {"a", std::string("x")}});
  counter.Add(1, {{"b", std::string("1")}, {"a", std::string("x")}});  // another type is another value
  const Metric metric = Find("t.attributes");
  ASSERT_EQ(metric.points.size(), 2u);
  EXPECT_EQ(metric.points[0].value + metric.points[1].value, 3);
}

TEST(InstrumentsTest, AttributesThatCameBeforeAreTheSamePoint) {
  const Counter counter("t.again");
  const Attributes sets[] = {{{"a", std::string("x")}, {"b", std::int64_t{1}}},
                             {{"b", std::int64_t{1}}, {"a", std::string("x")}},
                             {{"a", std::string("x")}, {"b", true}},
                             {{"a", std::string("x")}, {"b", std::int64_t{1}}, {"a", std::string("y")}},
                             {{"a", std::string("\xff")}},
                             {{"d", 1.5}},
                             {{"l", std::vector<std::int64_t>{1, 2}}}};
  for (int i = 0; i < 3; ++i) {
    for (const Attributes& set : sets) counter.Add(1, set);
  }
  std::vector<double> values;
  for (const Point& point : Find("t.again").points) values.push_back(point.value);
  EXPECT_THAT(values, ::testing::UnorderedElementsAre(9, 3, 3, 3, 3));
}

TEST(InstrumentsTest, ABoundPointIsThatOfItsAttributes) {
  Instrument* const instrument = Instruments::Get().Make(Kind::kHistogram, "t.bound", {}, {1});
  const Attributes attributes = {{"b", std::string("x")}, {"a", std::string("y")}};
  const Instrument::Bound bound = instrument->Bind(attributes);
  EXPECT_TRUE(Find("t.bound").name.empty());  // nothing was recorded yet
  instrument->Record(3, bound, {1, 2, 3, injected::Context::kSampled});
  instrument->Record(5, bound, {});
  instrument->Record(std::nan(""), bound, {});
  instrument->Record(7, {{"a", std::string("y")}, {"b", std::string("x")}});
  EXPECT_EQ(instrument->Bind(attributes), bound);
  const Metric metric = Find("t.bound");
  ASSERT_EQ(metric.points.size(), 1u);
  EXPECT_EQ(metric.points[0].sum, 15);
  EXPECT_EQ(metric.points[0].exemplars.at(1).span_id, SpanId{3});
}

TEST(InstrumentsTest, InAForkedChildABoundPointBeginsAnew) {
  Instrument* const instrument = Instruments::Get().Make(Kind::kCounter, "t.anew", {});
  const Instrument::Bound bound = instrument->Bind({{"a", std::string("x")}});
  instrument->Record(3, bound, {});
  instrument->Record(1, {{"a", std::string("other")}});
  instrument->Lock();
  instrument->StartAnew();
  instrument->Unlock();
  EXPECT_TRUE(Find("t.anew").name.empty());
  instrument->Record(4, bound, {});
  instrument->Record(2, {{"a", std::string("other")}});
  const Metric metric = Find("t.anew");
  ASSERT_EQ(metric.points.size(), 2u);
  EXPECT_EQ(metric.points[0].value, 2);
  EXPECT_EQ(metric.points[1].value, 4);
  EXPECT_EQ(metric.points[1].attributes.at(0).key, "a");
}

TEST(InstrumentsTest, ADeltaIsWhatCameSinceTheOneBefore) {
  Instruments::CountDeltas(true);
  const Counter counter("d.counter");
  const UpDownCounter depth("d.depth");
  const Histogram histogram("d.histogram", {}, {10});
  const ExponentialHistogram exponential("d.exponential", {}, 4);
  const ObservableGauge gauge("d.gauge", [](const ObservableGauge::Report& report) { report(7, {}); });
  const Attributes attributes = {{"a", std::string("x")}};
  const auto record = [&](double value) {
    counter.Add(value, attributes);
    depth.Add(value);
    histogram.Record(value);
    exponential.Record(value);
  };
  const auto deltas = [] {
    std::map<std::string, Metric> metrics;
    for (Metric& metric : Instruments::Get().Read(true)) {
      if (metric.name.substr(0, 2) == "d.") metrics[metric.name] = std::move(metric);
    }
    return metrics;
  };
  record(1);
  record(100);
  auto first = deltas();
  ASSERT_EQ(first.size(), 5u);
  EXPECT_TRUE(first["d.counter"].delta);
  EXPECT_FALSE(first["d.depth"].delta);
  EXPECT_FALSE(first["d.gauge"].delta);
  EXPECT_EQ(first["d.counter"].points.at(0).value, 101);
  EXPECT_EQ(first["d.counter"].points.at(0).attributes.at(0).key, "a");
  EXPECT_THAT(first["d.histogram"].points.at(0).bucket_counts, ElementsAre(1, 1));

  record(3);
  auto second = deltas();
  EXPECT_EQ(second["d.counter"].points.at(0).value, 3);
  EXPECT_EQ(second["d.counter"].points.at(0).attributes.at(0).key, "a");
  EXPECT_EQ(second["d.counter"].points.at(0).start_unix_nano, first["d.counter"].points.at(0).time_unix_nano);
  EXPECT_EQ(second["d.depth"].points.at(0).value, 104);
  EXPECT_EQ(second["d.depth"].points.at(0).start_unix_nano, first["d.depth"].points.at(0).start_unix_nano);
  EXPECT_EQ(second["d.histogram"].points.at(0).count, 1u);
  EXPECT_EQ(second["d.histogram"].points.at(0).min, 3);
  EXPECT_EQ(second["d.histogram"].points.at(0).max, 3);
  EXPECT_EQ(second["d.exponential"].points.at(0).scale, 20) << "as fine as what came since then allows";
  EXPECT_THAT(second["d.exponential"].points.at(0).positive.counts, ElementsAre(1));

  auto third = deltas();
  EXPECT_EQ(third.count("d.counter"), 0u) << "nothing came";
  EXPECT_EQ(third["d.depth"].points.at(0).value, 104);
  EXPECT_EQ(third["d.gauge"].points.at(0).value, 7);
  EXPECT_EQ(Find("d.counter").points.at(0).value, 104) << "the sum is there beside it";
  Instruments::CountDeltas(false);
}

TEST(InstrumentsTest, ExplicitBoundsAreInclusiveAbove) {
  const Histogram histogram("t.histogram", {"ms"}, {10, 1, 10, 5});
  for (const double value : {0.5, 1.0, 1.1, 5.0, 10.0, 11.0}) histogram.Record(value);
  const Metric metric = Find("t.histogram");
  EXPECT_THAT(metric.bounds, ElementsAre(1, 5, 10));
  const Point& point = metric.points.at(0);
  EXPECT_THAT(point.bucket_counts, ElementsAre(2, 2, 1, 1));
  EXPECT_EQ(point.count, 6u);
  EXPECT_DOUBLE_EQ(point.sum, 28.6);
  EXPECT_EQ(point.min, 0.5);
  EXPECT_EQ(point.max, 11);
}

TEST(InstrumentsTest, AnExponentialHistogram) {
  const ExponentialHistogram histogram("t.exponential", {}, 4);
  for (const double value : {1.0, 2.0, 4.0, 8.0, 16.0, 0.0, -3.0}) histogram.Record(value);
  const Point point = Find("t.exponential").points.at(0);
  EXPECT_EQ(point.count, 7u);
  EXPECT_EQ(point.scale, -1);
  EXPECT_EQ(point.zero_count, 1u);
  EXPECT_THAT(point.positive.counts, ElementsAre(1, 2, 2));
  EXPECT_THAT(point.negative.counts, ElementsAre(1));
}

TEST(InstrumentsTest, AGaugeIsAskedWhenItIsRead) {
  double now = 1;
  {
    const ObservableGauge gauge("t.gauge", [&](const ObservableGauge::Report& report) {
      report(now, {{"which", std::string("a")}});
      report(-now, {{"which", std::string("b")}});
    });
    EXPECT_EQ(Find("t.gauge").points.at(0).value, 1);
    now = 2;
    EXPECT_EQ(Find("t.gauge").points.at(1).value, -2);
  }
  EXPECT_TRUE(Find("t.gauge").name.empty());  // gone, and so are its points
}

TEST(InstrumentsTest, AGaugeThatThrowsSaysNothing) {
  const ObservableGauge bad("t.throws", [](const ObservableGauge::Report& report) {
    report(1, {});
    throw std::runtime_error("no");
  });
  EXPECT_TRUE(Find("t.throws").name.empty());
}

TEST(InstrumentsTest, MadeTwiceItIsOneAndAsAnotherKindItIsNone) {
  Counter("t.twice").Add(1);
  Counter("t.twice").Add(1);
  Histogram("t.twice").Record(100);
  const Metric metric = Find("t.twice");
  EXPECT_EQ(metric.kind, Kind::kCounter);
  EXPECT_EQ(metric.points.at(0).value, 2);
}

TEST(InstrumentsTest, TooManyPointsAreOne) {
  const Counter counter("t.many");
  for (int i = 0; i < 3'000; ++i) counter.Add(1, {{"id", std::int64_t{i}}});
  const Metric metric = Find("t.many");
  EXPECT_EQ(metric.points.size(), kMostPoints);
  double sum = 0;
  double overflow = 0;
  for (const Point& point : metric.points) {
    sum += point.value;
    if (FindAttribute(point.attributes, "otel.metric.overflow") != nullptr) overflow = point.value;
  }
  EXPECT_EQ(sum, 3'000);
  EXPECT_EQ(overflow, 3'000 - (kMostPoints - 1));
}

TEST(InstrumentsTest, ExemplarsAreOfSampledSpansOnly) {
  const Histogram histogram("t.exemplars", {}, {1, 2});
  histogram.Record(0.5);
  {
    const injected::Attached unsampled({1, 2, 3, 0});
    histogram.Record(0.6);
  }
  {
    const injected::Attached sampled({0xaa, 0xbb, 0xcc, injected::Context::kSampled});
    histogram.Record(1.5);
    histogram.Record(1.6);
  }
  const Point point = Find("t.exemplars").points.at(0);
  ASSERT_EQ(point.exemplars.size(), 2u);
  EXPECT_FALSE(point.exemplars[0].span_id);
  EXPECT_EQ(point.exemplars[1].value, 1.6);
  EXPECT_EQ(point.exemplars[1].trace_id.Hex(), "00000000000000aa00000000000000bb");
  EXPECT_EQ(point.exemplars[1].span_id.Hex(), "00000000000000cc");
}

TEST(InstrumentsTest, NothingIsLostBetweenThreads) {
  const Counter counter("t.threads");
  const ExponentialHistogram histogram("t.threads.histogram");
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&, i] {
      for (int n = 0; n < 2'000; ++n) {
        counter.Add(1, {{"thread", std::int64_t{i % 2}}});
        histogram.Record(n);
        if (n % 500 == 0) Instruments::Get().Read();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  const Metric metric = Find("t.threads");
  ASSERT_EQ(metric.points.size(), 2u);
  EXPECT_EQ(metric.points[0].value, 4'000);
  EXPECT_EQ(metric.points[1].value, 4'000);
  EXPECT_EQ(Find("t.threads.histogram").points.at(0).count, 8'000u);
}

}  // namespace
}  // namespace spansmith::metrics
