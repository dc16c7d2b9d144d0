// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/glance/include_scan.h"

#include <gtest/gtest.h>

#include <string>

namespace spansmith::generator {
namespace {

std::string Text(const std::string& text) {
  const ScannedText scanned = ScanIncludes(text);
  std::string out;
  for (const ScannedInclude& one : scanned.includes) {
    out += (out.empty() ? "" : " ") + std::string(one.next ? "next:" : "") + (one.quoted ? "\"" : "<") +
           std::string(one.name) + (one.quoted ? "\"" : ">");
  }
  return out + (scanned.doubtful ? " ?" : "");
}

TEST(ScanIncludes, FindsDirectivesWhateverTheirConditions) {
  EXPECT_EQ(Text("#include <a.h>\n#if 0\n  #  include\t\"b/c.h\" // x\n#endif\n#include_next <d>"),
            "<a.h> \"b/c.h\" next:<d>");
  EXPECT_EQ(Text("\xef\xbb\xbf#include <a>\r\n#import \"b\"\r\n"), "<a> \"b\"");
  EXPECT_EQ(Text("/* c */ #/**/include/* d */<e>\n"), "<e>");
  EXPECT_EQ(Text("#define X \\\n#include <in a macro>\n"), "<in a macro>");
}

TEST(ScanIncludes, LeavesWhatIsNone) {
  EXPECT_EQ(Text("// see #include this\nint a; #include <b>\n#define INCLUDE #include\n#includes <a>\n#pragma once\n"),
            "");
  EXPECT_EQ(Text(" * #include <features.h> first\n#error \"Never #include it\"\n"), "");
  EXPECT_EQ(Text("/* What\n   #include's protect, and\n #include, too\n*/\n#include <a.h>\n"), "<a.h>");  // limits.h
  EXPECT_EQ(Text("a = b %:> 3; x ? ? y : \"?"
                 "?=\";\n#"),
            "");
}

TEST(ScanIncludes, DoubtsWhatItCannotRead) {
  for (const char* text : {"#include NAME\n", "#include BOOST_PP_ITERATE()\n", "#inc\\\nlude <a>\n",
                           "#\\\ninclude <a>\n", "#include \\\n<a>\n", "%:include <a>\n",
                           "?"
                           "?=include <a>\n",
                           "#include <a\n>\n", "#include", "# /* a\n",
                           "#imp?"
                           "?/\nort <a>\n"}) {
    EXPECT_TRUE(ScanIncludes(text).doubtful) << text;
  }
  EXPECT_FALSE(ScanIncludes("#define A \\\n  b\n#def\\\nine C\n").doubtful);
}

TEST(HoldsAnnotationWord, FindsMacrosAndMarks) {
  EXPECT_TRUE(HoldsAnnotationWord("  SPANSMITH_SPAN(\"a\")"));
  EXPECT_TRUE(HoldsAnnotationWord("[[clang::annotate(\"spansmith:span\")]]"));
  EXPECT_FALSE(HoldsAnnotationWord("#include <spansmith/runtime.h>\nspansmith::Runtime r; SPANSMITH x;"));
  EXPECT_FALSE(HoldsAnnotationWord(""));
}

TEST(UsesAnnotationsPlainly, OutsideConditionsAndDirectives) {
  EXPECT_TRUE(
      UsesAnnotationsPlainly("#include <spansmith/annotations.h>\nSPANSMITH_SPAN(\"a\", SPANSMITH_ROOT)\nint a;"));
  EXPECT_TRUE(
      UsesAnnotationsPlainly("#if 1\n#define A \\\n b\n#endif\nSPANSMITH_SPAN(\"a\") spansmith::Runtime a();\n"));
  for (const char* text :
       {"", "int a;", "// SPANSMITH_SPAN", "a(\"SPANSMITH_SPAN(\");", "MY_SPANSMITH_SPAN();", "SPANSMITH_ROOT;",
        "#ifdef A\nSPANSMITH_SPAN(\"a\")\n#endif\n", "#ifdef A\nSPANSMITH_SPAN(\"a\")\n",
        "SPANSMITH_SPAN(\"a\")\n#endif", "SPANSMITH_SPAN(\"a\")\n # if A\n#else\nSPANSMITH_SPAN(\"b\")\n#endif\n",
        "#define A SPANSMITH_SPAN(\"a\")\n", "#define A \\\r\n SPANSMITH_SPAN(\"a\")\n",
        "[[clang::annotate(\"spansmith:span\")]] SPANSMITH_SPAN(\"a\")"}) {
    EXPECT_FALSE(UsesAnnotationsPlainly(text)) << text;
  }
}

}  // namespace
}  // namespace spansmith::generator
