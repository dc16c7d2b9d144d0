// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The report of one target: spansmith-report.json. Made of the fragments of its objects; the same fragments give the
// same bytes, in whatever order they were compiled.
#ifndef SPANSMITH_GENERATOR_REPORT_TARGET_REPORT_H_
#define SPANSMITH_GENERATOR_REPORT_TARGET_REPORT_H_

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "generator/report/fragment.h"

namespace spansmith::generator {

inline constexpr char kReportName[] = "spansmith-report.json";

// A function of the target. One in a header is in several sources and may have fared differently in them.
struct TargetFunction {
  FunctionAccount account;  // the best of all sources: instrumented, if it is in any
  std::string differs;      // then: what it is in others ("header_not_copied"); empty: the same everywhere

  bool operator==(const TargetFunction&) const = default;
};

struct TargetReport {
  std::string target;
  std::vector<SourceReport> sources;      // without functions and usage; by name
  std::vector<std::string> without;       // objects that have no fragment: not C++, or not compiled through the tool
  std::vector<TargetFunction> functions;  // by file, line, column
  std::vector<AnnotationAccount> annotations;  // by file, line, column; `defined`: in one of the sources at least

  std::size_t Instrumented() const;
  std::map<std::string, std::size_t> LeftOut() const;   // by reason code
  std::map<std::string, std::size_t> Outcomes() const;  // of sources
};

// An object and the text of its fragment, if there is one.
struct ObjectFragment {
  std::string object;
  std::optional<std::string> text;
};

TargetReport MergeFragments(const std::string& target, const std::vector<ObjectFragment>& fragments);

// The JSON text, and back. Text that is no such report: nothing.
std::string ReportText(const TargetReport& report);
std::optional<TargetReport> ReadReport(const std::string& text);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_REPORT_TARGET_REPORT_H_
