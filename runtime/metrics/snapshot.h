// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What instruments hold at a moment: plain data, for the encoders. Cumulative: since `start_unix_nano`. Field names are
// those of opentelemetry/proto/metrics/v1/metrics.proto.
#ifndef SPANSMITH_METRICS_SNAPSHOT_H_
#define SPANSMITH_METRICS_SNAPSHOT_H_

#include <spansmith/span_data.h>

#include <cstdint>
#include <string>
#include <vector>

namespace spansmith::metrics {

struct Exemplar {
  double value = 0;
  std::uint64_t time_unix_nano = 0;
  TraceId trace_id;
  SpanId span_id;
};

// Of an exponential histogram, on one side of 0: bucket i holds counts[i] values in (base^(offset+i),
// base^(offset+i+1)].
struct Buckets {
  std::int32_t offset = 0;
  std::vector<std::uint64_t> counts;
};

struct Point {
  Attributes attributes;  // in the order of their keys
  std::uint64_t start_unix_nano = 0;
  std::uint64_t time_unix_nano = 0;
  double value = 0;  // of a counter or gauge
  // Of a histogram.
  std::uint64_t count = 0;
  double sum = 0;
  double min = 0;
  double max = 0;
  std::vector<std::uint64_t> bucket_counts;  // one more than there are bounds
  std::int32_t scale = 0;
  std::uint64_t zero_count = 0;
  Buckets positive;
  Buckets negative;
  std::vector<Exemplar> exemplars;
};

enum class Kind { kCounter, kUpDownCounter, kGauge, kHistogram, kExponentialHistogram };

struct Metric {
  Kind kind = Kind::kCounter;
  std::string name;
  std::string unit;
  std::string description;
  std::string scope;
  std::vector<double> bounds;
  std::vector<Point> points;
  bool delta = false;  // of each point's time only: since `start_unix_nano`, which is when it was read before
};

}  // namespace spansmith::metrics

#endif  // SPANSMITH_METRICS_SNAPSHOT_H_
