// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What `spansmith report`, `list` and `check` print of target reports: plain text, one fact a line.
#ifndef SPANSMITH_GENERATOR_REPORT_SUMMARY_H_
#define SPANSMITH_GENERATOR_REPORT_SUMMARY_H_

#include <string>
#include <vector>

#include "generator/report/target_report.h"

namespace spansmith::generator {

// The reports of a build: `path` itself if it is a file, else every spansmith-report.json below it, by path.
// `*problem`: empty, or what cannot be read; then what could be is returned.
std::vector<TargetReport> FindReports(const std::string& path, std::string* problem);

// Counts for each target and reason, sources that were compiled as they stand with the reason, dropped arguments.
std::string Summary(const std::vector<TargetReport>& reports);

// A line a function that has a span: `file:line:column: function -> span [target]`. `left_out`: a line too for each
// that has none, with its reason code, in brackets.
std::string Listing(const std::vector<TargetReport>& reports, bool left_out);

// A line for each function that has an annotation but no span, as compilers print warnings, and one for each source
// that nobody could look at. Empty: there are none.
std::string WithoutSpan(const std::vector<TargetReport>& reports);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_REPORT_SUMMARY_H_
