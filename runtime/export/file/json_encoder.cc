// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See json_encoder.h.
#include "export/file/json_encoder.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>
#include <variant>

#include "export/otlp_fields.h"

namespace spansmith::exporter {
namespace {

// Writes values into a growing text; puts the commas. Objects and arrays are written by functions that the caller
// gives.
class JsonWriter {
 public:
  template <typename Body>
  void Object(Body&& body) {
    Nest('{', '}', body);
  }
  template <typename Body>
  void Array(std::string_view key, Body&& body) {
    Key(key);
    Nest('[', ']', body);
  }
  template <typename Body>
  void Object(std::string_view key, Body&& body) {
    Key(key);
    Nest('{', '}', body);
  }
  void String(std::string_view key, std::string_view value) {
    Key(key);
    Quoted(value);
  }
  void Raw(std::string_view key, std::string_view value) {
    Key(key);
    text_ += value;
    first_ = false;
  }
  void Number(std::string_view key, std::uint32_t value) { Raw(key, std::to_string(value)); }
  std::string Take() { return std::move(text_); }

 private:
  template <typename Body>
  void Nest(char open, char close, Body&& body) {
    Comma();
    text_ += open;
    first_ = true;
    body();
    text_ += close;
    first_ = false;
  }
  void Comma() {
    if (!first_) text_ += ',';
    first_ = false;
  }
  void Key(std::string_view key) {
    Comma();
    Quoted(key);
    text_ += ':';
    first_ = true;
  }
  // RFC 8259, section 7. The text is valid UTF-8 already.
  void Quoted(std::string_view value) {
    text_ += '"';
    for (const char c : value) {
      const auto byte = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\') {
        text_ += '\\';
        text_ += c;
      } else if (byte < 0x20) {
        constexpr char kDigits[] = "0123456789abcdef";
        text_ += "\\u00";
        text_ += kDigits[byte >> 4];
        text_ += kDigits[byte & 15];
      } else {
        text_ += c;
      }
    }
    text_ += '"';
    first_ = false;
  }

  std::string text_;
  bool first_ = true;  // no comma before what comes next
};

struct AddValue {
  JsonWriter& json;
  void operator()(bool value) const { json.Raw("boolValue", value ? "true" : "false"); }
  void operator()(std::int64_t value) const { json.String("intValue", std::to_string(value)); }
  void operator()(double value) const {
    if (std::isnan(value)) return json.String("doubleValue", "NaN");
    if (std::isinf(value)) return json.String("doubleValue", value < 0 ? "-Infinity" : "Infinity");
    char text[32];
    const auto [end, error] = std::to_chars(text, text + sizeof text, value);  // the shortest that reads back the same
    static_cast<void>(error);
    json.Raw("doubleValue", {text, static_cast<std::size_t>(end - text)});
  }
  void operator()(const std::string& value) const { json.String("stringValue", value); }
  template <typename T>
  void operator()(const std::vector<T>& values) const {
    json.Object("arrayValue", [&] {
      json.Array("values", [&] {
        for (const T& value : values) json.Object([&] { (*this)(value); });
      });
    });
  }
};

void AddAttributes(JsonWriter& json, const Attributes& attributes) {
  if (attributes.empty()) return;
  json.Array("attributes", [&] {
    for (const Attribute& attribute : attributes) {
      json.Object([&] {
        json.String("key", attribute.key);
        json.Object("value", [&] { std::visit(AddValue{json}, attribute.value); });
      });
    }
  });
}

void AddCount(JsonWriter& json, std::string_view key, std::uint32_t count) {
  if (count != 0) json.Number(key, count);
}

void AddEvent(JsonWriter& json, const Event& event) {
  json.Object([&] {
    json.String("timeUnixNano", std::to_string(event.time_unix_nano));
    json.String("name", event.name);
    AddAttributes(json, event.attributes);
    AddCount(json, "droppedAttributesCount", event.dropped_attributes);
  });
}

void AddLink(JsonWriter& json, const Link& link) {
  json.Object([&] {
    json.String("traceId", link.trace_id.Hex());
    json.String("spanId", link.span_id.Hex());
    if (!link.trace_state.empty()) json.String("traceState", link.trace_state);
    AddAttributes(json, link.attributes);
    AddCount(json, "droppedAttributesCount", link.dropped_attributes);
    json.Number("flags", OtlpFlags(link));
  });
}

void AddSpan(JsonWriter& json, const SpanData& span) {
  json.Object([&] {
    json.String("traceId", span.trace_id.Hex());
    json.String("spanId", span.span_id.Hex());
    if (!span.trace_state.empty()) json.String("traceState", span.trace_state);
    if (span.parent_span_id) json.String("parentSpanId", span.parent_span_id.Hex());
    json.Number("flags", OtlpFlags(span));
    json.String("name", span.name);
    json.Number("kind", static_cast<std::uint32_t>(span.kind));
    json.String("startTimeUnixNano", std::to_string(span.start_unix_nano));
    json.String("endTimeUnixNano", std::to_string(span.end_unix_nano));
    AddAttributes(json, span.attributes);
    AddCount(json, "droppedAttributesCount", span.dropped_attributes);
    if (!span.events.empty()) {
      json.Array("events", [&] {
        for (const Event& event : span.events) AddEvent(json, event);
      });
    }
    AddCount(json, "droppedEventsCount", span.dropped_events);
    if (!span.links.empty()) {
      json.Array("links", [&] {
        for (const Link& link : span.links) AddLink(json, link);
      });
    }
    AddCount(json, "droppedLinksCount", span.dropped_links);
    if (span.status.code == StatusCode::kUnset) return;
    json.Object("status", [&] {
      if (!span.status.description.empty()) json.String("message", span.status.description);
      json.Number("code", static_cast<std::uint32_t>(span.status.code));
    });
  });
}

void AddScopeSpans(JsonWriter& json, const Scope& scope, std::span<const SpanData> spans) {
  json.Object([&] {
    json.Object("scope", [&] {
      if (!scope.name.empty()) json.String("name", scope.name);
      if (!scope.version.empty()) json.String("version", scope.version);
    });
    json.Array("spans", [&] {
      for (const SpanData& span : spans) {
        if (span.scope == scope) AddSpan(json, span);
      }
    });
  });
}

}  // namespace

std::string EncodeTracesAsJson(std::span<const SpanData> spans, const Attributes& resource) {
  JsonWriter json;
  json.Object([&] {
    json.Array("resourceSpans", [&] {
      json.Object([&] {
        json.Object("resource", [&] { AddAttributes(json, resource); });
        json.Array("scopeSpans", [&] {
          for (const Scope& scope : ScopesOf(spans)) AddScopeSpans(json, scope, spans);
        });
      });
    });
  });
  return json.Take();
}

}  // namespace spansmith::exporter
