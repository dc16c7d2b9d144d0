// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "methods.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace spansmith::rpc {
namespace {

metrics::Metric Find(const std::string& name) {
  for (metrics::Metric& metric : metrics::Instruments::Get().Read()) {
    if (metric.name == name) return std::move(metric);
  }
  return {};
}

TEST(MethodsTest, OneOfEachSide) {
  Methods& methods = Methods::Get();
  const KnownMethod* const client = methods.Find(SpanKind::kClient, "/a.B/C");
  const KnownMethod* const server = methods.Find(SpanKind::kServer, "/a.B/C");
  EXPECT_NE(client, server);
  EXPECT_EQ(methods.Find(SpanKind::kClient, std::string("/a.B/C")), client);
  EXPECT_EQ(client->name, "a.B/C");
  EXPECT_EQ(client->service, "a.B");
  EXPECT_EQ(client->method, "C");
  EXPECT_EQ(methods.Find(SpanKind::kClient, "/a.B/\xff")->method, "\uFFFD");
  EXPECT_EQ(methods.Find(SpanKind::kClient, "")->name, "");
  EXPECT_EQ(methods.Find(SpanKind::kServer, std::string(Methods::kMostBytes + 1, 'a')), nullptr);
}

TEST(MethodsTest, EachCodeOfItIsAPoint) {
  const KnownMethod* const method = Methods::Get().Find(SpanKind::kServer, "/d.D/D");
  const Context context = {1, 2, 3, Context::kSampled};
  for (const int code : {0, 0, 5, 99, 99, -1}) method->RecordDuration(code, 7, context);
  const metrics::Metric metric = Find("rpc.server.duration");
  ASSERT_EQ(metric.points.size(), 4u);
  std::uint64_t count = 0;
  for (const metrics::Point& point : metric.points) {
    count += point.count;
    EXPECT_EQ(std::get<std::string>(*FindAttribute(point.attributes, "rpc.service")), "d.D");
    EXPECT_EQ(point.exemplars.at(2).span_id, SpanId{3});
  }
  EXPECT_EQ(count, 6u);
  EXPECT_EQ(metric.unit, "ms");
  EXPECT_EQ(metric.scope, "grpc");
}

TEST(MethodsTest, FromManyThreadsAndNotWithoutEnd) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([] {
      for (std::size_t n = 0; n < Methods::kMost; ++n) {
        const std::string path = "/many.Many/" + std::to_string(n);
        const KnownMethod* const method = Methods::Get().Find(SpanKind::kClient, path);
        if (method == nullptr) return;
        ASSERT_EQ(method->path, path);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(Methods::Get().Find(SpanKind::kClient, "/many.Many/once.too.many"), nullptr);
  EXPECT_NE(Methods::Get().Find(SpanKind::kClient, "/many.Many/0"), nullptr);
}

}  // namespace
}  // namespace spansmith::rpc
