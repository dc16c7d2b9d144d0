// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Runs one of the sample's two programs to its end.
#ifndef TESTS_QUICKSTART_PROGRAM_H_
#define TESTS_QUICKSTART_PROGRAM_H_

#include <map>
#include <string>
#include <vector>

namespace quickstart_test {

struct ProgramResult {
  int exit_code = -1;  // 128 + signal if a signal ended it
  std::string out;
  std::string err;
};

// Where the programs `quickstart` and `quickstart_plain` are: the argument --programs=DIR of the test.
extern std::string programs;

// The path of a manifest: the sample's own, or one of this folder's bad ones.
std::string SampleManifest(const std::string& name);
std::string BadManifest(const std::string& name);

// Runs `program` with these arguments. Its environment is ours without OTEL_* and SPANSMITH_*, plus `environment`.
ProgramResult RunProgram(const std::string& program, const std::vector<std::string>& arguments,
                         const std::map<std::string, std::string>& environment = {});

}  // namespace quickstart_test

#endif  // TESTS_QUICKSTART_PROGRAM_H_
