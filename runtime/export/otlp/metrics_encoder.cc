// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Field numbers are those of opentelemetry/proto/metrics/v1/metrics.proto.
#include "export/otlp/metrics_encoder.h"

#include <algorithm>
#include <protozero/pbf_writer.hpp>
#include <vector>

#include "export/otlp/parts.h"

namespace spansmith::exporter {
namespace {

using metrics::Exemplar;
using metrics::Kind;
using metrics::Metric;
using metrics::Point;
using protozero::pbf_writer;

// AggregationTemporality
constexpr int kDelta = 1;
constexpr int kCumulative = 2;

void AddExemplars(pbf_writer& parent, protozero::pbf_tag_type field, const Point& point) {
  for (const Exemplar& exemplar : point.exemplars) {
    if (!exemplar.span_id) continue;  // a bucket without one
    pbf_writer writer(parent, field);
    writer.add_fixed64(2, exemplar.time_unix_nano);
    writer.add_double(3, exemplar.value);
    writer.add_bytes(4, Bytes(exemplar.span_id));
    writer.add_bytes(5, Bytes(exemplar.trace_id));
  }
}

void AddNumber(pbf_writer& parent, const Point& point, bool is_gauge) {
  pbf_writer writer(parent, 1);
  if (!is_gauge) writer.add_fixed64(2, point.start_unix_nano);
  writer.add_fixed64(3, point.time_unix_nano);
  writer.add_double(4, point.value);
  AddExemplars(writer, 5, point);
  AddAttributes(writer, 7, point.attributes);
}

void AddHistogram(pbf_writer& parent, const Point& point, const std::vector<double>& bounds) {
  pbf_writer writer(parent, 1);
  writer.add_fixed64(2, point.start_unix_nano);
  writer.add_fixed64(3, point.time_unix_nano);
  writer.add_fixed64(4, point.count);
  writer.add_double(5, point.sum);
  writer.add_packed_fixed64(6, point.bucket_counts.begin(), point.bucket_counts.end());
  writer.add_packed_double(7, bounds.begin(), bounds.end());
  AddExemplars(writer, 8, point);
  AddAttributes(writer, 9, point.attributes);
  writer.add_double(11, point.min);
  writer.add_double(12, point.max);
}

void AddBuckets(pbf_writer& parent, protozero::pbf_tag_type field, const metrics::Buckets& buckets) {
  pbf_writer writer(parent, field);
  writer.add_sint32(1, buckets.offset);
  writer.add_packed_uint64(2, buckets.counts.begin(), buckets.counts.end());
}

void AddExponential(pbf_writer& parent, const Point& point) {
  pbf_writer writer(parent, 1);
  AddAttributes(writer, 1, point.attributes);
  writer.add_fixed64(2, point.start_unix_nano);
  writer.add_fixed64(3, point.time_unix_nano);
  writer.add_fixed64(4, point.count);
  writer.add_double(5, point.sum);
  writer.add_sint32(6, point.scale);
  writer.add_fixed64(7, point.zero_count);
  AddBuckets(writer, 8, point.positive);
  AddBuckets(writer, 9, point.negative);
  AddExemplars(writer, 11, point);
  writer.add_double(12, point.min);
  writer.add_double(13, point.max);
}

void AddMetric(pbf_writer& parent, const Metric& metric) {
  pbf_writer writer(parent, 2);
  writer.add_string(1, metric.name);
  if (!metric.description.empty()) writer.add_string(2, metric.description);
  if (!metric.unit.empty()) writer.add_string(3, metric.unit);
  const int temporality = metric.delta ? kDelta : kCumulative;
  switch (metric.kind) {
    case Kind::kGauge: {
      pbf_writer gauge(writer, 5);
      for (const Point& point : metric.points) AddNumber(gauge, point, true);
      return;
    }
    case Kind::kCounter:
    case Kind::kUpDownCounter: {
      pbf_writer sum(writer, 7);
      for (const Point& point : metric.points) AddNumber(sum, point, false);
      sum.add_enum(2, temporality);
      sum.add_bool(3, metric.kind == Kind::kCounter);
      return;
    }
    case Kind::kHistogram: {
      pbf_writer histogram(writer, 9);
      for (const Point& point : metric.points) AddHistogram(histogram, point, metric.bounds);
      histogram.add_enum(2, temporality);
      return;
    }
    case Kind::kExponentialHistogram: {
      pbf_writer histogram(writer, 10);
      for (const Point& point : metric.points) AddExponential(histogram, point);
      histogram.add_enum(2, temporality);
      return;
    }
  }
}

}  // namespace

std::string EncodeMetrics(std::span<const Metric> metrics, const Attributes& resource) {
  std::vector<std::string> scopes;  // in the order in which they first appear
  for (const Metric& metric : metrics) {
    if (std::find(scopes.begin(), scopes.end(), metric.scope) == scopes.end()) scopes.push_back(metric.scope);
  }
  std::string bytes;
  pbf_writer request(bytes);
  pbf_writer resource_metrics(request, 1);
  AddResource(resource_metrics, resource);
  for (const std::string& scope : scopes) {
    pbf_writer scope_metrics(resource_metrics, 2);
    AddScope(scope_metrics, {scope, ""});
    for (const Metric& metric : metrics) {
      if (metric.scope == scope) AddMetric(scope_metrics, metric);
    }
  }
  resource_metrics.commit();
  return bytes;
}

}  // namespace spansmith::exporter
