// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "rpc_span.h"

#include <gtest/gtest.h>
#include <spansmith/testing/recorder.h>

#include <string>

namespace spansmith::rpc {
namespace {

// Which is not kept: methods.h.
TEST(RpcSpanTest, AMethodWithAnEndlessNameIsToldAll) {
  const testing::Recorder recorder;
  const std::string method(500, 'm');
  const Address server{"a.b", 80};
  {
    RpcSpan span(SpanKind::kClient, "/some.Service/" + method, {}, server);
    EXPECT_NE(span.context().span_id, 0u);
    span.End(5, "none such", {"192.0.2.1", 4711});
    span.End(0, "");  // it is over
  }
  const auto spans = recorder.Spans();
  ASSERT_EQ(spans.size(), 1u);
  const SpanData& span = spans[0];
  EXPECT_EQ(span.name, "some.Service/" + method);
  EXPECT_EQ(span.status.code, StatusCode::kError);
  EXPECT_EQ(span.status.description, "none such");
  const auto text = [&](const char* key) { return std::get<std::string>(*FindAttribute(span.attributes, key)); };
  EXPECT_EQ(text("rpc.service"), "some.Service");
  EXPECT_EQ(text("rpc.method"), method);
  EXPECT_EQ(text("server.address"), "a.b");
  EXPECT_EQ(text("network.peer.address"), "192.0.2.1");
  EXPECT_EQ(text("error.type"), "NOT_FOUND");
  EXPECT_EQ(std::get<std::int64_t>(*FindAttribute(span.attributes, "rpc.grpc.status_code")), 5);
}

}  // namespace
}  // namespace spansmith::rpc
