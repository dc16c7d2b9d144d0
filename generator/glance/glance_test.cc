// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/glance/glance.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace spansmith::generator {
namespace {

namespace fs = std::filesystem;

class GlanceTest : public testing::Test {
 protected:
  GlanceTest() {
    std::string pattern = testing::TempDir() + "glanceXXXXXX";
    folder_ = mkdtemp(pattern.data());
  }
  ~GlanceTest() override { fs::remove_all(folder_); }

  std::string Write(const std::string& name, const std::string& text) const {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
    return path.string();
  }
  // Whether nothing can be in src/main.cc of this text.
  bool Nothing(const std::string& text) {
    CompileCommand command;
    command.arguments = {"-c", Write("src/main.cc", text)};
    command.sources = {1};
    const std::optional<std::set<std::string>> files = FilesWithoutAnnotation(
        command, {{(folder_ / "quoted").string()}, {(folder_ / "one").string(), (folder_ / "two").string()}});
    count_ = files ? files->size() : 0;
    return files.has_value();
  }

  fs::path folder_;
  std::size_t count_ = 0;
};

TEST_F(GlanceTest, FollowsIncludesToWhereTheyAreFoundFirst) {
  Write("one/a.h", "#include <b.h>\n#include \"c.h\"\n#include <not there>\n");
  Write("one/c.h", "int c;");
  Write("one/b.h", "int b;");
  Write("two/b.h", "SPANSMITH_SPAN");  // hidden by the one before it
  Write("quoted/q.h", "int q;");
  EXPECT_TRUE(Nothing("#include <a.h>\n#include \"q.h\"\n"));
  EXPECT_EQ(count_, 5u);
  EXPECT_TRUE(Nothing("#include <q.h>\n"));  // not found there: the compiler will say so
  EXPECT_EQ(count_, 1u);
}

TEST_F(GlanceTest, AnAnnotationAnywhereWithinReachIsADoubt) {
  EXPECT_FALSE(Nothing("SPANSMITH_SPAN(\"a\") void a();"));
  Write("one/deep.h", "#include \"deeper.h\"\n");
  Write("one/deeper.h", "SPANSMITH_NOTE(a, b);");
  EXPECT_FALSE(Nothing("#if 0\n#include <deep.h>\n#endif\n"));
  Write("src/deeper.h", "");
  EXPECT_FALSE(Nothing("#include \"deeper.h\"\n#include <deep.h>\n"));  // of the same name in another folder
  EXPECT_TRUE(Nothing("#include \"deeper.h\"\n"));
}

TEST_F(GlanceTest, IncludeNextMeansAnyOfThem) {
  Write("one/x.h", "#include_next <x.h>\n");
  Write("two/x.h", "SPANSMITH_SPAN");
  EXPECT_FALSE(Nothing("#include <x.h>\n"));
  Write("two/x.h", "int x;");
  EXPECT_TRUE(Nothing("#include <x.h>\n"));
}

TEST_F(GlanceTest, GoesRoundInCirclesOnce) {
  Write("one/self.h", "#include \"../one/self.h\"\n#include \"self.h\"\n");
  EXPECT_TRUE(Nothing("#include <self.h>\n"));
}

TEST_F(GlanceTest, ALinkedHeaderIncludesWhatStandsBesideItsLink) {
  Write("elsewhere/h.h", "#include \"beside.h\"\n");
  Write("elsewhere/beside.h", "int a;");
  fs::create_directories(folder_ / "one");
  fs::create_symlink(folder_ / "elsewhere/h.h", folder_ / "one/h.h");
  Write("one/beside.h", "SPANSMITH_SPAN");
  EXPECT_FALSE(Nothing("#include \"../elsewhere/h.h\"\n#include <h.h>\n"));
}

TEST_F(GlanceTest, DoubtsComputedIncludesAndMissingSources) {
  EXPECT_FALSE(Nothing("#define X <a.h>\n#include X\n"));
  CompileCommand command;
  command.arguments = {"-c", (folder_ / "none.cc").string()};
  command.sources = {1};
  EXPECT_FALSE(FilesWithoutAnnotation(command, {}).has_value());
}

TEST_F(GlanceTest, TheSourceAloneMayHaveAnnotations) {
  const auto alone = [&](const std::string& text) {
    CompileCommand command;
    command.arguments = {"-c", Write("src/main.cc", text)};
    command.sources = {1};
    return SourceAloneHasAnnotations(command, {{}, {(folder_ / "one").string()}});
  };
  Write("one/spansmith/annotations.h", "#define SPANSMITH_SPAN(...)");
  Write("one/a.h", "#include <spansmith/annotations.h>\n");
  EXPECT_TRUE(alone("#include <a.h>\nSPANSMITH_SPAN(\"a\") int a();\n"));
  Write("one/a.h", "#if 0\nSPANSMITH_SPAN(\"b\") int b();\n#endif\n");
  EXPECT_FALSE(alone("#include <a.h>\nSPANSMITH_SPAN(\"a\") int a();\n"));
  EXPECT_FALSE(alone("#include A\nSPANSMITH_SPAN(\"a\") int a();\n"));
}

TEST(AreDoubtful, WhatBringsTextThatNoDirectiveNames) {
  EXPECT_TRUE(AreDoubtful({"-include", "a.h"}));
  EXPECT_TRUE(AreDoubtful({"-imacrosa.h"}));
  EXPECT_TRUE(AreDoubtful({"-DX=SPANSMITH_SPAN"}));
  EXPECT_TRUE(AreDoubtful({"-Xclang", "-load"}));
  EXPECT_FALSE(AreDoubtful({"-O2", "-Iinclude", "-isystem", "include", "-DX=1", "-fPIC", "-MD"}));
}

TEST(ReadSearchPath, BothListsAndNothingElse) {
  const std::string verbose =
      "Target: x\nignoring nonexistent directory \"/x\"\n#include \"...\" search starts here:\n q\n"
      "#include <...> search starts here:\n /a b\n /c\nEnd of search list.\n /d\n";
  const std::optional<SearchPath> path = ReadSearchPath(verbose);
  ASSERT_TRUE(path.has_value());
  EXPECT_EQ(*path, (SearchPath{{"q"}, {"/a b", "/c"}}));
  EXPECT_FALSE(ReadSearchPath("").has_value());
  EXPECT_FALSE(ReadSearchPath(verbose.substr(0, verbose.find("End"))).has_value());
  EXPECT_FALSE(ReadSearchPath("#include <...> search starts here:\n /F (framework directory)\nEnd of search list.\n"));
}

}  // namespace
}  // namespace spansmith::generator
