// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What we write is what the official classes read.
#include "export/otlp/encoder.h"

#include <gtest/gtest.h>
#include <opentelemetry/proto/collector/trace/v1/trace_service.pb.h>

namespace spansmith::exporter {
namespace {

namespace otlp = opentelemetry::proto;
using Request = otlp::collector::trace::v1::ExportTraceServiceRequest;
using Response = otlp::collector::trace::v1::ExportTraceServiceResponse;

SpanData MakeSpan() {
  SpanData span;
  span.trace_id = {0x0102030405060708, 0x090a0b0c0d0e0f10};
  span.span_id = {0x1112131415161718};
  span.parent_span_id = {0x2122232425262728};
  span.trace_state = "a=1,ot=th:8";
  span.name = "Get(Etcd)";
  span.kind = SpanKind::kClient;
  span.start_unix_nano = 1'700'000'000'000'000'001;
  span.end_unix_nano = 1'700'000'000'000'000'009;
  span.attributes = {{"b", true}, {"i", std::int64_t{-5}}, {"d", 2.5}, {"s", std::string("text")}};
  span.dropped_attributes = 3;
  span.events = {{"exception", 1'700'000'000'000'000'009, {{"exception.type", std::string("T")}}, 4}};
  span.dropped_events = 5;
  span.links = {
      {{0x3132333435363738, 0x393a3b3c3d3e3f40}, {0x4142434445464748}, 0, {{"l", std::int64_t{1}}}, 6, "l=1"}};
  span.dropped_links = 7;
  span.status = {StatusCode::kError, "broken"};
  span.scope = {"scope/a", "1.0"};
  return span;
}

Request Decode(const std::string& bytes) {
  Request request;
  EXPECT_TRUE(request.ParseFromString(bytes));
  // Nothing that the official definition does not know.
  EXPECT_EQ(request.GetReflection()->GetUnknownFields(request).field_count(), 0);
  return request;
}

TEST(Encoder, Arrays) {
  SpanData data;
  data.attributes = {{"b", std::vector<bool>{true, false}},
                     {"i", std::vector<std::int64_t>{-5, 7}},
                     {"d", std::vector<double>{2.5}},
                     {"s", std::vector<std::string>{"text", ""}},
                     {"none", std::vector<double>{}}};
  const Request request = Decode(EncodeTraces({&data, 1}, {}));
  const auto& attributes = request.resource_spans(0).scope_spans(0).spans(0).attributes();
  ASSERT_EQ(attributes.size(), 5);
  const auto values = [&](int i) { return attributes[i].value().array_value().values(); };
  ASSERT_EQ(values(0).size(), 2);
  EXPECT_TRUE(values(0)[0].bool_value());
  EXPECT_TRUE(values(0)[1].has_bool_value());
  EXPECT_EQ(values(1)[0].int_value(), -5);
  EXPECT_EQ(values(1)[1].int_value(), 7);
  EXPECT_EQ(values(2)[0].double_value(), 2.5);
  EXPECT_EQ(values(3)[0].string_value(), "text");
  EXPECT_TRUE(values(3)[1].has_string_value());
  EXPECT_TRUE(attributes[4].value().has_array_value());
  EXPECT_EQ(values(4).size(), 0);
}

TEST(Encoder, EveryFieldOfASpan) {
  const SpanData data = MakeSpan();
  const Request request = Decode(EncodeTraces({&data, 1}, {{"service.name", std::string("svc")}}));
  ASSERT_EQ(request.resource_spans_size(), 1);
  const auto& resource_spans = request.resource_spans(0);
  ASSERT_EQ(resource_spans.resource().attributes_size(), 1);
  EXPECT_EQ(resource_spans.resource().attributes(0).key(), "service.name");
  EXPECT_EQ(resource_spans.resource().attributes(0).value().string_value(), "svc");
  ASSERT_EQ(resource_spans.scope_spans_size(), 1);
  EXPECT_EQ(resource_spans.scope_spans(0).scope().name(), "scope/a");
  EXPECT_EQ(resource_spans.scope_spans(0).scope().version(), "1.0");
  ASSERT_EQ(resource_spans.scope_spans(0).spans_size(), 1);
  const otlp::trace::v1::Span& span = resource_spans.scope_spans(0).spans(0);
  EXPECT_EQ(span.trace_id(), "\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10");
  EXPECT_EQ(span.span_id(), "\x11\x12\x13\x14\x15\x16\x17\x18");
  EXPECT_EQ(span.parent_span_id(), "\x21\x22\x23\x24\x25\x26\x27\x28");
  EXPECT_EQ(span.name(), "Get(Etcd)");
  EXPECT_EQ(span.kind(), otlp::trace::v1::Span::SPAN_KIND_CLIENT);
  EXPECT_EQ(span.start_time_unix_nano(), data.start_unix_nano);
  EXPECT_EQ(span.end_time_unix_nano(), data.end_unix_nano);
  ASSERT_EQ(span.attributes_size(), 4);
  EXPECT_TRUE(span.attributes(0).value().bool_value());
  EXPECT_EQ(span.attributes(1).value().int_value(), -5);
  EXPECT_EQ(span.attributes(2).value().double_value(), 2.5);
  EXPECT_EQ(span.attributes(3).value().string_value(), "text");
  EXPECT_EQ(span.dropped_attributes_count(), 3u);
  ASSERT_EQ(span.events_size(), 1);
  EXPECT_EQ(span.events(0).name(), "exception");
  EXPECT_EQ(span.events(0).time_unix_nano(), data.end_unix_nano);
  EXPECT_EQ(span.events(0).attributes(0).key(), "exception.type");
  EXPECT_EQ(span.status().code(), otlp::trace::v1::Status::STATUS_CODE_ERROR);
  EXPECT_EQ(span.status().message(), "broken");
  EXPECT_EQ(span.events(0).dropped_attributes_count(), 4u);
  EXPECT_EQ(span.dropped_events_count(), 5u);
  ASSERT_EQ(span.links_size(), 1);
  EXPECT_EQ(span.links(0).trace_id(),
            "12345678"
            "9:;<=>?@");
  EXPECT_EQ(span.links(0).span_id(), "ABCDEFGH");
  EXPECT_EQ(span.links(0).trace_state(), "l=1");
  EXPECT_EQ(span.trace_state(), "a=1,ot=th:8");
  EXPECT_EQ(span.links(0).attributes(0).key(), "l");
  EXPECT_EQ(span.links(0).dropped_attributes_count(), 6u);
  EXPECT_EQ(span.links(0).flags(), 0x300u);
  EXPECT_EQ(span.dropped_links_count(), 7u);
  EXPECT_EQ(span.flags(), 0x101u);
}

TEST(Encoder, ARootHasNoParentAndAnUnsetStatusIsAbsent) {
  SpanData data = MakeSpan();
  data.parent_span_id = {};
  data.status = {};
  const Request request = Decode(EncodeTraces({&data, 1}, {}));
  const auto& span = request.resource_spans(0).scope_spans(0).spans(0);
  EXPECT_EQ(span.parent_span_id(), "");
  EXPECT_FALSE(span.has_status());
}

TEST(Encoder, FlagsSayWhatIsKnownOfTheParent) {
  SpanData data = MakeSpan();
  data.parent_is_remote = true;
  data.trace_flags = 0;
  data.links[0].trace_flags = 0xff;
  const Request request = Decode(EncodeTraces({&data, 1}, {}));
  const auto& span = request.resource_spans(0).scope_spans(0).spans(0);
  EXPECT_EQ(span.flags(), 0x300u);
  EXPECT_EQ(span.links(0).flags(), 0x3ffu);
}

TEST(Encoder, ZeroFalseAndEmptyValuesArePresent) {
  SpanData data = MakeSpan();
  data.attributes = {{"b", false}, {"i", std::int64_t{0}}, {"d", 0.0}, {"s", std::string()}};
  const Request request = Decode(EncodeTraces({&data, 1}, {}));
  const auto& span = request.resource_spans(0).scope_spans(0).spans(0);
  using otlp::common::v1::AnyValue;
  EXPECT_EQ(span.attributes(0).value().value_case(), AnyValue::kBoolValue);
  EXPECT_EQ(span.attributes(1).value().value_case(), AnyValue::kIntValue);
  EXPECT_EQ(span.attributes(2).value().value_case(), AnyValue::kDoubleValue);
  EXPECT_EQ(span.attributes(3).value().value_case(), AnyValue::kStringValue);
}

TEST(Encoder, SpansAreGroupedByScope) {
  std::vector<SpanData> spans(3, MakeSpan());
  spans[1].scope = {"scope/b", ""};
  const Request request = Decode(EncodeTraces(spans, {}));
  ASSERT_EQ(request.resource_spans(0).scope_spans_size(), 2);
  EXPECT_EQ(request.resource_spans(0).scope_spans(0).spans_size(), 2);
  EXPECT_EQ(request.resource_spans(0).scope_spans(1).spans_size(), 1);
}

TEST(Encoder, ReadsPartialSuccess) {
  Response response;
  response.mutable_partial_success()->set_rejected_spans(4);
  response.mutable_partial_success()->set_error_message("too old");
  const PartialSuccess partial = DecodePartialSuccess(response.SerializeAsString());
  EXPECT_EQ(partial.rejected_spans, 4);
  EXPECT_EQ(partial.message, "too old");
  EXPECT_EQ(DecodePartialSuccess("").rejected_spans, 0);
  EXPECT_EQ(DecodePartialSuccess("<html>not protobuf</html>").rejected_spans, 0);
}

}  // namespace
}  // namespace spansmith::exporter
