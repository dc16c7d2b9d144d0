// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Who is heard: the file, the environment, the program.
#include "config/layers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "config/config.h"

namespace spansmith::config {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Layers Of(Variables file, Variables environment, Variables code) {
  return {std::move(file),
          [environment](const char* name) {
            const auto found = environment.find(name);
            return found == environment.end() ? "" : found->second;
          },
          std::move(code)};
}

TEST(Layers, TheStrongestThatSaysSomething) {
  const Layers layers = Of({{"A", "file"}}, {{"A", "env"}, {"B", "env"}, {"C", " "}}, {{"B", "code"}, {"C", "code"}});
  EXPECT_EQ(layers.Get("A"), "file");
  EXPECT_EQ(layers.Get("B"), "env");
  EXPECT_EQ(layers.Get("C"), "code");
  EXPECT_EQ(layers.Get("D"), "");
}

TEST(Layers, VariablesThatSayOneThingGoTogether) {
  const Layers layers =
      Of({{"OTEL_TRACE_SAMPLING_RATE", "0.5"}},
         {{"OTEL_TRACES_SAMPLER_ARG", "0.1"}, {"OTEL_EXPORTER_OTLP_ENDPOINT", "http://env"}},
         {{"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://code"}, {"OTEL_TRACES_SAMPLER", "always_on"}});
  EXPECT_EQ(layers.Get("OTEL_TRACES_SAMPLER_ARG"), "");
  EXPECT_EQ(layers.Get("OTEL_TRACE_SAMPLING_RATE"), "0.5");
  EXPECT_EQ(layers.Get("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"), "");
  EXPECT_EQ(layers.Get("OTEL_EXPORTER_OTLP_ENDPOINT"), "http://env");
  EXPECT_EQ(layers.Get("OTEL_TRACES_SAMPLER"), "always_on");
}

TEST(Layers, ALimitOfOneThingGivesWayToAStrongerOneOfAll) {
  const Layers layers = Of({}, {{"OTEL_ATTRIBUTE_COUNT_LIMIT", "7"}, {"OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT", "9"}},
                           {{"OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT", "100"}, {"OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT", "50"}});
  EXPECT_EQ(layers.Get("OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT"), "");
  EXPECT_EQ(layers.Get("OTEL_ATTRIBUTE_COUNT_LIMIT"), "7");
  EXPECT_EQ(layers.Get("OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT"), "50");
}

TEST(Layers, ABadValueIsToldWithWhoSaidIt) {
  const injected::Defaults none{nullptr, nullptr, nullptr, nullptr};
  const Config config = Load(Of({{"SPANSMITH_FILTER", "x"}}, {{"SPANSMITH_CONSOLE", "x"}},
                                {{"SPANSMITH_SIGNALS", "x"}, {"SPANSMITH_CONSOLE", "full"}}),
                             none, "prog");
  EXPECT_THAT(config.notices,
              ElementsAre(HasSubstr("using no filter (the configuration file)"),
                          "SPANSMITH_CONSOLE='x': expected short or full; using short",
                          "SPANSMITH_SIGNALS='x': expected none or drain; using none (spansmith::Configure)"));
}

TEST(Layers, OfTheResourceTheProgramGoesFirst) {
  const injected::Defaults built{"built", "1", nullptr, nullptr};
  const Layers layers = Of({}, {{"OTEL_RESOURCE_ATTRIBUTES", "team=env,zone=env"}, {"OTEL_SERVICE_NAME", "env"}}, {});
  const Config config = Load(layers, built, "prog",
                             {{"team", std::string("code")},
                              {"service.name", std::string("code")},
                              {"telemetry.sdk.name", std::string("code")}});
  const auto get = [&](const char* key) { return std::get<std::string>(*FindAttribute(config.resource, key)); };
  EXPECT_EQ(get("team"), "code");
  EXPECT_EQ(get("zone"), "env");
  EXPECT_EQ(get("service.name"), "code");
  EXPECT_EQ(get("service.version"), "1");
  EXPECT_EQ(get("telemetry.sdk.name"), "spansmith");
}

}  // namespace
}  // namespace spansmith::config
