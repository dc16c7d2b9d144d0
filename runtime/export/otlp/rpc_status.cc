// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See rpc_status.h.
#include "export/otlp/rpc_status.h"

#include <algorithm>
#include <cstdint>
#include <protozero/pbf_reader.hpp>
#include <string_view>

namespace spansmith::exporter {
namespace {

using protozero::pbf_wire_type;
using std::chrono::milliseconds;

constexpr std::uint32_t Field(protozero::pbf_tag_type tag, pbf_wire_type type) {
  return protozero::tag_and_type(tag, type);
}

// google.protobuf.Duration. Below zero: what nobody may ask for.
std::optional<milliseconds> ReadDuration(protozero::pbf_reader duration) {
  std::int64_t seconds = 0;
  std::int64_t nanos = 0;
  while (duration.next()) {
    switch (duration.tag_and_type()) {
      case Field(1, pbf_wire_type::varint):
        seconds = duration.get_int64();
        break;
      case Field(2, pbf_wire_type::varint):
        nanos = duration.get_int32();
        break;
      default:
        duration.skip();
    }
  }
  constexpr std::int64_t kMost = std::chrono::duration_cast<std::chrono::seconds>(kLongestRetryDelay).count();
  if (seconds < 0 || nanos < 0) return std::nullopt;
  const milliseconds whole(std::min(seconds, kMost) * 1'000);
  return std::min(kLongestRetryDelay, whole + milliseconds((nanos + 999'999) / 1'000'000));
}

// google.protobuf.Any
void ReadDetail(protozero::pbf_reader any, RpcStatus* status) {
  std::string_view type;
  protozero::pbf_reader value;
  while (any.next()) {
    switch (any.tag_and_type()) {
      case Field(1, pbf_wire_type::length_delimited): {
        const protozero::data_view view = any.get_view();
        type = {view.data(), view.size()};
        break;
      }
      case Field(2, pbf_wire_type::length_delimited):
        value = any.get_message();
        break;
      default:
        any.skip();
    }
  }
  if (type.substr(type.rfind('/') + 1) != "google.rpc.RetryInfo") return;
  status->has_retry_info = true;
  while (value.next()) {
    if (value.tag_and_type() == Field(1, pbf_wire_type::length_delimited)) {
      status->retry_delay = ReadDuration(value.get_message());
    } else {
      value.skip();
    }
  }
}

}  // namespace

RpcStatus DecodeRpcStatus(const std::string& bytes) {
  RpcStatus result;
  try {
    protozero::pbf_reader status(bytes);
    while (status.next()) {
      switch (status.tag_and_type()) {
        case Field(2, pbf_wire_type::length_delimited):
          result.message = status.get_string();
          break;
        case Field(3, pbf_wire_type::length_delimited):
          ReadDetail(status.get_message(), &result);
          break;
        default:
          status.skip();
      }
    }
  } catch (const protozero::exception&) {
    return {};
  }
  return result;
}

}  // namespace spansmith::exporter
