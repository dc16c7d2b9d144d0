// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See convert.h.
#include "convert.h"

#include <opentelemetry/trace/trace_state.h>
#include <spansmith/propagation.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <memory>
#include <variant>
#include <vector>

#include "drain/utf8.h"

namespace spansmith::otel {
namespace {

namespace common = opentelemetry::common;
namespace nostd = opentelemetry::nostd;
using injected::Context;

std::string Utf8(nostd::string_view text) { return drain::ValidUtf8(View(text)); }

struct ToOurs {
  AttributeValue operator()(bool value) const { return value; }
  AttributeValue operator()(double value) const { return value; }
  AttributeValue operator()(const char* value) const { return Utf8(value == nullptr ? "" : value); }
  AttributeValue operator()(nostd::string_view value) const { return Utf8(value); }
  AttributeValue operator()(std::int32_t value) const { return static_cast<std::int64_t>(value); }
  AttributeValue operator()(std::uint32_t value) const { return static_cast<std::int64_t>(value); }
  AttributeValue operator()(std::int64_t value) const { return value; }
  AttributeValue operator()(std::uint64_t value) const {
    if (value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
      return static_cast<std::int64_t>(value);
    }
    return std::to_string(value);
  }
  AttributeValue operator()(nostd::span<const bool> values) const {
    return std::vector<bool>(values.begin(), values.end());
  }
  AttributeValue operator()(nostd::span<const double> values) const {
    return std::vector<double>(values.begin(), values.end());
  }
  AttributeValue operator()(nostd::span<const nostd::string_view> values) const {
    std::vector<std::string> texts;
    for (const nostd::string_view text : values) texts.push_back(Utf8(text));
    return texts;
  }
  AttributeValue operator()(nostd::span<const std::uint64_t> values) const {
    const auto large = [](std::uint64_t value) { return value >> 63 != 0; };
    if (std::none_of(values.begin(), values.end(), large)) {
      return std::vector<std::int64_t>(values.begin(), values.end());
    }
    std::vector<std::string> texts;
    for (const std::uint64_t value : values) texts.push_back(std::to_string(value));
    return texts;
  }
  template <typename T>
  AttributeValue operator()(nostd::span<const T> values) const {
    return std::vector<std::int64_t>(values.begin(), values.end());
  }
};

struct UseAsTheirs {
  nostd::function_ref<void(const common::AttributeValue&)> use;

  void operator()(bool value) const { use(value); }
  void operator()(std::int64_t value) const { use(value); }
  void operator()(double value) const { use(value); }
  void operator()(const std::string& value) const { use(View(std::string_view(value))); }
  void operator()(const std::vector<bool>& values) const {
    const std::unique_ptr<bool[]> flags(new bool[values.size()]);
    std::copy(values.begin(), values.end(), flags.get());
    use(nostd::span<const bool>(flags.get(), values.size()));
  }
  void operator()(const std::vector<std::int64_t>& values) const { use(nostd::span<const std::int64_t>(values)); }
  void operator()(const std::vector<double>& values) const { use(nostd::span<const double>(values)); }
  void operator()(const std::vector<std::string>& values) const {
    const std::vector<nostd::string_view> texts(values.begin(), values.end());
    use(nostd::span<const nostd::string_view>(texts));
  }
};

class AttributesView : public common::KeyValueIterable {
 public:
  explicit AttributesView(const Attributes& attributes) : attributes_(attributes) {}
  bool ForEachKeyValue(
      nostd::function_ref<bool(nostd::string_view, common::AttributeValue)> callback) const noexcept override {
    for (const Attribute& attribute : attributes_) {
      bool more = true;
      WithApiValue(attribute.value,
                   [&](const common::AttributeValue& value) { more = callback(attribute.key, value); });
      if (!more) return false;
    }
    return true;
  }
  std::size_t size() const noexcept override { return attributes_.size(); }

 private:
  const Attributes& attributes_;
};

void BigEndian(std::uint64_t value, std::uint8_t* bytes) {
  for (int i = 7; i >= 0; --i, value >>= 8) bytes[i] = static_cast<std::uint8_t>(value & 0xff);
}

std::uint64_t FromBigEndian(const std::uint8_t* bytes) {
  std::uint64_t value = 0;
  for (int i = 0; i < 8; ++i) value = value << 8 | bytes[i];
  return value;
}

nostd::shared_ptr<api::TraceState> ToTraceState(const std::string& text) {
  return text.empty() ? api::TraceState::GetDefault() : api::TraceState::FromHeader(text);
}

api::SpanContext SpanContextOf(const TraceId& trace_id, const SpanId& span_id, unsigned flags, bool remote,
                               const std::string& trace_state) {
  return {ToApi(trace_id), ToApi(span_id), api::TraceFlags(static_cast<std::uint8_t>(flags)), remote,
          ToTraceState(trace_state)};
}

common::SystemTimestamp TimeOf(std::uint64_t unix_nanos) {
  return common::SystemTimestamp(std::chrono::nanoseconds(unix_nanos));
}

}  // namespace

AttributeValue ToValue(const common::AttributeValue& value) { return nostd::visit(ToOurs{}, value); }

void SetAttribute(Attributes& attributes, Attribute attribute) {
  for (Attribute& known : attributes) {
    if (known.key != attribute.key) continue;
    known.value = std::move(attribute.value);
    return;
  }
  attributes.push_back(std::move(attribute));
}

void SetAttribute(Attributes& attributes, std::string_view key, const common::AttributeValue& value) {
  SetAttribute(attributes, {drain::ValidUtf8(key), ToValue(value)});
}

Attributes ToAttributes(const common::KeyValueIterable& attributes) {
  Attributes result;
  attributes.ForEachKeyValue([&](nostd::string_view key, common::AttributeValue value) {
    SetAttribute(result, View(key), value);
    return true;
  });
  return result;
}

std::vector<Link> ToLinks(const api::SpanContextKeyValueIterable& links) {
  std::vector<Link> result;
  links.ForEachKeyValue([&](api::SpanContext target, const common::KeyValueIterable& attributes) {
    const Context context = FromSpanContext(target);
    Link link;
    link.trace_id = {context.trace_id_high, context.trace_id_low};
    link.span_id = {context.span_id};
    link.trace_flags = context.flags & 0xffu;
    link.trace_state = TracestateOf(context);
    link.attributes = ToAttributes(attributes);
    result.push_back(std::move(link));
    return true;
  });
  return result;
}

SpanKind ToKind(api::SpanKind kind) {
  switch (kind) {
    case api::SpanKind::kServer:
      return SpanKind::kServer;
    case api::SpanKind::kClient:
      return SpanKind::kClient;
    case api::SpanKind::kProducer:
      return SpanKind::kProducer;
    case api::SpanKind::kConsumer:
      return SpanKind::kConsumer;
    case api::SpanKind::kInternal:
      break;
  }
  return SpanKind::kInternal;
}

StatusCode ToStatus(api::StatusCode code) {
  return code == api::StatusCode::kOk      ? StatusCode::kOk
         : code == api::StatusCode::kError ? StatusCode::kError
                                           : StatusCode::kUnset;
}

api::TraceId ToApi(const TraceId& id) {
  std::uint8_t bytes[16];
  BigEndian(id.high, bytes);
  BigEndian(id.low, bytes + 8);
  return api::TraceId(bytes);
}

api::SpanId ToApi(const SpanId& id) {
  std::uint8_t bytes[8];
  BigEndian(id.value, bytes);
  return api::SpanId(bytes);
}

void WithApiValue(const AttributeValue& value, nostd::function_ref<void(const common::AttributeValue&)> use) {
  std::visit(UseAsTheirs{use}, value);
}

api::SpanContext ToSpanContext(const Context& context) {
  if (context.span_id == 0) return api::SpanContext::GetInvalid();
  return SpanContextOf({context.trace_id_high, context.trace_id_low}, {context.span_id}, context.flags & 0xffu,
                       (context.flags & Context::kRemote) != 0, TracestateOf(context));
}

Context FromSpanContext(const api::SpanContext& context) {
  if (!context.IsValid()) return {};
  Context result;
  result.trace_id_high = FromBigEndian(context.trace_id().Id().data());
  result.trace_id_low = FromBigEndian(context.trace_id().Id().data() + 8);
  result.span_id = FromBigEndian(context.span_id().Id().data());
  result.flags = context.trace_flags().flags() | (context.IsRemote() ? Context::kRemote : 0u);
  if (context.trace_state() != nullptr) result.trace_state = TracestateNumber(context.trace_state()->ToHeader());
  return result;
}

void Fill(opentelemetry::sdk::trace::Recordable& recordable, const SpanData& span) {
  recordable.SetIdentity(SpanContextOf(span.trace_id, span.span_id, span.trace_flags, false, span.trace_state),
                         ToApi(span.parent_span_id));
  recordable.SetTraceFlags(api::TraceFlags(static_cast<std::uint8_t>(span.trace_flags)));
  recordable.SetName(span.name);
  recordable.SetSpanKind(static_cast<api::SpanKind>(static_cast<int>(span.kind) - 1));
  recordable.SetStartTime(TimeOf(span.start_unix_nano));
  recordable.SetDuration(std::chrono::nanoseconds(span.end_unix_nano - span.start_unix_nano));
  for (const Attribute& attribute : span.attributes) {
    WithApiValue(attribute.value,
                 [&](const common::AttributeValue& value) { recordable.SetAttribute(attribute.key, value); });
  }
  for (const Event& event : span.events) {
    recordable.AddEvent(event.name, TimeOf(event.time_unix_nano), AttributesView(event.attributes));
  }
  for (const Link& link : span.links) {
    recordable.AddLink(SpanContextOf(link.trace_id, link.span_id, link.trace_flags, true, link.trace_state),
                       AttributesView(link.attributes));
  }
  if (span.status.code != StatusCode::kUnset) {
    recordable.SetStatus(static_cast<api::StatusCode>(span.status.code), span.status.description);
  }
}

}  // namespace spansmith::otel
