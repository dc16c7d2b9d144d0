// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One case built by one compiler: plain and instrumented, compiled, linked and run.
#ifndef SPANSMITH_TESTS_GENERATOR_GOLDEN_CASE_H_
#define SPANSMITH_TESTS_GENERATOR_GOLDEN_CASE_H_

#include <string>
#include <vector>

namespace spansmith::golden {

struct Case {
  std::string name;  // "returns/named-local"
  std::string folder;
  std::string flags = "-std=c++17";  // `// flags:`
  std::string output;                // `// output:`, in the work folder; empty: input.o
  bool gxx_only = false;             // `// compilers: g++`
  bool clang_only = false;           // `// compilers: clang++`
  bool runs = false;                 // it defines Run()
  std::vector<std::string> rules;    // its *.yaml files, by name; then that of `// packs: NAME`
  std::string libraries;             // `// libraries:`, to link
  bool report = false;               // `// report: compared`
  bool annotations = true;           // `// annotations: off`
  bool same_spans = false;           // `// same-spans: annotations`: they alone give the spans that its rules give
};

// Every folder under `root` that holds an input.cc, by name.
std::vector<Case> FindCases(const std::string& root);

struct Compiled {
  int code = 0;
  std::string messages;  // standard error, the case's folder written as <case>
};

struct CaseRun {
  std::string rewritten;  // the copy that was compiled; empty: none
  std::string report;     // what the object's report says of functions, if it is asked for
  std::string headers;    // the headers' copies, by name, each under a line with it
  Compiled instrumented;  // under -Wall -Wextra -Wshadow -Wconversion -Werror
  Compiled plain;
  // Every warning that the compiler has, without -Werror: what injected text adds shows as a difference.
  std::string all_warnings_instrumented;
  std::string all_warnings_plain;
  // Of a case that runs.
  std::string plain_output;
  std::string instrumented_output;
  std::string spans;
  std::string rules_said;         // what `spansmith check` says of a case with rules
  std::string annotations_spans;  // of same_spans
};

CaseRun Build(const Case& test, const std::string& compiler, const std::string& work);

}  // namespace spansmith::golden

#endif  // SPANSMITH_TESTS_GENERATOR_GOLDEN_CASE_H_
