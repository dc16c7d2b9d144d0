// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/transform/edit_plan.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace spansmith::generator {
namespace {

Point At(std::size_t offset) { return {offset, {"a.cc", 1, static_cast<unsigned>(offset + 1)}}; }

TEST(EditPlan, OrdersByOffsetThenKindThenArrival) {
  EditPlan plan;
  plan.Insert(At(5), EditOrder::kOpen, {{"open", std::nullopt}});
  plan.Insert(At(5), EditOrder::kClose, {{"close 1", std::nullopt}});
  plan.Insert(At(5), EditOrder::kClose, {{"close 2", std::nullopt}});
  plan.Insert(At(5), EditOrder::kGuard, {{"guard", std::nullopt}});
  plan.Insert(At(5), EditOrder::kBeforeGuard, {{"carry", std::nullopt}});
  plan.Insert(At(2), EditOrder::kInside, {{"first", std::nullopt}});
  std::string order;
  for (const Edit& edit : plan.Finish()) order += edit.segments[0].text + " ";
  EXPECT_EQ(order, "first close 1 close 2 carry guard open ");
}

TEST(EditPlan, AReplacementResumesBehindWhatItReplaced) {
  EditPlan plan;
  plan.Replace(At(2), At(6), EditOrder::kOpen, {{"x", std::nullopt}});
  const std::vector<Edit> edits = plan.Finish();
  EXPECT_EQ(edits[0].remove, 4u);
  EXPECT_EQ(edits[0].resume.column, 7u);
}

TEST(EditPlan, RefusesToEditWhatItRemoves) {
  EditPlan plan;
  plan.Replace(At(2), At(6), EditOrder::kOpen, {});
  plan.Insert(At(6), EditOrder::kInside, {});
  EXPECT_NO_THROW(plan.Finish());
  plan.Insert(At(4), EditOrder::kInside, {});
  EXPECT_THROW(plan.Finish(), std::logic_error);
}

}  // namespace
}  // namespace spansmith::generator
