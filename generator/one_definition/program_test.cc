// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/one_definition/program.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "generator/report/fragment.h"

namespace spansmith::generator {
namespace {

namespace fs = std::filesystem;

class TwoDefinitionsTest : public testing::Test {
 protected:
  TwoDefinitionsTest() {
    fs::remove_all(build_);
    fs::create_directories(build_);
  }

  // An instrumented object: of a.h the function F, with a span or without.
  std::string Traced(const std::string& name, ReasonCode reason, bool shared = true) {
    FunctionAccount account{"ns::F", "a.h", 3, 5, reason, "", Asked::kRule, "F"};
    account.header = true;
    account.shared = shared;
    SourceReport report;
    report.source = name + ".cc";
    report.outcome = kSourceInstrumented;
    report.functions = {account};
    std::ofstream(build_ / (name + ".o.spansmith.json")) << FragmentText(report);
    return (build_ / (name + ".o")).string();
  }

  // An object of which the build knows what it includes.
  std::string Plain(const std::string& name, const std::string& header) {
    std::ofstream(build_ / (name + ".o.d")) << name << ".o: " << (build_ / header).string() << "\n";
    return (build_ / (name + ".o")).string();
  }

  std::vector<std::string> Messages(const std::vector<ProgramPart>& parts) const {
    std::vector<std::string> out;
    for (const Diagnostic& diagnostic : TwoDefinitions("app", parts, build_.string()))
      out.push_back(fs::path(diagnostic.place.file).filename().string() + ": " + Message(diagnostic));
    return out;
  }

  const fs::path build_ = fs::path(testing::TempDir()) / "two_definitions";
  const std::string project_ = build_.string();
  const std::string said_ =
      "a.h: ns::F has a span in the target traced and none in the target plain, and both are parts of app";
};

TEST_F(TwoDefinitionsTest, AHeaderThatAPlainTargetIncludesTooIsNamed) {
  const std::vector<std::string> messages = Messages(
      {{"traced", project_, {Traced("t", ReasonCode::kNone)}}, {"plain", "", {Plain("p", "a.h"), Plain("q", "a.h")}}});
  ASSERT_EQ(messages.size(), 1u);
  EXPECT_EQ(messages[0].substr(0, said_.size()), said_);
}

TEST_F(TwoDefinitionsTest, SoIsOneThatAnotherTargetsRulesDoNotReach) {
  const std::vector<std::string> messages = Messages({{"plain", project_, {Traced("p", ReasonCode::kNotSelected)}},
                                                      {"traced", project_, {Traced("t", ReasonCode::kNone)}}});
  ASSERT_EQ(messages.size(), 1u);
  EXPECT_EQ(messages[0].substr(0, said_.size()), said_);
}

TEST_F(TwoDefinitionsTest, NothingIsSaidWhereAllAgreeOrShareNothing) {
  const ProgramPart traced{"traced", project_, {Traced("t", ReasonCode::kNone)}};
  EXPECT_TRUE(Messages({traced, {"alike", project_, {Traced("u", ReasonCode::kNone)}}}).empty());
  EXPECT_TRUE(Messages({traced, {"plain", "", {Plain("p", "b.h")}}}).empty());
  EXPECT_TRUE(Messages({traced, {"plain", "", {(build_ / "unknown.o").string()}}}).empty());
  const ProgramPart internal{"internal", project_, {Traced("i", ReasonCode::kNone, false)}};
  EXPECT_TRUE(Messages({internal, {"plain", "", {Plain("p", "a.h")}}}).empty());
}

TEST_F(TwoDefinitionsTest, APrecompiledHeaderSpeaksForAPlainTargetAlone) {
  std::ofstream(build_ / "cmake_pch.hxx.gch.d") << "cmake_pch.hxx.gch: " << (build_ / "a.h").string() << "\n";
  const std::string precompiled = (build_ / "cmake_pch.hxx.gch").string();
  const ProgramPart traced{"traced", project_, {Traced("t", ReasonCode::kNone), precompiled}};
  EXPECT_TRUE(Messages({traced, {"alike", project_, {Traced("u", ReasonCode::kNone), precompiled}}}).empty());
  EXPECT_EQ(Messages({traced, {"plain", "", {precompiled}}}).size(), 1u);
}

TEST(ReadParts, NamesMayHoldBlanksInFolders) {
  const std::vector<ProgramPart> parts = ReadParts("target a /my project\n/o 1.o\n\ntarget b\n/o/2.o\n");
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[0].target, "a");
  EXPECT_EQ(parts[0].project, "/my project");
  EXPECT_EQ(parts[0].objects, std::vector<std::string>{"/o 1.o"});
  EXPECT_EQ(parts[1].project, "");
}

}  // namespace
}  // namespace spansmith::generator
