// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Every case by every compiler. With SPANSMITH_GOLDEN_UPDATE=1 (scripts/golden --update) it writes the expected files
// from what g++ gave (clang++ where that alone has the language) instead of comparing; the rest is checked all the
// same.

#include <gtest/gtest.h>

#include <cstdlib>
#include <ostream>
#include <string>
#include <tuple>

#include "golden_case.h"
#include "golden_text.h"

namespace spansmith::golden {

// For the names that ctest shows; found beside Case.
void PrintTo(const Case& test, std::ostream* out);
void PrintTo(const Case& test, std::ostream* out) { *out << test.name; }

namespace {

using Parameter = std::tuple<Case, std::string>;

class Golden : public testing::TestWithParam<Parameter> {};

TEST_P(Golden, BuildsRunsAndTracesAsExpected) {
  const auto& [test, compiler] = GetParam();
  const bool gxx = compiler.find("clang") == std::string::npos;
  const bool update = std::getenv("SPANSMITH_GOLDEN_UPDATE") != nullptr && (gxx || test.clang_only);
  const CaseRun run = Build(
      test, compiler, std::string(GOLDEN_WORK) + "/" + ReplaceAll(test.name, "/", "_") + (gxx ? ".g++" : ".clang++"));

  const bool exact = test.name.rfind("spelling/", 0) == 0;
  const std::string rewritten = exact ? run.rewritten : Fold(run.rewritten);
  const std::string headers = exact ? run.headers : Fold(run.headers);
  if (update) {
    WriteFile(test.folder + "/expected.cc", rewritten);
    WriteFile(test.folder + "/expected.headers", headers);
    WriteFile(test.folder + "/expected.diag", run.instrumented.messages + run.rules_said);
    WriteFile(test.folder + "/expected.spans", run.spans);
    WriteFile(test.folder + "/expected.report", run.report);
  }
  EXPECT_EQ(ReadFile(test.folder + "/expected.cc"), rewritten);
  EXPECT_EQ(ReadFile(test.folder + "/expected.headers"), headers);
  EXPECT_EQ(ReadFile(test.folder + "/expected.diag"), run.instrumented.messages + run.rules_said);
  EXPECT_EQ(ReadFile(test.folder + "/expected.report"), run.report);
  const bool refused = run.instrumented.messages.find(" error: ") != std::string::npos;
  ASSERT_EQ(run.instrumented.code == 0, !refused) << run.instrumented.messages;
  if (refused) return;

  EXPECT_EQ(run.plain.code, 0) << run.plain.messages;
  EXPECT_EQ(run.plain.messages, "");
  // The tool's own warnings apart, whatever the compiler says, it says of both alike: same file, line and column.
  EXPECT_EQ(SortedLines(ReplaceAll(run.all_warnings_instrumented, run.instrumented.messages, "")),
            SortedLines(run.all_warnings_plain));
  if (!test.runs) return;
  EXPECT_EQ(run.plain_output, run.instrumented_output);
  EXPECT_EQ(ReadFile(test.folder + "/expected.spans"), run.spans);
  if (test.same_spans) {
    EXPECT_EQ(run.annotations_spans, run.spans);
  }
}

std::vector<Parameter> Parameters() {
  std::vector<Parameter> out;
  for (const Case& test : FindCases(GOLDEN_CASES)) {
    if (!test.clang_only) out.emplace_back(test, GOLDEN_GXX);
    if (!test.gxx_only && std::string(GOLDEN_CLANGXX) != "") out.emplace_back(test, GOLDEN_CLANGXX);
  }
  return out;
}

std::string NameOf(const testing::TestParamInfo<Parameter>& parameter) {
  const auto& [test, compiler] = parameter.param;
  std::string name = test.name + (compiler.find("clang") == std::string::npos ? "_gxx" : "_clang");
  for (char& c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(Parameters()), NameOf);

}  // namespace
}  // namespace spansmith::golden
