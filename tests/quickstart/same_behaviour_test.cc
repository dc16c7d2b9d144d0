// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The instrumented program is the plain one, plus telemetry: the same output and exit code on good and on bad input.
#include <gtest/gtest.h>

#include <sstream>

#include "program.h"

namespace quickstart_test {
namespace {

struct Case {
  std::string name;
  std::vector<std::string> arguments;
  int exit_code;
  std::string says;  // a part of what the program prints
};

void PrintTo(const Case& run, std::ostream* out) { *out << run.name; }

std::vector<Case> Cases() {
  const std::string good = SampleManifest("etcd.yaml");
  return {
      {"Good", {good}, 0, "etcd default/example: reconciled, StatefulSet created, Service created, 3 of 3 ready"},
      {"NotFound", {"--reconcile", "default/missing", good}, 0, "etcd default/missing: not found, nothing to do"},
      {"ApplyFails",
       {"--fail-apply", "StatefulSet", good},
       1,
       "reconcile failed (Forbidden): statefulsets \"example\""},
      {"ServiceFails",
       {"--fail-apply", "Service", good},
       1,
       "reconcile failed (Forbidden): services \"example-client\""},
      {"MissingFile", {"/nonexistent/etcd.yaml"}, 2, "/nonexistent/etcd.yaml: cannot be read"},
      {"Directory", {"/"}, 2, "/: is a directory"},
      {"InvalidYaml", {BadManifest("invalid.yaml")}, 2, "invalid.yaml:4:15: not valid YAML (illegal map value)"},
      {"UnknownKind",
       {BadManifest("unknown_kind.yaml")},
       2,
       "unknown_kind.yaml:3:7: unknown kind 'Redis': expected 'Etcd'"},
      {"WrongType",
       {BadManifest("wrong_type.yaml")},
       2,
       "wrong_type.yaml:7:13: field 'spec.replicas' is 'three': expected an integer from 1 to 9"},
      {"UnknownField", {BadManifest("unknown_field.yaml")}, 2, "unknown_field.yaml:7:3: unknown field 'spec.replica'"},
      {"MissingField", {BadManifest("missing_field.yaml")}, 2, "missing_field.yaml:7:3: field 'spec.image' is missing"},
      {"NoArguments", {}, 2, "no file: expected a YAML file with one Etcd"},
  };
}

class SameBehaviour : public testing::TestWithParam<Case> {};

// Without the lines in which the runtime speaks.
std::string WithoutNotices(const std::string& text) {
  std::istringstream lines(text);
  std::string kept;
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("spansmith: ", 0) != 0) kept += line + "\n";
  }
  return kept;
}

TEST_P(SameBehaviour, PlainProgramDoesWhatItSays) {
  const ProgramResult plain = RunProgram("quickstart_plain", GetParam().arguments);
  EXPECT_EQ(plain.exit_code, GetParam().exit_code);
  EXPECT_NE((plain.out + plain.err).find(GetParam().says), std::string::npos) << plain.out << plain.err;
}

TEST_P(SameBehaviour, ExporterNone) {
  const ProgramResult plain = RunProgram("quickstart_plain", GetParam().arguments);
  const ProgramResult traced = RunProgram("quickstart", GetParam().arguments, {{"OTEL_TRACES_EXPORTER", "none"}});
  EXPECT_EQ(traced.exit_code, plain.exit_code);
  EXPECT_EQ(traced.out, plain.out);
  EXPECT_EQ(traced.err, plain.err);
}

TEST_P(SameBehaviour, NothingConfigured) {
  const ProgramResult plain = RunProgram("quickstart_plain", GetParam().arguments);
  const ProgramResult traced = RunProgram("quickstart", GetParam().arguments);
  EXPECT_EQ(traced.exit_code, plain.exit_code);
  EXPECT_EQ(traced.out, plain.out);
  EXPECT_EQ(WithoutNotices(traced.err), plain.err);
}

TEST_P(SameBehaviour, ConsoleAddsItsTreeOnly) {
  const ProgramResult plain = RunProgram("quickstart_plain", GetParam().arguments);
  const ProgramResult traced = RunProgram("quickstart", GetParam().arguments, {{"OTEL_TRACES_EXPORTER", "console"}});
  EXPECT_EQ(traced.exit_code, plain.exit_code);
  EXPECT_NE(traced.out.find(plain.out), std::string::npos) << traced.out;
  EXPECT_NE(traced.err.find(plain.err), std::string::npos) << traced.err;
  // A program that stops before its first reconcile has no tree.
  const bool has_tree = (traced.out + traced.err).find("Get(Etcd)") != std::string::npos;
  EXPECT_EQ(has_tree, plain.exit_code != 2) << traced.out << traced.err;
}

INSTANTIATE_TEST_SUITE_P(Runs, SameBehaviour, testing::ValuesIn(Cases()),
                         [](const testing::TestParamInfo<Case>& run) { return run.param.name; });

}  // namespace
}  // namespace quickstart_test
