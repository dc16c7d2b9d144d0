// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/one_definition/program.h"

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <tuple>

#include "generator/files/whole_file.h"
#include "generator/one_definition/included_files.h"
#include "generator/report/fragment.h"

namespace spansmith::generator {
namespace {

namespace fs = std::filesystem;

using Location = std::tuple<unsigned, unsigned, std::string>;  // line, column, function

// What one target makes of a header's functions that several sources may define.
struct HeaderIn {
  std::set<Location> with;     // a span
  std::set<Location> without;  // looked at, and none
  bool as_it_stands = false;   // in an object of which nothing was looked at
};

// CMake counts it among a target's objects.
bool IsPrecompiled(const std::string& object) {
  const std::string ending = fs::path(object).extension().string();
  return ending == ".gch" || ending == ".pch";
}

class Reader {
 public:
  explicit Reader(const std::string& build) : included_(build) {}

  std::map<std::string, HeaderIn> Headers(const ProgramPart& part) {
    std::map<std::string, HeaderIn> out;
    for (const std::string& object : part.objects) {
      // An instrumented target's precompiled header stands beside the one that its sources get (launch/precompiled.h):
      // what these say counts.
      if (!part.project.empty() && IsPrecompiled(object)) continue;
      std::string text;
      const bool there = !part.project.empty() && ReadFile(object + ".spansmith.json", &text);
      const std::optional<SourceReport> source = there ? ReadFragment(text) : std::nullopt;
      if (source && (source->outcome == kSourceInstrumented || source->outcome == kSourceUnchanged)) {
        for (const FunctionAccount& account : source->functions) {
          if (!account.shared) continue;
          HeaderIn& header = out[Resolved(part.project, account.file)];
          (account.reason == ReasonCode::kNone ? header.with : header.without)
              .insert({account.line, account.column, account.function});
        }
      } else if (const auto files = included_.Of(object)) {
        for (const std::string& file : *files) out[file].as_it_stands = true;
      }
    }
    return out;
  }

 private:
  std::string Resolved(const std::string& project, const std::string& file) {
    const auto [it, is_new] = resolved_.try_emplace(project + '\0' + file);
    std::error_code ignored;
    if (is_new) it->second = fs::weakly_canonical(fs::path(project) / file, ignored).string();
    return it->second;
  }

  IncludedFiles included_;
  std::map<std::string, std::string> resolved_;
};

// The functions of a header that have a span in the one and none in the other.
std::set<Location> Differing(const HeaderIn& with, const HeaderIn& without) {
  std::set<Location> out;
  for (const Location& location : with.with) {
    const bool has_none = without.without.count(location) != 0 && without.with.count(location) == 0;
    if (has_none || without.as_it_stands) out.insert(location);
  }
  return out;
}

}  // namespace

std::vector<ProgramPart> ReadParts(const std::string& text) {
  std::vector<ProgramPart> out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("target ", 0) == 0) {
      const std::size_t name_end = line.find(' ', 7);
      ProgramPart part;
      part.target = line.substr(7, name_end == std::string::npos ? name_end : name_end - 7);
      if (name_end != std::string::npos) part.project = line.substr(name_end + 1);
      out.push_back(std::move(part));
    } else if (!line.empty() && !out.empty()) {
      out.back().objects.push_back(line);
    }
  }
  return out;
}

std::vector<Diagnostic> TwoDefinitions(const std::string& program, const std::vector<ProgramPart>& parts,
                                       const std::string& build) {
  Reader reader(build);
  std::vector<std::map<std::string, HeaderIn>> headers;
  for (const ProgramPart& part : parts) headers.push_back(reader.Headers(part));
  std::vector<Diagnostic> out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (const auto& [file, with] : headers[i]) {
      if (with.with.empty()) continue;
      for (std::size_t k = 0; k < parts.size(); ++k) {
        const auto other = k == i ? headers[k].end() : headers[k].find(file);
        const std::set<Location> differing =
            other == headers[k].end() ? std::set<Location>() : Differing(with, other->second);
        if (differing.empty()) continue;
        const auto& [line, column, function] = *differing.begin();
        const std::string more =
            differing.size() == 1 ? "" : " (and " + std::to_string(differing.size() - 1) + " more in this header)";
        out.push_back({44, {file, line, column}, "", {function + more, parts[i].target, parts[k].target, program}});
      }
    }
  }
  return out;
}

}  // namespace spansmith::generator
