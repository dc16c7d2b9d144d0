// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What messages of every signal are made of (opentelemetry/proto/common/v1/common.proto, resource/v1/resource.proto).
#ifndef SPANSMITH_EXPORT_OTLP_PARTS_H_
#define SPANSMITH_EXPORT_OTLP_PARTS_H_

#include <spansmith/span_data.h>

#include <cstdint>
#include <protozero/pbf_writer.hpp>
#include <string>
#include <variant>
#include <vector>

namespace spansmith::exporter {

inline void AppendBigEndian(std::string& bytes, std::uint64_t value) {
  for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xff);
}

inline std::string Bytes(const TraceId& id) {
  std::string bytes;
  AppendBigEndian(bytes, id.high);
  AppendBigEndian(bytes, id.low);
  return bytes;
}

inline std::string Bytes(const SpanId& id) {
  std::string bytes;
  AppendBigEndian(bytes, id.value);
  return bytes;
}

// AnyValue
struct AddValue {
  protozero::pbf_writer& writer;
  void operator()(const std::string& value) const { writer.add_string(1, value); }
  void operator()(bool value) const { writer.add_bool(2, value); }
  void operator()(std::int64_t value) const { writer.add_int64(3, value); }
  void operator()(double value) const { writer.add_double(4, value); }
  template <typename T>
  void operator()(const std::vector<T>& values) const {
    std::string bytes;
    protozero::pbf_writer array(bytes);
    for (const T& value : values) {
      protozero::pbf_writer element(array, 1);
      AddValue{element}(value);
    }
    writer.add_message(5, bytes);  // an empty one too
  }
};

// repeated KeyValue
inline void AddAttributes(protozero::pbf_writer& parent, protozero::pbf_tag_type field, const Attributes& attributes) {
  for (const Attribute& attribute : attributes) {
    protozero::pbf_writer pair(parent, field);
    pair.add_string(1, attribute.key);
    protozero::pbf_writer value(pair, 2);
    std::visit(AddValue{value}, attribute.value);
  }
}

// The field 1 of a Resource{Spans,Logs,Metrics}, and of a Scope{Spans,Logs,Metrics}.
inline void AddResource(protozero::pbf_writer& parent, const Attributes& resource) {
  protozero::pbf_writer writer(parent, 1);
  AddAttributes(writer, 1, resource);
}
inline void AddScope(protozero::pbf_writer& parent, const Scope& scope) {
  protozero::pbf_writer writer(parent, 1);
  if (!scope.name.empty()) writer.add_string(1, scope.name);
  if (!scope.version.empty()) writer.add_string(2, scope.version);
}

}  // namespace spansmith::exporter

#endif  // SPANSMITH_EXPORT_OTLP_PARTS_H_
