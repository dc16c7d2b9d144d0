// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The picture, whole.
#include "export/console/tree_picture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace spansmith::exporter {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

SpanData Span(std::uint64_t id, std::uint64_t parent, const char* name, std::uint64_t start, std::uint64_t end,
              Attributes attributes = {}) {
  SpanData span;
  span.trace_id = {1, 2};
  span.span_id = {id};
  span.parent_span_id = {parent};
  span.name = name;
  span.start_unix_nano = start;
  span.end_unix_nano = end;
  span.attributes = std::move(attributes);
  return span;
}

std::vector<SpanData> EtcdTrace() {
  const std::string name = "my-db";
  std::vector<SpanData> spans = {
      Span(4, 3, "BuildEtcdStatefulSet", 2'000, 4'000'000, {{"sts.replicas", std::int64_t{3}}}),
      Span(5, 3, "CreateOrUpdate(StatefulSet)", 5'000'000, 125'000'000,
           {{"k8s.object.name", name + "-etcd"}, {"code.line.number", std::int64_t{7}}}),
      Span(3, 1, "ReconcileStatefulSet", 1'000, 8'200'000'000, {}),
      Span(2, 1, "Get(Etcd)", 500, 85'500, {{"k8s.object.name", name}}),
      Span(1, 0, "Reconcile", 0, 12'300'000'000,
           {{"k8s.namespace", std::string("default")},
            {"k8s.name", name},
            {"k8s.object.kind", std::string("Etcd")},
            {"k8s.object.namespace", std::string("default")},
            {"k8s.object.name", name}}),
  };
  spans[1].status = {StatusCode::kError, "StatefulSet apply failed: conflict"};
  spans[1].events = {
      {"exception", 9, {{"exception.type", std::string("Conflict")}, {"exception.message", std::string("conflict")}}}};
  spans[2].status = {StatusCode::kError, "failed: conflict"};
  spans[2].events = {
      {"exception", 9, {{"exception.type", std::string("Conflict")}, {"error.origin.span_id", std::string("05")}}}};
  spans[2].attributes = {{"error.origin", std::string("CreateOrUpdate(StatefulSet)")},
                         {"error.origin.span_id", std::string("0000000000000005")}};
  spans[4].status = {StatusCode::kOk, ""};
  return spans;
}

TEST(TreePicture, DrawsTheTrace) {
  EXPECT_EQ(DrawTrace(EtcdTrace(), {}, false),
            "Trace: Etcd \"my-db\" reconciliation  00000000000000010000000000000002\n"
            "  └─ Span: Reconcile my-db  [12.3s]  Ok  k8s.namespace=default k8s.object.kind=Etcd\n"
            "      ├─ Span: Get(Etcd) my-db  [85us]\n"
            "      └─ Span: ReconcileStatefulSet  [8.2s]  error.origin=CreateOrUpdate(StatefulSet)\n"
            "          │ Error: failed: conflict\n"
            "          ├─ Span: BuildEtcdStatefulSet  [4ms]  sts.replicas=3\n"
            "          └─ Span: CreateOrUpdate(StatefulSet) my-db-etcd  [120ms]\n"
            "                Error: StatefulSet apply failed: conflict\n"
            "                exception Conflict: conflict\n");
}

TEST(TreePicture, FullShowsWhereAndIds) {
  const std::string picture = DrawTrace(EtcdTrace(), {false, true}, false);
  EXPECT_THAT(picture, HasSubstr("code.line.number=7"));
  EXPECT_THAT(picture, HasSubstr("span 0000000000000005"));
  EXPECT_THAT(picture, HasSubstr("exception Conflict\n"));
}

TEST(TreePicture, LinksAndEventsAreShort) {
  std::vector<SpanData> spans = {Span(1, 0, "S", 1'000, 9'000'000, {{"a", true}})};
  spans[0].links = {{{0xab12cd34ef560000, 1}, {2}, 1, {}, 0}, {{3, 4}, {5}, 1, {}, 0}};
  spans[0].events = {{"retry", 2'001'000, {{"attempt", std::int64_t{2}}}, 0}};
  spans[0].dropped_links = 2;
  EXPECT_EQ(DrawTrace(spans, {}, false),
            "Trace: S  00000000000000010000000000000002\n"
            "  └─ Span: S  [9ms]  a=true  link=ab12cd34... link=00000000...\n"
            "        retry +2ms attempt=2\n"
            "        2 links did not fit\n");
  spans[0].links.resize(10);
  EXPECT_THAT(DrawTrace(spans, {}, false), HasSubstr("link=00000000... and 7 more\n"));
  EXPECT_THAT(DrawTrace(spans, {false, true}, false),
              HasSubstr("link=ab12cd34ef5600000000000000000001/0000000000000002 link="));
}

TEST(TreePicture, ColorOnlyWhenAsked) {
  EXPECT_THAT(DrawTrace(EtcdTrace(), {}, false), Not(HasSubstr("\033")));
  EXPECT_THAT(DrawTrace(EtcdTrace(), {true, false}, false), HasSubstr("\033[31mReconcileStatefulSet\033[0m"));
}

TEST(TreePicture, AnIncompleteTraceSaysSo) {
  std::vector<SpanData> spans = EtcdTrace();
  spans.pop_back();
  EXPECT_THAT(DrawTrace(spans, {}, true), HasSubstr("(incomplete: its root span has not ended)\n  ├─ Span: Get(Etcd)"));
}

TEST(TreePicture, ValuesCannotBreakTheTerminal) {
  std::vector<SpanData> spans = {Span(1, 0, "S", 0, 1, {{"a", std::string("x\033[2J\ny")}})};
  EXPECT_THAT(DrawTrace(spans, {}, false), HasSubstr("a=x?[2J\\ny"));
}

TEST(DurationText, ThreeDigitsAndAUnit) {
  EXPECT_EQ(DurationText(0), "0ns");
  EXPECT_EQ(DurationText(640), "640ns");
  EXPECT_EQ(DurationText(85'000), "85us");
  EXPECT_EQ(DurationText(999'600), "1ms");
  EXPECT_EQ(DurationText(1'234'000), "1.23ms");
  EXPECT_EQ(DurationText(50'000'000), "50ms");
  EXPECT_EQ(DurationText(12'300'000'000), "12.3s");
  EXPECT_EQ(DurationText(123'000'000'000), "2m3s");
}

}  // namespace
}  // namespace spansmith::exporter
