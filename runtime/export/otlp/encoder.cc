// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Field numbers are those of the .proto files named in encoder.h.
#include "export/otlp/encoder.h"

#include <array>
#include <protozero/pbf_reader.hpp>
#include <protozero/pbf_writer.hpp>

#include "export/otlp/parts.h"
#include "export/otlp_fields.h"

namespace spansmith::exporter {
namespace {

using protozero::pbf_writer;

void AddEvent(pbf_writer& parent, const Event& event) {
  pbf_writer writer(parent, 11);
  writer.add_fixed64(1, event.time_unix_nano);
  writer.add_string(2, event.name);
  AddAttributes(writer, 3, event.attributes);
  if (event.dropped_attributes != 0) writer.add_uint32(4, event.dropped_attributes);
}

void AddLink(pbf_writer& parent, const Link& link) {
  pbf_writer writer(parent, 13);
  writer.add_bytes(1, Bytes(link.trace_id));
  writer.add_bytes(2, Bytes(link.span_id));
  if (!link.trace_state.empty()) writer.add_string(3, link.trace_state);
  AddAttributes(writer, 4, link.attributes);
  if (link.dropped_attributes != 0) writer.add_uint32(5, link.dropped_attributes);
  writer.add_fixed32(6, OtlpFlags(link));
}

void AddSpan(pbf_writer& parent, const SpanData& span) {
  pbf_writer writer(parent, 2);
  writer.add_bytes(1, Bytes(span.trace_id));
  writer.add_bytes(2, Bytes(span.span_id));
  if (!span.trace_state.empty()) writer.add_string(3, span.trace_state);
  if (span.parent_span_id) writer.add_bytes(4, Bytes(span.parent_span_id));
  writer.add_string(5, span.name);
  writer.add_enum(6, static_cast<std::int32_t>(span.kind));
  writer.add_fixed64(7, span.start_unix_nano);
  writer.add_fixed64(8, span.end_unix_nano);
  AddAttributes(writer, 9, span.attributes);
  if (span.dropped_attributes != 0) writer.add_uint32(10, span.dropped_attributes);
  for (const Event& event : span.events) AddEvent(writer, event);
  if (span.dropped_events != 0) writer.add_uint32(12, span.dropped_events);
  for (const Link& link : span.links) AddLink(writer, link);
  if (span.dropped_links != 0) writer.add_uint32(14, span.dropped_links);
  if (span.status.code != StatusCode::kUnset) {
    pbf_writer status(writer, 15);
    if (!span.status.description.empty()) status.add_string(2, span.status.description);
    status.add_enum(3, static_cast<std::int32_t>(span.status.code));
  }
  writer.add_fixed32(16, OtlpFlags(span));
}

}  // namespace

std::string EncodeTraces(std::span<const SpanData> spans, const Attributes& resource) {
  std::string bytes;
  pbf_writer request(bytes);
  pbf_writer resource_spans(request, 1);
  AddResource(resource_spans, resource);
  for (const Scope& scope : ScopesOf(spans)) {
    pbf_writer scope_spans(resource_spans, 2);
    AddScope(scope_spans, scope);
    for (const SpanData& span : spans) {
      if (span.scope == scope) AddSpan(scope_spans, span);
    }
  }
  resource_spans.commit();
  return bytes;
}

std::string EncodeResource(const Attributes& resource) {
  std::string bytes;
  pbf_writer parent(bytes);
  pbf_writer writer(parent, 1);
  AddAttributes(writer, 1, resource);
  writer.commit();
  return bytes;
}

std::string EncodeScope(const Scope& scope) {
  std::string bytes;
  pbf_writer writer(bytes);
  AddScope(writer, scope);
  return bytes;
}

std::string EncodeSpan(const SpanData& span) {
  std::string bytes;
  pbf_writer writer(bytes);
  AddSpan(writer, span);
  return bytes;
}

std::string EncodeSpanAttribute(const Attribute& attribute) {
  std::string bytes;
  pbf_writer writer(bytes);
  AddAttributes(writer, 9, {attribute});
  return bytes;
}

PartialSuccess DecodePartialSuccess(const std::string& body) {
  PartialSuccess result;
  try {
    protozero::pbf_reader response(body);
    while (response.next(1)) {
      protozero::pbf_reader partial = response.get_message();
      while (partial.next()) {
        switch (partial.tag_and_type()) {
          case protozero::tag_and_type(1, protozero::pbf_wire_type::varint):
            result.rejected_spans = partial.get_int64();
            break;
          case protozero::tag_and_type(2, protozero::pbf_wire_type::length_delimited):
            result.message = partial.get_string();
            break;
          default:
            partial.skip();
        }
      }
    }
  } catch (const protozero::exception&) {
    return {};  // 2xx was said: the spans are taken, whatever stands in the body
  }
  return result;
}

}  // namespace spansmith::exporter
