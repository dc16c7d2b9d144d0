// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Values of OpenTelemetry's API as ours, and back. Pure.
#ifndef SPANSMITH_INTEGRATIONS_OTEL_CONVERT_H_
#define SPANSMITH_INTEGRATIONS_OTEL_CONVERT_H_

#include <opentelemetry/common/attribute_value.h>
#include <opentelemetry/common/key_value_iterable.h>
#include <opentelemetry/nostd/function_ref.h>
#include <opentelemetry/sdk/trace/recordable.h>
#include <opentelemetry/trace/span_context_kv_iterable.h>
#include <opentelemetry/trace/span_metadata.h>
#include <spansmith/otel.h>
#include <spansmith/span_data.h>

#include <string>
#include <string_view>

namespace spansmith::otel {

namespace api = opentelemetry::trace;

inline std::string_view View(opentelemetry::nostd::string_view text) { return {text.data(), text.size()}; }
inline opentelemetry::nostd::string_view View(std::string_view text) { return {text.data(), text.size()}; }

// UTF-8, as OTLP wants it; above INT64_MAX a number is text.
AttributeValue ToValue(const opentelemetry::common::AttributeValue& value);
// Later values of a key win.
void SetAttribute(Attributes& attributes, Attribute attribute);
void SetAttribute(Attributes& attributes, std::string_view key, const opentelemetry::common::AttributeValue& value);
Attributes ToAttributes(const opentelemetry::common::KeyValueIterable& attributes);
std::vector<Link> ToLinks(const api::SpanContextKeyValueIterable& links);
SpanKind ToKind(api::SpanKind kind);
StatusCode ToStatus(api::StatusCode code);

api::TraceId ToApi(const TraceId& id);
api::SpanId ToApi(const SpanId& id);
// Calls `use` with the value as the API has it, which is valid as long as the call.
void WithApiValue(const AttributeValue& value,
                  opentelemetry::nostd::function_ref<void(const opentelemetry::common::AttributeValue&)> use);
// Everything but resource and scope, which a recordable only points to.
void Fill(opentelemetry::sdk::trace::Recordable& recordable, const SpanData& span);

}  // namespace spansmith::otel

#endif  // SPANSMITH_INTEGRATIONS_OTEL_CONVERT_H_
