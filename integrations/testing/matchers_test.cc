// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Each matcher holds where it should, and only there; and a failure shows the tree.
#include <gtest/gtest.h>
#include <spansmith/testing/matchers.h>

#include <stdexcept>

namespace spansmith::testing {
namespace {

using injected::Guard;
using injected::Site;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

void Fail() {
  static Site site = Site("Get(Etcd)").Kind(SpanKind::kClient).Scope("etcd-controller").ErrorText("failed to get");
  Guard guard(&site);
  guard.Attribute("found", false);
  guard.Attribute("n", 7);
  guard.Attribute("ratio", 0.5);
  guard.Attribute("name", "etcd-sample");
  guard.Attribute("zones", std::vector<std::string>{"a", "b c"});
  throw std::runtime_error("timeout");
}

class Matchers : public ::testing::Test {
 protected:
  Matchers() {
    try {
      static Site outer("Reconcile");
      static Site middle("Work");
      const Guard a(&outer);
      injected::Injector().Into(reconcile_);
      const Guard b(&middle);
      Fail();
    } catch (const std::exception&) {
    }
    static Site later("Later");
    Guard guard(&later);
    guard.Link(reconcile_);
  }
  std::string reconcile_;
  Recorder recorder_;
};

TEST_F(Matchers, HoldOfOneSpan) {
  const Recorder recorder;
  EXPECT_THAT(recorder, Not(HasSpan("Reconcile")));
  EXPECT_THAT(recorder_, HasSpan("Reconcile", IsRoot()));
  EXPECT_THAT(recorder_.Spans(), HasSpan("Get(Etcd)", ChildOf("Work"), DescendantOf("Reconcile")));
  EXPECT_THAT(recorder_, HasSpan("Get(Etcd)", ChildOf(HasAttribute("error.type"))));
  EXPECT_THAT(recorder_, Not(HasSpan("Get(Etcd)", ChildOf("Reconcile"))));
  EXPECT_THAT(recorder_, Not(HasSpan("Get(Etcd)", IsRoot())));
  EXPECT_THAT(recorder_,
              HasSpan(TextMatcher(StartsWith("Get")), OfKind(SpanKind::kClient), OfScope("etcd-controller")));
  EXPECT_THAT(recorder_, Not(HasSpan("Reconcile", OfKind(SpanKind::kClient))));
  EXPECT_THAT(recorder_, HasSpan("Get(Etcd)", IsError("failed to get: timeout"), HasEvent("exception")));
  EXPECT_THAT(recorder_, HasSpan("Get(Etcd)", IsError(HasSubstr("timeout")), HasStatus(StatusCode::kError)));
  EXPECT_THAT(recorder_, Not(HasSpan("Later", IsError())));
  EXPECT_THAT(recorder_, HasSpan("Later", LinksTo("Reconcile")));
  EXPECT_THAT(recorder_, Not(HasSpan("Reconcile", LinksTo("Later"))));
}

TEST_F(Matchers, AttributesHaveTypes) {
  EXPECT_THAT(recorder_, HasSpan("Get(Etcd)", HasAttribute("found", false), HasAttribute("n", 7u),
                                 HasAttribute("ratio", 0.5f), HasAttribute("name", "etcd-sample")));
  EXPECT_THAT(recorder_, HasSpan(HasAttribute("name", StartsWith("etcd"))));
  EXPECT_THAT(recorder_, HasSpan(HasAttribute("zones", std::vector<std::string>{"a", "b c"})));
  for (const SpanMatcher& wrong :
       {HasAttribute("found", true), HasAttribute("found", 0), HasAttribute("n", "7"), HasAttribute("n", 7.0),
        HasAttribute("name", StartsWith("x")), HasAttribute("n", StartsWith("7")),
        HasAttribute("zones", std::vector<std::string>{"a"}), HasAttribute("nothing")}) {
    EXPECT_THAT(recorder_, Not(HasSpan(wrong))) << wrong.text();
  }
}

TEST_F(Matchers, AFailureSaysWhatWasWantedAndShowsTheTree) {
  const auto matcher = HasSpan("Reconcile", HasAttribute("n", 8));
  std::ostringstream wanted;
  matcher.DescribeTo(&wanted);
  EXPECT_EQ(wanted.str(), "has a span whose name is equal to \"Reconcile\", with the attribute {n=8}");
  std::ostringstream explained;
  EXPECT_FALSE(matcher.MatchAndExplain(recorder_, &explained));
  EXPECT_THAT(explained.str(), HasSubstr("the spans are:\nReconcile{"));
}

}  // namespace
}  // namespace spansmith::testing
