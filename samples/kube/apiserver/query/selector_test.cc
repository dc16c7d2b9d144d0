// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Selectors and what is said of wrong ones.
#include "samples/kube/apiserver/query/selector.h"

#include <gtest/gtest.h>

#include "samples/kube/apiserver/wire/status_error.h"

namespace kube::apiserver {
namespace {

bool Matches(const std::string& labels, const Json& has) {
  return Selector::Parse(labels, "", {}).Matches({{"metadata", {{"name", "n"}, {"labels", has}}}});
}

TEST(SelectorTest, Operators) {
  const Json labels = {{"app", "x"}, {"tier", "2"}};
  for (const char* text : {"", "app=x", "app==x,tier=2", "app!=y", "tier in (1, 2)", "app notin (y)", "other notin (y)",
                           "tier", "!other", "tier>1", "tier<3"}) {
    EXPECT_TRUE(Matches(text, labels)) << text;
  }
  for (const char* text :
       {"app=y", "app=x,tier=1", "app!=x", "tier in (1)", "app notin (x)", "other", "!app", "tier>2"}) {
    EXPECT_FALSE(Matches(text, labels)) << text;
  }
}

TEST(SelectorTest, WrongOnesAre400) {
  for (const char* text : {"app===", "app=-x-", "app in", "app in (a", "=x", "app x"}) {
    EXPECT_THROW(Selector::Parse(text, "", {}), StatusError) << text;
  }
  EXPECT_THROW(Selector::Parse("", "spec.x=1", {"metadata.name"}), StatusError);
}

TEST(SelectorTest, Fields) {
  const Selector selector = Selector::Parse("", "metadata.name!=a", {"metadata.name"});
  EXPECT_TRUE(selector.Matches({{"metadata", {{"name", "b"}}}}));
  EXPECT_FALSE(selector.Matches({{"metadata", {{"name", "a"}}}}));
}

}  // namespace
}  // namespace kube::apiserver
