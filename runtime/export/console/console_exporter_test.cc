// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A trace is printed when its root has ended, once, and the rest at the end.
#include "export/console/console_exporter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace spansmith::exporter {
namespace {

using ::testing::HasSubstr;

SpanData Span(std::uint64_t trace, std::uint64_t id, std::uint64_t parent) {
  SpanData span;
  span.trace_id = {0, trace};
  span.span_id = {id};
  span.parent_span_id = {parent};
  span.name = "S" + std::to_string(id);
  return span;
}

class ConsoleExporterTest : public ::testing::Test {
 protected:
  ~ConsoleExporterTest() override {
    std::fclose(stream_);
    std::free(text_);
  }
  void Export(std::vector<SpanData> batch) { exporter_.Export(drain::Batch(std::move(batch)), {}); }

  char* text_ = nullptr;
  std::size_t size_ = 0;
  std::FILE* stream_ = open_memstream(&text_, &size_);
  ConsoleExporter exporter_{stream_, {}};
};

TEST_F(ConsoleExporterTest, WaitsForTheRoot) {
  Export({Span(1, 2, 1), Span(7, 8, 9)});
  EXPECT_EQ(std::string(text_), "");
  Export({Span(1, 1, 0), Span(1, 3, 1)});
  EXPECT_THAT(text_, HasSubstr("Span: S1  [0ns]\n      ├─ Span: S"));
  EXPECT_THAT(text_, HasSubstr("Span: S3"));
  const std::size_t printed = size_;
  exporter_.Finish();
  EXPECT_THAT(text_ + printed, HasSubstr("(incomplete"));
  EXPECT_THAT(text_ + printed, HasSubstr("Span: S8"));
  exporter_.Finish();
  EXPECT_EQ(std::string(text_).find("Span: S8"), std::string(text_).rfind("Span: S8"));
}

TEST_F(ConsoleExporterTest, ASpanWithAParentElsewhereIsTheRootHere) {
  SpanData root = Span(1, 1, 99);
  root.parent_is_remote = true;
  Export({Span(1, 2, 1), root});
  EXPECT_THAT(text_, HasSubstr("Span: S1  [0ns]\n      └─ Span: S2"));
  EXPECT_EQ(std::string(text_).find("incomplete"), std::string::npos);
}

TEST_F(ConsoleExporterTest, DoesNotHoldSpansWithoutBound) {
  std::vector<SpanData> many;
  for (std::uint64_t i = 0; i < ConsoleExporter::kMaxHeld + 1; ++i) many.push_back(Span(5, i + 2, 1));
  Export(many);
  EXPECT_THAT(text_, HasSubstr("(incomplete"));
}

}  // namespace
}  // namespace spansmith::exporter
