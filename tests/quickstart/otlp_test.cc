// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the three runs of the sample send over OTLP/HTTP, against expected/<run>.txt.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>

#include "otlp_server.h"
#include "program.h"
#include "trace_text.h"

namespace quickstart_test {
namespace {

struct TracedRun {
  std::string name;  // of its expected file
  std::vector<std::string> arguments;
  int exit_code;
};

void PrintTo(const TracedRun& run, std::ostream* out) { *out << run.name; }

class Otlp : public testing::TestWithParam<TracedRun> {};

std::string Expected(const std::string& run) {
  std::ifstream file(EXPECTED_TRACES "/" + run + ".txt");
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::map<std::string, std::string> ResourceOf(const TraceRequest& request) {
  std::map<std::string, std::string> values;
  for (const auto& resource : request.resource_spans()) {
    for (const auto& attribute : resource.resource().attributes()) {
      values[attribute.key()] = attribute.value().string_value();
    }
  }
  return values;
}

TEST_P(Otlp, TraceIsAsExpected) {
  const OtlpServer server;
  const ProgramResult traced =
      RunProgram("quickstart", GetParam().arguments, {{"OTEL_EXPORTER_OTLP_ENDPOINT", server.Endpoint()}});
  EXPECT_EQ(traced.exit_code, GetParam().exit_code) << traced.err;
  EXPECT_EQ(server.Complaints(), std::vector<std::string>());
  EXPECT_EQ(TraceFaults(server.Requests()), std::vector<std::string>());
  EXPECT_EQ(TraceText(server.Requests()), Expected(GetParam().name));
}

TEST_P(Otlp, ResourceSaysWhoSent) {
  const OtlpServer server;
  RunProgram("quickstart", GetParam().arguments, {{"OTEL_EXPORTER_OTLP_ENDPOINT", server.Endpoint()}});
  ASSERT_FALSE(server.Requests().empty());
  for (const TraceRequest& request : server.Requests()) {
    auto resource = ResourceOf(request);
    EXPECT_EQ(resource["service.name"], "etcd-operator");
    EXPECT_EQ(resource["service.version"], "0.1.0");
    EXPECT_EQ(resource["telemetry.sdk.language"], "cpp");
    EXPECT_NE(resource["telemetry.sdk.name"], "");
    EXPECT_NE(resource["telemetry.sdk.version"], "");
  }
}

TEST_P(Otlp, EnvironmentNamesTheService) {
  const OtlpServer server;
  RunProgram("quickstart", GetParam().arguments,
             {{"OTEL_EXPORTER_OTLP_ENDPOINT", server.Endpoint()}, {"OTEL_SERVICE_NAME", "another"}});
  ASSERT_FALSE(server.Requests().empty());
  EXPECT_EQ(ResourceOf(server.Requests().front())["service.name"], "another");
}

std::vector<TracedRun> Runs() {
  const std::string good = SampleManifest("etcd.yaml");
  return {{"good", {good}, 0},
          {"not_found", {"--reconcile", "default/missing", good}, 0},
          {"apply_fails", {"--fail-apply", "StatefulSet", good}, 1}};
}

INSTANTIATE_TEST_SUITE_P(Runs, Otlp, testing::ValuesIn(Runs()),
                         [](const testing::TestParamInfo<TracedRun>& run) { return run.param.name; });

}  // namespace
}  // namespace quickstart_test
