// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The ids as text.
#include <gtest/gtest.h>
#include <spansmith/trace_ids.h>

namespace spansmith {
namespace {

TEST(TraceIds, AreThoseOfTheInnermostSpan) {
  EXPECT_FALSE(static_cast<bool>(CurrentTraceIds()));
  EXPECT_STREQ(CurrentTraceIds().trace_id, "");
  EXPECT_STREQ(CurrentTraceIds().trace_flags, "");
  const injected::Attached attached({0x4bf92f3577b34da6, 0xa3ce929d0e0e4736, 0x00f067aa0ba902b7, 1});
  const TraceIds ids = CurrentTraceIds();
  EXPECT_TRUE(static_cast<bool>(ids));
  EXPECT_STREQ(ids.trace_id, "4bf92f3577b34da6a3ce929d0e0e4736");
  EXPECT_STREQ(ids.span_id, "00f067aa0ba902b7");
  EXPECT_STREQ(ids.trace_flags, "01");
  const injected::Attached unsampled({1, 2, 3, 0});
  EXPECT_STREQ(CurrentTraceIds().trace_flags, "00");
}

}  // namespace
}  // namespace spansmith
