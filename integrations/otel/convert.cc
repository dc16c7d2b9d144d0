// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See convert.h.
#include "convert.h"

#include <opentelemetry/trace/trace_state.h>
#include <spansmith/propagation.h>

#include <charconv>
#include <chrono>
#include <limits>
#include <type_traits>
#include <variant>

#include "drain/utf8.h"

namespace spansmith::otel {
namespace {

namespace common = opentelemetry::common;
namespace nostd = opentelemetry::nostd;
using injected::Context;

std::string Utf8(nostd::string_view text) { return drain::ValidUtf8(View(text)); }

std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    constexpr char kDigits[] = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') quoted += '\\';
    if (byte < 0x20) {
      quoted.append("\\u00") += kDigits[byte >> 4];
      quoted += kDigits[byte & 15];
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

template <typename T>
std::string Element(const T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    return value ? "true" : "false";
  } else if constexpr (std::is_same_v<T, nostd::string_view>) {
    return Quoted(Utf8(value));
  } else {
    char text[40];
    return std::string(text, std::to_chars(text, text + sizeof text, value).ptr);
  }
}

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
  template <typename T>
  AttributeValue operator()(nostd::span<const T> values) const {
    std::string text = "[";
    for (const T& value : values) text.append(text.size() == 1 ? "" : ",").append(Element(value));
    return text + ']';
  }
};

struct ToTheirs {
  common::AttributeValue operator()(bool value) const { return value; }
  common::AttributeValue operator()(std::int64_t value) const { return value; }
  common::AttributeValue operator()(double value) const { return value; }
  common::AttributeValue operator()(const std::string& value) const { return View(std::string_view(value)); }
};

class AttributesView : public common::KeyValueIterable {
 public:
  explicit AttributesView(const Attributes& attributes) : attributes_(attributes) {}
  bool ForEachKeyValue(
      nostd::function_ref<bool(nostd::string_view, common::AttributeValue)> callback) const noexcept override {
    for (const Attribute& attribute : attributes_) {
      if (!callback(attribute.key, ToApi(attribute.value))) return false;
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

void SetAttribute(Attributes& attributes, std::string_view key, const common::AttributeValue& value) {
  std::string name = drain::ValidUtf8(key);
  for (Attribute& attribute : attributes) {
    if (attribute.key != name) continue;
    attribute.value = ToValue(value);
    return;
  }
  attributes.push_back({std::move(name), ToValue(value)});
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

common::AttributeValue ToApi(const AttributeValue& value) { return std::visit(ToTheirs{}, value); }

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
  for (const Attribute& attribute : span.attributes) recordable.SetAttribute(attribute.key, ToApi(attribute.value));
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
