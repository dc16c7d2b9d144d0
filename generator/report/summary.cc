// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/report/summary.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <tuple>

#include "generator/site/counted.h"

namespace spansmith::generator {
namespace {

namespace fs = std::filesystem;

std::string Percent(std::size_t part, std::size_t whole) {
  if (whole == 0) return "";
  char text[32];
  std::snprintf(text, sizeof(text), " (%.1f %%)", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
  return text;
}

std::string PlaceText(const FunctionAccount& account) {
  return account.file + ":" + std::to_string(account.line) + ":" + std::to_string(account.column);
}

std::tuple<std::string, unsigned, unsigned> PlaceOf(const AnnotationAccount& annotation) {
  return {annotation.file, annotation.line, annotation.column};
}

std::string Why(const FunctionAccount& account) {
  const std::string text = TextOf(account.reason);
  return account.detail.empty() ? text : text + ": " + account.detail;
}

void AddTarget(const TargetReport& report, std::ostringstream* out) {
  const std::size_t all = report.functions.size();
  const std::size_t instrumented = report.Instrumented();
  *out << report.target << ": " << Counted(report.sources.size(), "source");
  for (const auto& [outcome, count] : report.Outcomes()) *out << ", " << count << " " << outcome;
  *out << "\n  " << Counted(all, "function") << ", " << instrumented << " instrumented" << Percent(instrumented, all)
       << "\n";
  // The commonest first.
  const std::map<std::string, std::size_t> left_out = report.LeftOut();
  std::vector<std::pair<std::string, std::size_t>> rows(left_out.begin(), left_out.end());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  for (const auto& [code, count] : rows) {
    *out << "  " << count << " left out: " << code << ", " << TextOf(ReasonOf(code)) << "\n";
  }
  const auto differs = std::count_if(report.functions.begin(), report.functions.end(),
                                     [](const TargetFunction& function) { return !function.differs.empty(); });
  if (differs != 0) {
    *out << "  " << Counted(static_cast<std::size_t>(differs), "function")
         << " of headers not the same in every source: which one the program has is the linker's choice\n";
  }
  std::set<std::string> dropped;
  for (const SourceReport& source : report.sources) {
    dropped.insert(source.dropped.begin(), source.dropped.end());
    if (source.outcome == kSourceUnparsed)
      *out << "  compiled as it stands: " << source.source << ": " << source.reason << ": " << source.message << "\n";
  }
  if (!dropped.empty()) {
    *out << "  arguments that Clang does not know, left out when it parses:";
    for (const std::string& argument : dropped) *out << " " << argument;
    *out << "\n";
  }
  if (!report.without.empty()) {
    *out << "  " << Counted(report.without.size(), "object") << " not compiled through the tool (not C++, or a hit of a"
         << " cache in front of it)\n";
  }
}

}  // namespace

std::vector<TargetReport> FindReports(const std::string& path, std::string* problem) {
  std::vector<std::string> files;
  std::error_code error;
  if (fs::is_directory(path, error)) {
    const fs::directory_options options = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator it(path, options, error), end; !error && it != end; it.increment(error)) {
      if (it->path().filename() == kReportName) files.push_back(it->path().string());
    }
    if (files.empty()) {
      *problem = "no " + std::string(kReportName) + " below " + path +
                 ": expected the folder of a build with spansmith_instrument_target; build it first";
    }
  } else {
    files.push_back(path);
  }
  std::sort(files.begin(), files.end());
  std::vector<TargetReport> out;
  for (const std::string& file : files) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    if (stream) text << stream.rdbuf();
    std::optional<TargetReport> report = ReadReport(text.str());
    if (report) {
      out.push_back(std::move(*report));
    } else {
      *problem = file + (stream ? ": this is no report of this version of spansmith; build again" : ": no such file");
    }
  }
  return out;
}

std::string Summary(const std::vector<TargetReport>& reports) {
  std::ostringstream out;
  std::size_t all = 0;
  std::size_t instrumented = 0;
  for (const TargetReport& report : reports) {
    AddTarget(report, &out);
    all += report.functions.size();
    instrumented += report.Instrumented();
  }
  if (reports.size() > 1) {
    out << Counted(reports.size(), "target") << ", " << Counted(all, "function") << ", " << instrumented
        << " instrumented" << Percent(instrumented, all) << "\n";
  }
  return out.str();
}

std::string Listing(const std::vector<TargetReport>& reports, bool left_out) {
  std::ostringstream out;
  for (const TargetReport& report : reports) {
    for (const TargetFunction& function : report.functions) {
      const FunctionAccount& account = function.account;
      if (account.reason == ReasonCode::kNone) {
        out << PlaceText(account) << ": " << account.function << " -> " << account.span << " [" << report.target
            << "]\n";
      } else if (left_out) {
        out << PlaceText(account) << ": " << account.function << " (" << CodeOf(account.reason) << ") ["
            << report.target << "]\n";
      }
    }
  }
  return out.str();
}

std::string WithoutSpan(const std::vector<TargetReport>& reports) {
  std::ostringstream out;
  // A header's functions are declared in many targets, and defined in one.
  std::set<std::tuple<std::string, unsigned, unsigned>> said;
  for (const TargetReport& report : reports) {
    for (const AnnotationAccount& annotation : report.annotations) {
      if (annotation.defined) said.insert(PlaceOf(annotation));
    }
  }
  for (const TargetReport& report : reports) {
    for (const SourceReport& source : report.sources) {
      if (source.outcome != kSourceUnparsed) continue;
      out << source.source << ": warning: compiled as it stands: " << source.reason << ": " << source.message << " ["
          << report.target << "]\n";
    }
    for (const TargetFunction& function : report.functions) {
      const FunctionAccount& account = function.account;
      if (account.asked != Asked::kAnnotation || account.reason == ReasonCode::kNone) continue;
      out << PlaceText(account) << ": warning: " << account.function
          << " is annotated and has no span: " << Why(account) << " [" << report.target << "]\n";
    }
    for (const AnnotationAccount& annotation : report.annotations) {
      if (!said.insert(PlaceOf(annotation)).second) continue;
      out << annotation.file << ":" << annotation.line << ":" << annotation.column
          << ": warning: " << annotation.function
          << " is annotated and has no span: no instrumented source that sees the annotation"
          << " defines it; instrument the target that does, or annotate the definition [" << report.target << "]\n";
    }
  }
  return out.str();
}

}  // namespace spansmith::generator
