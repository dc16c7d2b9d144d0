// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/prefilter.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

TEST(MarkCounter, CountsAcrossPieces) {
  const std::string text =
      "[[clang::annotate(\"spansmith:span\", \"x\", \"spansmith:attr\")]] \"spansmit\" \"spansmith:note\"";
  for (std::size_t cut = 1; cut < text.size(); ++cut) {
    MarkCounter counter;
    for (std::size_t at = 0; at < text.size(); at += cut) counter.Add(std::string_view(text).substr(at, cut));
    EXPECT_EQ(counter.count(), 3u) << cut;
  }
}

TEST(SearchDirectories, AreThoseForAngleBrackets) {
  EXPECT_EQ(SearchDirectories("#include \"...\" search starts here:\n quoted\n#include <...> search starts here:\n"
                              " /usr/include/c++/12\n /with blank\nEnd of search list.\n trailing\n"),
            (Arguments{"/usr/include/c++/12", "/with blank"}));
}

}  // namespace
}  // namespace spansmith::generator
