// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The text that golden files hold.
#include <gtest/gtest.h>
#include <spansmith/testing/tree.h>

namespace spansmith::testing {
namespace {

SpanData Span(std::uint64_t id, std::uint64_t parent, const char* name, std::uint64_t start) {
  SpanData span;
  span.span_id = {id};
  span.parent_span_id = {parent};
  span.name = name;
  span.start_unix_nano = start;
  span.end_unix_nano = start + 1;
  return span;
}

TEST(TreeText, NestsSortsAndLeavesOutPlaces) {
  std::vector<SpanData> spans = {Span(3, 1, "second", 20), Span(2, 1, "first", 10), Span(1, 0, "root", 1)};
  spans[0].kind = SpanKind::kClient;
  spans[0].status = {StatusCode::kError, "broken (badly)"};
  spans[0].events = {
      {"exception", 0, {{"exception.type", std::string("T")}, {"error.origin.span_id", std::string("1")}}}};
  spans[0].dropped_attributes = 2;
  spans[1].status = {StatusCode::kOk, ""};
  spans[2].attributes = {{"z", true}, {"code.line.number", std::int64_t{3}}, {"a.b", std::string("x")}};
  spans[2].scope = {"s", "1"};
  EXPECT_EQ(TreeText(spans),
            "root{a.b=x, z=true}\n"
            "  first Ok\n"
            "  second (client) !Error(broken (badly)) +2 dropped attributes\n"
            "    * exception{exception.type=T}\n");
  TreeOptions options;
  options.show_scope = true;
  options.show_code = true;
  options.show_events = false;
  EXPECT_EQ(TreeText({spans[2]}, options), "root [s@1]{a.b=x, code.line.number=3, z=true}\n");
}

TEST(TreeText, SiblingsMayBeSortedByText) {
  const std::vector<SpanData> spans = {Span(1, 0, "root", 1), Span(2, 1, "b", 10), Span(3, 1, "a", 20),
                                       Span(4, 3, "z", 21), Span(5, 3, "y", 22)};
  TreeOptions options;
  options.sort_by_text = true;
  EXPECT_EQ(TreeText(spans, options), "root\n  a\n    y\n    z\n  b\n");
}

TEST(TreeText, AtTheSameTimeTheIdDecides) {
  const std::vector<SpanData> spans = {Span(9, 0, "last", 1), Span(3, 0, "second", 1), Span(2, 0, "first", 1)};
  EXPECT_EQ(TreeText(spans), "first\nsecond\nlast\n");
}

TEST(TreeText, LinksAreNamed) {
  std::vector<SpanData> spans = {Span(1, 0, "root", 1), Span(2, 0, "follower", 3)};
  spans[1].links = {{{}, {1}, 1, {{"why", std::string("x")}}, 0}, {{}, {77}, 1, {}, 0}};
  spans[1].events = {{"e", 0, {}, 3}};
  spans[1].dropped_events = 4;
  spans[1].dropped_links = 5;
  EXPECT_EQ(TreeText(spans),
            "root\n"
            "follower +4 dropped events +5 dropped links\n"
            "  -> root{why=x}\n"
            "  -> (elsewhere)\n"
            "  * e +3 dropped attributes\n");
  TreeOptions options;
  options.show_links = false;
  EXPECT_EQ(TreeText({spans[1]}, options),
            "follower +4 dropped events +5 dropped links\n  * e +3 dropped attributes\n");
}

TEST(TreeText, SpansWithoutTheirParentAreRoots) {
  EXPECT_EQ(TreeText({Span(2, 99, "orphan", 2), Span(1, 0, "root", 1)}), "root\norphan\n");
}

std::string Shown(AttributeValue value) {
  SpanData span = Span(1, 0, "s", 0);
  span.attributes = {{"v", std::move(value)}};
  return TreeText({span});
}

TEST(TreeText, Values) {
  EXPECT_EQ(Shown(std::int64_t{-7}), "s{v=-7}\n");
  EXPECT_EQ(Shown(2.0), "s{v=2.0}\n");
  EXPECT_EQ(Shown(0.25), "s{v=0.25}\n");
  EXPECT_EQ(Shown(1e30), "s{v=1e+30}\n");
  EXPECT_EQ(Shown(std::string("plain-text/1:2")), "s{v=plain-text/1:2}\n");
  EXPECT_EQ(Shown(std::string("two words")), "s{v=\"two words\"}\n");
  EXPECT_EQ(Shown(std::string("")), "s{v=\"\"}\n");
  EXPECT_EQ(Shown(std::string("12")), "s{v=\"12\"}\n");
  EXPECT_EQ(Shown(std::string("true")), "s{v=\"true\"}\n");
  EXPECT_EQ(Shown(std::string("a\"b\\c\nd\x01")), "s{v=\"a\\\"b\\\\c\\nd\\x01\"}\n");
}

}  // namespace
}  // namespace spansmith::testing
