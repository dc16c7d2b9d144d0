// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/emit/emit.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

// The text behind the prologue.
std::string Body(const std::string& text, const EditPlan& plan) {
  const std::string out = Emit({"a.cc", text, "// origin\n"}, plan.Finish(), {});
  const std::string mark = "#line 1 \"a.cc\"\n";
  EXPECT_EQ(out.rfind("// origin\n#include <spansmith/injected.h>\n#if SPANSMITH_INJECTED_CONTRACT", 0), 0u);
  return out.substr(out.find(mark) + mark.size());
}

Point At(std::size_t offset, unsigned line, unsigned column) { return {offset, {"a.cc", line, column}}; }

TEST(Emit, AnInsertionAtTheEndOfALineStaysOnIt) {
  EditPlan plan;
  plan.Insert(At(8, 1, 9), EditOrder::kGuard, {{" guard;", std::nullopt}});
  EXPECT_EQ(Body("void f{} // x\n}\n", plan), "void f{} guard; // x\n}\n");
}

TEST(Emit, WarningsThatAGuardWouldDecideAreOff) {
  Original original = {"a.cc", "f{}\n", "// origin\n"};
  const std::string mismatched = "#pragma GCC diagnostic ignored \"-Wmismatched-new-delete\"\n";
  EXPECT_EQ(Emit(original, {}, {}).find(mismatched), std::string::npos);
  original.allocates_itself = true;
  EXPECT_NE(Emit(original, {}, {}).find(mismatched), std::string::npos);
}

TEST(Emit, AForcedHeaderIncludesWhatInjectedTextNeeds) {
  Original original = {"a.h", "f{}\n", "// origin\n", true};
  EXPECT_EQ(Emit(original, {}, {"<b.h>"}), "// origin\n#line 1 \"a.h\"\nf{}\n");
  original.forced = true;
  const std::string out = Emit(original, {}, {"<b.h>"});
  EXPECT_EQ(out.rfind("// origin\n#include <spansmith/injected.h>\n#include <b.h>\n#if", 0), 0u);
  EXPECT_NE(out.find("\n#endif\n#line 1 \"a.h\"\nf{}\n"), std::string::npos);
}

TEST(Emit, WhereLinesAreCountedTheFileIsNamedOnlyWhereItIsAnother) {
  EditPlan plan;
  plan.Insert(At(2, 1, 3), EditOrder::kGuard, {{" g(", std::nullopt}, {"x", Place{"a.h", 7, 1}}, {");", std::nullopt}});
  plan.Insert(At(11, 3, 4), EditOrder::kGuard, {{" guard;", std::nullopt}});
  const Original original = {"a.cc", "f{ x;\n}\ng { y; }\n", "// origin\n", false, false, false, false, true};
  const std::string out = Emit(original, plan.Finish(), {});
  const std::string mark = "#line 1 \"a.cc\"\n";
  EXPECT_EQ(out.substr(out.find(mark) + mark.size()),
            "f{ g(\n#line 7 \"a.h\"\nx);\n#line 1 \"a.cc\"\n   x;\n}\ng { guard;\n#line 3\n    y; }\n");
}

TEST(Emit, TextBehindAnInsertionKeepsItsLineAndColumn) {
  EditPlan plan;
  plan.Insert(At(3, 1, 4), EditOrder::kGuard, {{" guard;", std::nullopt}});
  EXPECT_EQ(Body("\tf{ x; }\n", plan), "\tf{ guard;\n#line 1 \"a.cc\"\n\t   x; }\n");
}

TEST(Emit, APastedExpressionIsSeenWhereItWasWritten) {
  EditPlan plan;
  plan.Insert(At(2, 1, 3), EditOrder::kGuard,
              {{" g(", std::nullopt}, {"req.ns", Place{"a \"b\".h", 7, 5}}, {");", std::nullopt}});
  EXPECT_EQ(Body("f{\n}\n", plan), "f{ g(\n#line 7 \"a \\\"b\\\".h\"\n    req.ns);\n#line 2 \"a.cc\"\n}\n");
}

TEST(Emit, ReplacementsAndInsertionsAtTheirEndFollowEachOther) {
  EditPlan plan;
  plan.Replace(At(0, 1, 1), At(7, 1, 8), EditOrder::kOpen, {{"{ T r = ", std::nullopt}});
  plan.Insert(At(9, 1, 10), EditOrder::kClose, {{" return r; }", std::nullopt}});
  EXPECT_EQ(Body("return x;\n", plan), "{ T r = \n#line 1 \"a.cc\"\n       x; return r; }\n");
}

TEST(Emit, InsideADirectiveNothingIsRestored) {
  EditPlan plan;
  plan.ReplaceInDirective(9, 14, {{"\"/abs/b.h\"", std::nullopt}});
  EXPECT_EQ(Body("#include \"b.h\" // why\n", plan), "#include \"/abs/b.h\" // why\n");
}

TEST(Emit, AFileWithoutAFinalLineFeedOrWithAByteOrderMark) {
  EditPlan plan;
  plan.Insert(At(5, 1, 3), EditOrder::kGuard, {{"g;", std::nullopt}, {"x", Place{"a.h", 1, 1}}});
  EXPECT_EQ(Body("\xEF\xBB\xBF"
                 "f{",
                 plan),
            "f{g;\n#line 1 \"a.h\"\nx\n#line 2 \"a.cc\"");
}

}  // namespace
}  // namespace spansmith::generator
