// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The JSON says what the protobuf bytes say, as the official classes read both; and the exact line.
#include "export/file/json_encoder.h"

#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>
#include <opentelemetry/proto/collector/trace/v1/trace_service.pb.h>

#include <cmath>
#include <limits>

#include "export/otlp/encoder.h"

namespace spansmith::exporter {
namespace {

using Request = opentelemetry::proto::collector::trace::v1::ExportTraceServiceRequest;

SpanData MakeSpan() {
  SpanData span;
  span.trace_id = {0x0102030405060708, 0x090a0b0c0d0e0f10};
  span.span_id = {0x1112131415161718};
  span.parent_span_id = {0x2122232425262728};
  span.parent_is_remote = true;
  span.name = "Get(Etcd) \"quoted\" \\ \n\x01 \xc3\xa4";
  span.kind = SpanKind::kClient;
  span.start_unix_nano = 1'700'000'000'000'000'001;
  span.end_unix_nano = 1'700'000'000'000'000'009;
  span.attributes = {{"b", true},
                     {"i", std::numeric_limits<std::int64_t>::min()},
                     {"d", 0.1},
                     {"whole", 3.0},
                     {"large", 1e300},
                     {"infinite", -std::numeric_limits<double>::infinity()},
                     {"s", std::string()},
                     {"flags", std::vector<bool>{true, false}},
                     {"numbers", std::vector<std::int64_t>{1, -2}},
                     {"doubles", std::vector<double>{0.5}},
                     {"texts", std::vector<std::string>{"a", "\"b\""}},
                     {"none", std::vector<std::string>{}}};
  span.dropped_attributes = 3;
  span.events = {{"exception", 5, {{"exception.type", std::string("T")}}, 4}};
  span.dropped_events = 5;
  span.links = {{{1, 2}, {3}, 0, {{"l", std::int64_t{1}}}, 6, "l=1"}};
  span.dropped_links = 7;
  span.status = {StatusCode::kError, "broken"};
  span.scope = {"scope/a", "1.0"};
  return span;
}

std::string FromHex(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  }
  return bytes;
}

// The official reader takes base64 where OTLP has hexadecimal: the texts pass as bytes, and are put right here.
std::string FromBase64OfHex(const std::string& bytes) {
  static const std::string kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string hex;
  for (std::size_t i = 0; i + 2 < bytes.size(); i += 3) {  // 12 bytes of a span id, 24 of a trace id
    const unsigned group = static_cast<unsigned char>(bytes[i]) << 16 | static_cast<unsigned char>(bytes[i + 1]) << 8 |
                           static_cast<unsigned char>(bytes[i + 2]);
    for (const int shift : {18, 12, 6, 0}) hex += kLetters[group >> shift & 63];
  }
  return FromHex(hex);
}

Request ReadJson(const std::string& json) {
  Request request;
  const auto status = google::protobuf::util::JsonStringToMessage(json, &request);
  EXPECT_TRUE(status.ok()) << status.ToString() << "\n" << json;
  for (auto& resource : *request.mutable_resource_spans()) {
    for (auto& scope : *resource.mutable_scope_spans()) {
      for (auto& span : *scope.mutable_spans()) {
        span.set_trace_id(FromBase64OfHex(span.trace_id()));
        span.set_span_id(FromBase64OfHex(span.span_id()));
        span.set_parent_span_id(FromBase64OfHex(span.parent_span_id()));
        for (auto& link : *span.mutable_links()) {
          link.set_trace_id(FromBase64OfHex(link.trace_id()));
          link.set_span_id(FromBase64OfHex(link.span_id()));
        }
      }
    }
  }
  return request;
}

TEST(JsonEncoder, SaysWhatTheProtobufSays) {
  std::vector<SpanData> spans(3, MakeSpan());
  spans[1].scope = {"scope/b", ""};
  spans[1].parent_span_id = {};
  spans[1].status = {};
  spans[1].attributes.clear();
  spans[1].events.clear();
  spans[1].links.clear();
  const Attributes resource = {{"service.name", std::string("svc")}, {"process.pid", std::int64_t{7}}};
  Request expected;
  ASSERT_TRUE(expected.ParseFromString(EncodeTraces(spans, resource)));
  const std::string json = EncodeTracesAsJson(spans, resource);
  EXPECT_EQ(ReadJson(json).DebugString(), expected.DebugString());
  EXPECT_EQ(json.find('\n'), std::string::npos);
}

TEST(JsonEncoder, TheLine) {
  SpanData span;
  span.trace_id = {1, 0xab};
  span.span_id = {2};
  span.name = "a\"b";
  span.start_unix_nano = 3;
  span.end_unix_nano = 4;
  span.attributes = {{"i", std::int64_t{-5}}, {"d", 2.5}, {"n", std::nan("")}, {"b", false}};
  span.scope = {"s", ""};
  EXPECT_EQ(EncodeTracesAsJson({&span, 1}, {{"service.name", std::string("svc")}}),
            R"({"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"svc"}}]},)"
            R"("scopeSpans":[{"scope":{"name":"s"},"spans":[{"traceId":"000000000000000100000000000000ab",)"
            R"("spanId":"0000000000000002","flags":257,"name":"a\"b","kind":1,"startTimeUnixNano":"3",)"
            R"("endTimeUnixNano":"4","attributes":[{"key":"i","value":{"intValue":"-5"}},)"
            R"({"key":"d","value":{"doubleValue":2.5}},{"key":"n","value":{"doubleValue":"NaN"}},)"
            R"({"key":"b","value":{"boolValue":false}}]}]}]}]})");
}

}  // namespace
}  // namespace spansmith::exporter
