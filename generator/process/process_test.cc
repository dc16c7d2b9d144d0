// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/process/process.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

TEST(Process, GivesTheExitCodeOfTheProgram) {
  EXPECT_EQ(generator::Run({"true"}), 0);
  EXPECT_EQ(generator::Run({"sh", "-c", "exit 7"}), 7);
}

TEST(Process, ASignalIs128AndItsNumber) { EXPECT_EQ(generator::Run({"sh", "-c", "kill -9 $$"}), 128 + 9); }

TEST(Process, AProgramThatIsNotThereIs127) {
  testing::internal::CaptureStderr();
  EXPECT_EQ(generator::Run({"no-such-compiler"}), 127);
  EXPECT_EQ(generator::Run({}), 127);
  EXPECT_NE(testing::internal::GetCapturedStderr().find("cannot run `no-such-compiler`"), std::string::npos);
}

TEST(Process, CapturesBothStreamsHoweverLong) {
  std::string out;
  std::string errors;
  const int code = Capture(
      {"sh", "-c", "i=0; while [ $i -lt 20000 ]; do echo out; echo err >&2; i=$((i+1)); done; exit 3"},
      [&](std::string_view piece) { out += piece; }, &errors);
  EXPECT_EQ(code, 3);
  EXPECT_EQ(out.size(), 20000u * 4);
  EXPECT_EQ(errors.size(), 20000u * 4);
}

}  // namespace
}  // namespace spansmith::generator
