// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which variable says which sampler.
#include "config/sampler.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace spansmith::config {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kSampler[] = "OTEL_TRACES_SAMPLER";
constexpr char kArgument[] = "OTEL_TRACES_SAMPLER_ARG";
constexpr char kAlias[] = "OTEL_TRACE_SAMPLER";
constexpr char kRate[] = "OTEL_TRACE_SAMPLING_RATE";

struct Result {
  SamplerConfig config;
  Notices notices;

  bool Is(SamplerKind kind, bool parent_based, double ratio) const {
    return config.kind == kind && config.parent_based == parent_based && config.ratio == ratio;
  }
  bool IsDefault() const { return Is(SamplerKind::kAlwaysOn, true, 1.0); }
};

Result Read(std::map<std::string, std::string> variables) {
  Result result;
  result.config = ReadSampler([&](const char* name) { return variables[name]; }, result.notices);
  return result;
}

TEST(Sampler, NothingSetIsParentBasedAlwaysOn) {
  EXPECT_TRUE(Read({}).IsDefault());
  EXPECT_THAT(Read({}).notices, IsEmpty());
}

TEST(Sampler, EveryName) {
  EXPECT_TRUE(Read({{kSampler, "always_on"}}).Is(SamplerKind::kAlwaysOn, false, 1.0));
  EXPECT_TRUE(Read({{kSampler, "always_off"}}).Is(SamplerKind::kAlwaysOff, false, 1.0));
  EXPECT_TRUE(Read({{kSampler, "traceidratio"}}).Is(SamplerKind::kTraceIdRatio, false, 1.0));
  EXPECT_TRUE(Read({{kSampler, "parentbased_always_on"}}).IsDefault());
  EXPECT_TRUE(Read({{kSampler, "parentbased_always_off"}}).Is(SamplerKind::kAlwaysOff, true, 1.0));
  EXPECT_TRUE(
      Read({{kSampler, " ParentBased_TraceIdRatio "}, {kArgument, "0.25"}}).Is(SamplerKind::kTraceIdRatio, true, 0.25));
  for (const char* name : {"always_on", "always_off", "traceidratio", "parentbased_traceidratio"}) {
    EXPECT_THAT(Read({{kAlias, name}}).notices, IsEmpty());
    EXPECT_FALSE(Read({{kAlias, name}}).IsDefault()) << name;
  }
}

TEST(Sampler, TheStandardNamesWin) {
  EXPECT_TRUE(Read({{kSampler, "always_on"}, {kAlias, "always_off"}}).Is(SamplerKind::kAlwaysOn, false, 1.0));
  EXPECT_TRUE(
      Read({{kAlias, "traceidratio"}, {kArgument, "0.5"}, {kRate, "0.1"}}).Is(SamplerKind::kTraceIdRatio, false, 0.5));
  EXPECT_TRUE(Read({{kSampler, "traceidratio"}, {kRate, "0.1"}}).Is(SamplerKind::kTraceIdRatio, false, 0.1));
}

TEST(Sampler, ARateAloneIsOfTheProposalsDefault) {
  EXPECT_TRUE(Read({{kRate, "0.1"}}).Is(SamplerKind::kTraceIdRatio, true, 0.1));
  EXPECT_TRUE(Read({{kArgument, "0.1"}}).IsDefault());  // the standard's default takes no argument
}

TEST(Sampler, AnUnknownOneIsToldAndTheDefaultUsed) {
  EXPECT_TRUE(Read({{kSampler, "sometimes"}, {kArgument, "0.1"}}).IsDefault());
  EXPECT_THAT(Read({{kSampler, "sometimes"}}).notices,
              ElementsAre("OTEL_TRACES_SAMPLER='sometimes': expected always_on, always_off, traceidratio, "
                          "parentbased_always_on, parentbased_always_off or parentbased_traceidratio; using "
                          "parentbased_always_on"));
  EXPECT_THAT(
      Read({{kAlias, "parentbased_always_off"}}).notices,
      ElementsAre("OTEL_TRACE_SAMPLER='parentbased_always_off': expected always_on, always_off, traceidratio or "
                  "parentbased_traceidratio; using parentbased_always_on"));
  EXPECT_TRUE(Read({{kAlias, "parentbased_always_off"}}).IsDefault());
}

TEST(Sampler, ABadRateIsOne) {
  for (const char* bad : {"-0.1", "1.1", "half", "0.5x", "nan", "inf", "1e400", "10%", "0,5"}) {
    const Result read = Read({{kAlias, "traceidratio"}, {kRate, bad}});
    EXPECT_TRUE(read.Is(SamplerKind::kTraceIdRatio, false, 1.0)) << bad;
    EXPECT_THAT(read.notices, ElementsAre("OTEL_TRACE_SAMPLING_RATE='" + std::string(bad) +
                                          "': expected a number from 0 to 1; using 1.0"));
  }
  for (const char* good : {"0", "1", "1.0", " 0.5 ", "1e-3"}) {
    EXPECT_THAT(Read({{kAlias, "traceidratio"}, {kRate, good}}).notices, IsEmpty()) << good;
  }
}

}  // namespace
}  // namespace spansmith::config
