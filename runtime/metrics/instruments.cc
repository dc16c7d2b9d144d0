// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See instruments.h.
#include "metrics/instruments.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <exception>
#include <functional>
#include <iterator>
#include <utility>
#include <variant>

#include "drain/utf8.h"
#include "metrics/metric_reporter.h"
#include "notice/notice.h"

namespace spansmith {
namespace metrics {
namespace {

constinit std::atomic<bool> count_deltas{false};

std::uint64_t UnixNanos() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count());
}

struct AddToKey {
  std::string& key;
  void operator()(const std::string& value) const { key.append(value).push_back('\0'); }
  void operator()(bool value) const { key += value ? '1' : '0'; }
  void operator()(std::int64_t value) const { key.append(std::to_string(value)).push_back('\0'); }
  void operator()(double value) const { key.append(reinterpret_cast<const char*>(&value), sizeof value); }
  template <typename T>
  void operator()(const std::vector<T>& values) const {
    for (const T& value : values) (*this)(value);
  }
};

// Attributes in another order are the same; values of another type are not.
std::string KeyOf(const Attributes& sorted) {
  std::string key;
  for (const Attribute& attribute : sorted) {
    key.append(attribute.key).push_back('\0');
    key += static_cast<char>('0' + attribute.value.index());
    std::visit(AddToKey{key}, attribute.value);
    key.push_back('\0');
  }
  return key;
}

// Attributes that come as they came before are known by a hash; those of numbers with a point or of arrays, which are
// rare, are not.
struct HashInto {
  std::size_t& hash;
  void Mix(std::size_t more) const { hash = (hash ^ more) * 0x9e3779b97f4a7c15u; }
  bool operator()(const std::string& value) const {
    Mix(std::hash<std::string_view>()(value));
    return true;
  }
  bool operator()(bool value) const {
    Mix(value ? 1 : 2);
    return true;
  }
  bool operator()(std::int64_t value) const {
    Mix(static_cast<std::size_t>(value));
    return true;
  }
  template <typename T>
  bool operator()(const T&) const {
    return false;
  }
};

std::optional<std::size_t> HashOf(const Attributes& attributes) {
  std::size_t hash = attributes.size();
  const HashInto into{hash};
  for (const Attribute& attribute : attributes) {
    into.Mix(std::hash<std::string_view>()(attribute.key));
    if (!std::visit(into, attribute.value)) return std::nullopt;
  }
  return hash;
}

bool Same(const Attributes& a, const Attributes& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Attribute& x, const Attribute& y) { return x.key == y.key && x.value == y.value; });
}

Attributes Sorted(const Attributes& attributes) {
  Attributes sorted = attributes;
  for (Attribute& attribute : sorted) {
    attribute.key = drain::ValidUtf8(attribute.key);
    drain::MakeValidUtf8(attribute.value);
  }
  // By insertion: they are few, equal keys keep their order, and libstdc++ 12's stable_sort warns under clang++.
  const auto before = [](const Attribute& a, const Attribute& b) { return a.key < b.key; };
  for (auto at = sorted.begin(); at != sorted.end(); ++at) {
    std::rotate(std::upper_bound(sorted.begin(), at, *at, before), at, std::next(at));
  }
  const auto same = [](const auto& a, const auto& b) { return a.key == b.key; };
  sorted.erase(std::unique(sorted.begin(), sorted.end(), same), sorted.end());  // the first of a key stays
  return sorted;
}

std::vector<double> Bounds(std::vector<double> bounds) {
  bounds.erase(std::remove_if(bounds.begin(), bounds.end(), [](double bound) { return !std::isfinite(bound); }),
               bounds.end());
  std::sort(bounds.begin(), bounds.end());
  bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
  return bounds;
}

// Specification, metrics/sdk.md, "Exemplar defaults": filter TraceBased; a histogram with bounds keeps the newest of
// each bucket, others so many of all.
void Keep(Point& point, std::size_t bucket, double value, const injected::Context& context) {
  if (context.span_id == 0 || (context.flags & injected::Context::kSampled) == 0) return;
  std::vector<Exemplar>& kept = point.exemplars;
  if (kept.size() <= bucket) kept.resize(bucket + 1);
  kept[bucket] = {value, UnixNanos(), {context.trace_id_high, context.trace_id_low}, {context.span_id}};
}

}  // namespace

Instrument::Instrument(Kind kind, std::string name, const MetricOptions& options, std::vector<double> bounds,
                       int max_size)
    : kind_(kind),
      name_(std::move(name)),
      options_{drain::ValidUtf8(options.unit), drain::ValidUtf8(options.description), drain::ValidUtf8(options.scope)},
      bounds_(Bounds(std::move(bounds))),
      max_size_(std::clamp(max_size, 2, 1'000)) {}

Instrument::State& Instrument::StateOf(const Attributes& attributes) {
  if (kind_ == Kind::kGauge) return Make(attributes);  // its points go
  const std::optional<std::size_t> hash = HashOf(attributes);
  if (!hash) return Make(attributes);
  const auto [first, last] = seen_.equal_range(*hash);
  for (auto seen = first; seen != last; ++seen) {
    if (Same(seen->second.attributes, attributes)) return *seen->second.state;
  }
  State& state = Make(attributes);
  if (seen_.size() < kMostSeen) seen_.emplace(*hash, Seen{attributes, &state});
  return state;
}

Instrument::State& Instrument::Make(const Attributes& attributes) {
  Attributes sorted = Sorted(attributes);
  std::string key = KeyOf(sorted);
  auto found = points_.find(key);
  if (found != points_.end()) return found->second;
  if (points_.size() >= kMostPoints - 1) {
    sorted = {{"otel.metric.overflow", true}};
    key = KeyOf(sorted);
    found = points_.find(key);
    if (found != points_.end()) return found->second;
  }
  State& state = points_[std::move(key)];
  Begin(state.all);
  Begin(state.since);
  state.all.point.attributes = std::move(sorted);
  return state;
}

void Instrument::Begin(Tally& tally) const {
  tally.point = {};
  tally.exponential.reset();
  tally.recorded = false;
  tally.point.start_unix_nano = UnixNanos();
  if (kind_ == Kind::kHistogram) tally.point.bucket_counts.resize(bounds_.size() + 1);
  if (kind_ == Kind::kExponentialHistogram) tally.exponential.emplace(max_size_);
}

// Specification, metrics/sdk_exporters/otlp.md: Delta and LowMemory are the same of the kinds that there are here; what
// goes up and down stays a sum, for nobody wants its differences.
bool Instrument::HasDeltas() const { return kind_ != Kind::kUpDownCounter && kind_ != Kind::kGauge; }

void Instrument::Record(double value, const Attributes& attributes) {
  if (!std::isfinite(value) || (kind_ == Kind::kCounter && value < 0)) return;
  MetricReporter::Get().Ready();
  const std::lock_guard lock(mutex_);
  RecordLocked(value, attributes);
}

Instrument::Bound Instrument::Bind(const Attributes& attributes) {
  const std::lock_guard lock(mutex_);
  State& state = StateOf(attributes);
  state.bound = true;
  return &state;
}

void Instrument::Record(double value, Bound bound, const injected::Context& context) {
  if (!std::isfinite(value) || (kind_ == Kind::kCounter && value < 0)) return;
  MetricReporter::Get().Ready();
  const std::lock_guard lock(mutex_);
  RecordTo(*bound, value, context);
}

void Instrument::RecordLocked(double value, const Attributes& attributes) {
  RecordTo(StateOf(attributes), value, injected::CurrentContext());
}

void Instrument::RecordTo(State& state, double value, const injected::Context& context) {
  AddTo(state.all, value, context);
  if (count_deltas.load(std::memory_order_relaxed) && HasDeltas()) AddTo(state.since, value, context);
}

void Instrument::AddTo(Tally& tally, double value, const injected::Context& context) const {
  Point& point = tally.point;
  tally.recorded = true;
  switch (kind_) {
    case Kind::kCounter:
    case Kind::kUpDownCounter:
      point.value += value;
      Keep(point, 0, value, context);
      return;
    case Kind::kGauge:
      point.value = value;
      return;
    case Kind::kHistogram: {
      const auto bucket =
          static_cast<std::size_t>(std::lower_bound(bounds_.begin(), bounds_.end(), value) - bounds_.begin());
      ++point.bucket_counts[bucket];
      Keep(point, bucket, value, context);
      break;
    }
    case Kind::kExponentialHistogram:
      tally.exponential->Add(value);
      Keep(point, point.count % kExemplarsOfExponential, value, context);
      break;
  }
  point.min = point.count == 0 ? value : std::min(point.min, value);
  point.max = point.count == 0 ? value : std::max(point.max, value);
  ++point.count;
  point.sum += value;
}

unsigned long long Instrument::AddCallback(ObservableGauge::Observe observe) {
  MetricReporter::Get().Ready();
  const std::lock_guard lock(callbacks_mutex_);
  callbacks_[++last_callback_] = std::move(observe);
  return last_callback_;
}

void Instrument::RemoveCallback(unsigned long long number) {
  const std::lock_guard lock(callbacks_mutex_);
  callbacks_.erase(number);
}

Metric Instrument::Read(bool as_deltas) {
  Metric metric{kind_, name_, options_.unit, options_.description, options_.scope, bounds_, {}};
  metric.delta = as_deltas && HasDeltas();
  if (kind_ == Kind::kGauge) {
    const std::lock_guard callbacks(callbacks_mutex_);
    std::vector<std::pair<double, Attributes>> reported;
    for (const auto& [number, observe] : callbacks_) {
      const std::size_t before = reported.size();
      try {
        observe([&](double value, const Attributes& attributes) {
          if (std::isfinite(value)) reported.emplace_back(value, attributes);
        });
      } catch (const std::exception& error) {
        reported.resize(before);
        notice::SayOnce("the gauge '" + name_ + "' could not be observed: " + error.what());
      }
    }
    const std::lock_guard lock(mutex_);
    points_.clear();  // a gauge is what it is now
    for (const auto& [value, attributes] : reported) RecordLocked(value, attributes);
  }
  const std::uint64_t now = UnixNanos();
  const std::lock_guard lock(mutex_);
  for (auto& [key, state] : points_) {
    Tally& tally = metric.delta ? state.since : state.all;
    if (!tally.recorded) continue;
    Point point = tally.point;
    point.time_unix_nano = now;
    if (tally.exponential) {
      point.scale = tally.exponential->scale();
      point.zero_count = tally.exponential->zero_count();
      point.positive = tally.exponential->positive();
      point.negative = tally.exponential->negative();
    }
    if (metric.delta) {
      point.attributes = state.all.point.attributes;
      Begin(tally);
      tally.point.start_unix_nano = now;
    }
    metric.points.push_back(std::move(point));
  }
  std::sort(metric.points.begin(), metric.points.end(),
            [](const Point& a, const Point& b) { return KeyOf(a.attributes) < KeyOf(b.attributes); });
  return metric;
}

void Instrument::StartAnew() {
  seen_.clear();
  for (auto each = points_.begin(); each != points_.end();) {
    State& state = each->second;
    if (!state.bound) {
      each = points_.erase(each);
      continue;
    }
    Attributes attributes = std::move(state.all.point.attributes);
    Begin(state.all);
    Begin(state.since);
    state.all.point.attributes = std::move(attributes);
    ++each;
  }
}

Instruments& Instruments::Get() {
  static auto* const instruments = new Instruments;
  return *instruments;
}

Instrument* Instruments::Make(Kind kind, std::string_view name, const MetricOptions& options,
                              std::vector<double> bounds, int max_size) {
  std::string valid = drain::ValidUtf8(name);
  const std::lock_guard lock(mutex_);
  auto& known = instruments_[{valid, options.scope}];
  if (known == nullptr) {
    known = std::make_unique<Instrument>(kind, std::move(valid), options, std::move(bounds), max_size);
  } else if (known->kind() != kind) {
    notice::SayOnce("the metric '" + valid + "' is made as two kinds of instrument; the second records nothing");
    nowhere_.push_back(std::make_unique<Instrument>(kind, std::move(valid), options, std::move(bounds), max_size));
    return nowhere_.back().get();
  }
  return known.get();
}

void Instruments::CountDeltas(bool wanted) noexcept { count_deltas.store(wanted, std::memory_order_relaxed); }

std::vector<Metric> Instruments::Read(bool as_deltas) {
  std::vector<Instrument*> all;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [name, instrument] : instruments_) all.push_back(instrument.get());
  }
  std::vector<Metric> metrics;
  for (Instrument* instrument : all) {
    Metric metric = instrument->Read(as_deltas);
    if (!metric.points.empty()) metrics.push_back(std::move(metric));
  }
  return metrics;
}

void Instruments::HoldForFork() {
  mutex_.lock();
  for (const auto& [name, instrument] : instruments_) instrument->Lock();
}

void Instruments::ReleaseAfterFork(bool child) {
  for (const auto& [name, instrument] : instruments_) {
    if (child) instrument->StartAnew();
    instrument->Unlock();
  }
  mutex_.unlock();
}

template <typename Action>
void Quietly(Action&& action) noexcept try {
  action();
} catch (const std::exception&) {
  // No memory for a new point: it is not recorded.
}

}  // namespace metrics

using metrics::Instruments;
using metrics::Kind;
using metrics::Quietly;

Counter::Counter(std::string_view name, const MetricOptions& options)
    : instrument_(Instruments::Get().Make(Kind::kCounter, name, options)) {}
void Counter::Add(double by, const Attributes& attributes) const noexcept {
  Quietly([&] { instrument_->Record(by, attributes); });
}

UpDownCounter::UpDownCounter(std::string_view name, const MetricOptions& options)
    : instrument_(Instruments::Get().Make(Kind::kUpDownCounter, name, options)) {}
void UpDownCounter::Add(double by, const Attributes& attributes) const noexcept {
  Quietly([&] { instrument_->Record(by, attributes); });
}

Histogram::Histogram(std::string_view name, const MetricOptions& options, std::vector<double> bounds)
    : instrument_(Instruments::Get().Make(Kind::kHistogram, name, options, std::move(bounds))) {}
void Histogram::Record(double value, const Attributes& attributes) const noexcept {
  Quietly([&] { instrument_->Record(value, attributes); });
}

ExponentialHistogram::ExponentialHistogram(std::string_view name, const MetricOptions& options, int max_size)
    : instrument_(Instruments::Get().Make(Kind::kExponentialHistogram, name, options, {}, max_size)) {}
void ExponentialHistogram::Record(double value, const Attributes& attributes) const noexcept {
  Quietly([&] { instrument_->Record(value, attributes); });
}

ObservableGauge::ObservableGauge(std::string_view name, Observe observe, const MetricOptions& options)
    : instrument_(Instruments::Get().Make(Kind::kGauge, name, options)),
      callback_(instrument_->AddCallback(std::move(observe))) {}
ObservableGauge::~ObservableGauge() { instrument_->RemoveCallback(callback_); }

}  // namespace spansmith
