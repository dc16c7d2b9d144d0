// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A misspelt variable is told; one of somebody else is not.
#include "config/unknown.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace spansmith::config {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(UnknownVariables, NameTheOneThatWasMeant) {
  EXPECT_THAT(
      UnknownVariables({"SPANSMITH_FLITER"}),
      ElementsAre("SPANSMITH_FLITER: there is no such variable, and it does nothing; did you mean SPANSMITH_FILTER?"));
  const std::pair<const char*, const char*> meant[] = {
      {"SPANSMITH_FILTERS", "SPANSMITH_FILTER"},
      {"SPANSMITH_SIGNAL", "SPANSMITH_SIGNALS"},
      {"SPANSMITH_TRACE_FILE", "SPANSMITH_TRACES_FILE"},
      {"SPANSMITH_SPILL_DIR", "SPANSMITH_SPILL_DIRECTORY"},
      {"SPANSMITH_THROWHOOK", "SPANSMITH_THROW_HOOK"},
      {"SPANSMITH_TAIL_MAXBYTES", "SPANSMITH_TAIL_MAX_BYTES"},
      {"SPANSMITH_COSNOLE", "SPANSMITH_CONSOLE"},
      {"SPANSMITH_PRINT_STAT", "SPANSMITH_PRINT_STATS"},
      {"SPANSMITH_TAIL_RATOI", "SPANSMITH_TAIL_RATIO"},
      {"SPANSMITH_FILTER", ""},
      {"SPANSMITH_TRACES_FILES", ""},
      {"SPANSMITH_SHUTDOWNTIMEOUT", "SPANSMITH_SHUTDOWN_TIMEOUT"},
  };
  for (const auto& [name, nearest] : meant) {
    const Notices notices = UnknownVariables({name});
    if (std::string(nearest).empty()) {
      EXPECT_THAT(notices, IsEmpty()) << name;
    } else {
      ASSERT_EQ(notices.size(), 1u) << name;
      EXPECT_TRUE(notices.front().ends_with(std::string("did you mean ") + nearest + "?")) << notices.front();
    }
  }
}

// Those of the tool, of the tests, of a build, and of a program that calls its own so.
TEST(UnknownVariables, AreNoneOfOthers) {
  EXPECT_THAT(UnknownVariables({"SPANSMITH_CACHE",
                                "SPANSMITH_CACHE_DIR",
                                "SPANSMITH_CACHE_SIZE",
                                "SPANSMITH_GOLDEN_UPDATE",
                                "SPANSMITH_GOLDEN_TOOL",
                                "SPANSMITH_SITES_FOLDER",
                                "SPANSMITH_E2E_CACHE",
                                "SPANSMITH_E2E_LONG",
                                "SPANSMITH_LLVM_JOBS",
                                "SPANSMITH_LLVM_CASES",
                                "SPANSMITH_TOOL",
                                "SPANSMITH_CLANGXX",
                                "SPANSMITH_GRPC_PLUGIN",
                                "SPANSMITH_BUILD_TESTS",
                                "SPANSMITH_SOURCE_DIR",
                                "SPANSMITH_ROOT",
                                "SPANSMITH_VERSION",
                                "SPANSMITH_HOME",
                                "SPANSMITH_",
                                "SPANSMITH_MY_PROGRAMS_PORT",
                                "SPANSMITH_" + std::string(100'000, 'F')}),
              IsEmpty());
}

TEST(UnknownVariables, OfTheEnvironmentAndOfTheProgram) {
  const char* const environment[] = {"PATH=/bin",      "SPANSMITH_FLITER=**=off", "SPANSMITH",
                                     "SPANSMITH_BARE", "SPANSMITH_FLITER=twice",  nullptr};
  EXPECT_THAT(NamesToCheck(environment, {{"OTEL_SERVICE_NAME", "a"}, {"SPANSMITH_CONSOL", "full"}}),
              ElementsAre("SPANSMITH_FLITER", "SPANSMITH_BARE", "SPANSMITH_CONSOL"));
  EXPECT_THAT(NamesToCheck(nullptr, {}), IsEmpty());
}

}  // namespace
}  // namespace spansmith::config
