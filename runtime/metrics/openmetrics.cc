// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See openmetrics.h. Names: OpenTelemetry specification, compatibility/prometheus_and_openmetrics.md.
#include "metrics/openmetrics.h"

#include <cctype>
#include <cstdio>
#include <exception>
#include <limits>
#include <utility>
#include <variant>
#include <vector>

#include "metrics/exponential.h"
#include "metrics/instruments.h"

namespace spansmith {
namespace metrics {
namespace {

// [a-zA-Z0-9_], not beginning with a digit; what else there is becomes one underscore.
std::string Legal(std::string_view text) {
  std::string legal;
  for (const char c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      if (legal.empty() && c >= '0' && c <= '9') legal += '_';
      legal += c;
    } else if (legal.empty() || legal.back() != '_') {
      legal += '_';
    }
  }
  return legal;
}

std::string UnitName(const Metric& metric) {
  constexpr std::pair<std::string_view, const char*> kUnits[] = {
      {"d", "days"},          {"h", "hours"},         {"min", "minutes"},    {"s", "seconds"},
      {"ms", "milliseconds"}, {"us", "microseconds"}, {"ns", "nanoseconds"}, {"By", "bytes"},
      {"KiBy", "kibibytes"},  {"MiBy", "mebibytes"},  {"GiBy", "gibibytes"}, {"%", "percent"},
  };
  for (const auto& [unit, name] : kUnits) {
    if (metric.unit == unit) return name;
  }
  if (metric.unit == "1") return metric.kind == Kind::kGauge ? "ratio" : "";
  return metric.unit.find('{') != std::string::npos ? "" : Legal(metric.unit);
}

bool EndsWith(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

std::string NumberText(double value) {
  char text[40];
  std::snprintf(text, sizeof text, "%.15g", value);
  return text;
}

void AppendEscaped(std::string& to, std::string_view text, bool quotes) {
  for (const char c : text) {
    if (c == '\\' || (quotes && c == '"')) to += '\\';
    if (c == '\n') {
      to += "\\n";
    } else {
      to += c;
    }
  }
}

struct ToText {
  std::string operator()(const std::string& value) const { return value; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return NumberText(value); }
  template <typename T>
  std::string operator()(const std::vector<T>& values) const {
    std::string text = "[";
    for (const T& value : values) text.append(text.size() == 1 ? "" : ",").append((*this)(value));
    return text + ']';
  }
};

std::string ValueText(const AttributeValue& value) { return std::visit(ToText{}, value); }

const char* TypeOf(Kind kind) {
  switch (kind) {
    case Kind::kCounter:
      return "counter";
    case Kind::kUpDownCounter:
    case Kind::kGauge:
      return "gauge";
    case Kind::kHistogram:
    case Kind::kExponentialHistogram:
      break;
  }
  return "histogram";
}

class Page {
 public:
  explicit Page(bool open) : open_(open) {}

  void Add(const Metric& metric) {
    family_ = FamilyName(metric);
    const bool counter = metric.kind == Kind::kCounter;
    // A family of OpenMetrics is named without the suffix of its samples, one of the older format with it.
    const std::string shown = counter && !open_ ? family_ + "_total" : family_;
    text_ += "# TYPE " + shown + ' ' + TypeOf(metric.kind) + '\n';
    if (open_ && EndsWith(family_, "_" + UnitName(metric)) && !UnitName(metric).empty()) {
      text_ += "# UNIT " + shown + ' ' + UnitName(metric) + '\n';
    }
    if (!metric.description.empty()) {
      text_ += "# HELP " + shown + ' ';
      AppendEscaped(text_, metric.description, open_);
      text_ += '\n';
    }
    for (const Point& point : metric.points) {
      if (metric.kind == Kind::kHistogram) {
        AddHistogram(point, metric.bounds);
      } else if (metric.kind == Kind::kExponentialHistogram) {
        AddExponential(point);
      } else {
        Sample(counter ? "_total" : "", point, "", point.value,
               counter && !point.exemplars.empty() ? &point.exemplars[0] : nullptr);
      }
    }
  }
  std::string Take() { return std::move(text_); }

 private:
  void Sample(const char* suffix, const Point& point, const std::string& le, double value, const Exemplar* exemplar) {
    text_ += family_ + suffix;
    char before = '{';
    const auto label = [&](const std::string& key, const std::string& of) {
      text_ += before + key + "=\"";
      AppendEscaped(text_, of, true);
      text_ += '"';
      before = ',';
    };
    for (const Attribute& attribute : point.attributes) label(Legal(attribute.key), ValueText(attribute.value));
    if (!le.empty()) label("le", le);
    if (before == ',') text_ += '}';
    text_ += ' ' + NumberText(value);
    if (open_ && exemplar != nullptr && exemplar->span_id) {
      char time[40];
      std::snprintf(time, sizeof time, " %llu.%03llu",
                    static_cast<unsigned long long>(exemplar->time_unix_nano / 1'000'000'000),
                    static_cast<unsigned long long>(exemplar->time_unix_nano / 1'000'000 % 1'000));
      text_ += " # {trace_id=\"" + exemplar->trace_id.Hex() + "\",span_id=\"" + exemplar->span_id.Hex() + "\"} " +
               NumberText(exemplar->value) + time;
    }
    text_ += '\n';
  }

  void Rest(const Point& point, std::uint64_t below, const Exemplar* exemplar) {
    Sample("_bucket", point, "+Inf", static_cast<double>(below), exemplar);
    Sample("_sum", point, "", point.sum, nullptr);
    Sample("_count", point, "", static_cast<double>(point.count), nullptr);
  }

  void AddHistogram(const Point& point, const std::vector<double>& bounds) {
    std::uint64_t below = 0;
    const auto exemplar = [&](std::size_t i) { return i < point.exemplars.size() ? &point.exemplars[i] : nullptr; };
    for (std::size_t i = 0; i < bounds.size(); ++i) {
      below += point.bucket_counts[i];
      Sample("_bucket", point, NumberText(bounds[i]), static_cast<double>(below), exemplar(i));
    }
    Rest(point, below + point.bucket_counts[bounds.size()], exemplar(bounds.size()));
  }

  void AddExponential(const Point& point) {
    std::uint64_t below = 0;
    double lower = -kHuge;
    const auto bucket = [&](double upper, std::uint64_t count) {
      if (count == 0) return;
      below += count;
      const Exemplar* found = nullptr;
      for (const Exemplar& exemplar : point.exemplars) {
        if (exemplar.span_id && exemplar.value > lower && exemplar.value <= upper) found = &exemplar;
      }
      Sample("_bucket", point, NumberText(upper), static_cast<double>(below), found);
      lower = upper;
    };
    const Buckets& negative = point.negative;
    for (std::size_t i = negative.counts.size(); i-- > 0;) {
      bucket(-UpperBound(negative.offset + static_cast<std::int32_t>(i) - 1, point.scale), negative.counts[i]);
    }
    bucket(0, point.zero_count);
    const Buckets& positive = point.positive;
    for (std::size_t i = 0; i < positive.counts.size(); ++i) {
      bucket(UpperBound(positive.offset + static_cast<std::int32_t>(i), point.scale), positive.counts[i]);
    }
    Rest(point, below, nullptr);
  }

  static constexpr double kHuge = std::numeric_limits<double>::infinity();
  const bool open_;
  std::string family_;
  std::string text_;
};

}  // namespace

std::string FamilyName(const Metric& metric) {
  std::string name = Legal(metric.name);
  if (const std::string unit = UnitName(metric); !unit.empty() && !EndsWith(name, "_" + unit)) name += '_' + unit;
  if (metric.kind == Kind::kCounter && EndsWith(name, "_total")) name.resize(name.size() - 6);
  return name;
}

std::string TextOf(std::span<const Metric> metrics, MetricsFormat format) {
  Page page(format == MetricsFormat::kOpenMetrics);
  for (const Metric& metric : metrics) page.Add(metric);
  return page.Take();
}

}  // namespace metrics

MetricsFormat MetricsFormatOf(std::string_view accept) noexcept {
  return accept.find("application/openmetrics-text") == std::string_view::npos ? MetricsFormat::kPrometheus
                                                                               : MetricsFormat::kOpenMetrics;
}

const char* ContentTypeOf(MetricsFormat format) noexcept {
  return format == MetricsFormat::kOpenMetrics ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
                                               : "text/plain; version=0.0.4; charset=utf-8";
}

std::string MetricsText(MetricsFormat format, bool end) noexcept try {
  std::string text = metrics::TextOf(metrics::Instruments::Get().Read(), format);
  if (end && format == MetricsFormat::kOpenMetrics) text += "# EOF\n";
  return text;
} catch (const std::exception&) {
  return {};
}

}  // namespace spansmith
