// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See expand.h.
#include "drain/expand.h"

#include <cxxabi.h>

#include <cstdlib>
#include <memory>
#include <optional>
#include <string_view>

#include "drain/utf8.h"

namespace spansmith::drain {
namespace {

using injected::Role;
using injected::Site;
using record::AttributeHeader;
using record::AttributeType;
using record::RecordHeader;

// `{T}` and the like are replaced by the kind's name. Without one the placeholder stays: that is what was written.
std::string NameOf(const Site& site) {
  std::string_view name = site.name;
  if (site.kind_name == nullptr) return ValidUtf8(name);
  std::string text;
  while (!name.empty()) {
    const std::size_t open = name.find('{');
    const std::size_t close = open == std::string_view::npos ? open : name.find('}', open);
    text += name.substr(0, close == std::string_view::npos ? name.size() : open);
    if (close == std::string_view::npos) break;
    text.append(site.kind_name, site.kind_name_size);
    name.remove_prefix(close + 1);
  }
  return ValidUtf8(text);
}

// A later value of the same key wins: OTLP wants keys to be unique.
void Set(Attributes& attributes, std::string key, AttributeValue value) {
  for (Attribute& attribute : attributes) {
    if (attribute.key == key) {
      attribute.value = std::move(value);
      return;
    }
  }
  attributes.push_back({std::move(key), std::move(value)});
}

void SetIfAbsent(Attributes& attributes, const char* key, AttributeValue value) {
  if (FindAttribute(attributes, key) == nullptr) attributes.push_back({key, std::move(value)});
}

void ReadAttributes(const RecordHeader& record, Attributes& attributes) {
  const char* at = reinterpret_cast<const char*>(&record + 1);
  for (std::uint32_t i = 0; i < record.attribute_count; ++i) {
    const auto* header = reinterpret_cast<const AttributeHeader*>(at);
    const char* const text = reinterpret_cast<const char*>(header + 1);
    std::uint32_t size = sizeof(AttributeHeader);
    AttributeValue value;
    switch (header->type) {
      case AttributeType::kBool:
        value = header->int64 != 0;
        break;
      case AttributeType::kInt64:
        value = header->int64;
        break;
      case AttributeType::kDouble:
        value = header->float64;
        break;
      case AttributeType::kString:
        value = ValidUtf8({text, header->string_size});
        size += header->string_size;
        break;
    }
    Set(attributes, ValidUtf8(header->key), std::move(value));
    at += record::AlignUp(size);
  }
}

void DescribeSite(const Site& site, Attributes& attributes) {
  const bool about_object = site.role == Role::kReconcile || site.role == Role::kUpdateStatus;
  if (about_object && *site.object_kind != '\0')
    SetIfAbsent(attributes, "k8s.object.kind", ValidUtf8(site.object_kind));
  if (site.role == Role::kReconcile) {
    for (const auto& [from, to] :
         {std::pair{"k8s.namespace", "k8s.object.namespace"}, std::pair{"k8s.name", "k8s.object.name"}}) {
      const AttributeValue* found = FindAttribute(attributes, from);
      if (found == nullptr) continue;
      AttributeValue copy = *found;  // before the vector grows
      SetIfAbsent(attributes, to, std::move(copy));
    }
  }
  if (*site.function != '\0') SetIfAbsent(attributes, "code.function.name", ValidUtf8(site.function));
  if (*site.file != '\0') SetIfAbsent(attributes, "code.file.path", ValidUtf8(site.file));
  if (site.line != 0) SetIfAbsent(attributes, "code.line.number", static_cast<std::int64_t>(site.line));
}

std::string Demangled(const std::string& mangled) {
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> text(
      abi::__cxa_demangle(mangled.c_str(), nullptr, nullptr, &status), &std::free);
  return status == 0 && text != nullptr ? text.get() : mangled;
}

void DescribeError(const RecordHeader& record, SpanData& span) {
  const char* bytes = reinterpret_cast<const char*>(&record + 1) + record.attribute_bytes;
  const bool known = record.error_type_size != 0;
  const std::string type = known ? ValidUtf8(Demangled(std::string(bytes, record.error_type_size))) : "_OTHER";
  std::optional<std::string> message;
  if (record.has_error_message != 0) {
    message = ValidUtf8({bytes + record.error_type_size, record.error_message_size});
  }

  std::string_view text = record.error_text == nullptr ? "" : record.error_text;
  if (text.empty()) text = record.site->error_text;
  const std::string cause = message ? *message : known ? type : "unknown exception";
  span.status = {StatusCode::kError, text.empty() ? cause : ValidUtf8(text) + ": " + cause};
  SetIfAbsent(span.attributes, "error.type", type);

  Event event{"exception", span.end_unix_nano, {{"exception.type", type}}};
  if (message) event.attributes.push_back({"exception.message", *message});
  if (record.ending == record::Ending::kThrewOutside) {
    event.attributes.push_back({"error.origin.span_id", SpanId{record.origin_span_id}.Hex()});
  }
  span.events.push_back(std::move(event));
}

}  // namespace

SpanData Expand(const RecordHeader& record, const record::ClockAnchor& anchor) {
  const Site& site = *record.site;
  SpanData span;
  span.trace_id = {record.trace_id_high, record.trace_id_low};
  span.span_id = {record.span_id};
  span.parent_span_id = {record.parent_span_id};
  span.name = NameOf(site);
  span.kind = site.kind;
  span.start_unix_nano = record::ToUnixNanos(record.start, anchor);
  span.end_unix_nano = record::ToUnixNanos(record.end, anchor);
  span.scope = {*site.scope == '\0' ? kDefaultScope : ValidUtf8(site.scope), ValidUtf8(site.scope_version)};
  ReadAttributes(record, span.attributes);
  DescribeSite(site, span.attributes);
  span.dropped_attributes = record.dropped_attributes;
  if (record.failed_attributes != 0) SetIfAbsent(span.attributes, "spansmith.attribute_error", true);
  if (record.ending != record::Ending::kReturned) {
    DescribeError(record, span);
  } else if (site.ok_on_success) {
    span.status.code = StatusCode::kOk;
  }
  return span;
}

}  // namespace spansmith::drain
