// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// From the sites and the plan of copies to the texts of all of them, the source's and its headers'.
#ifndef SPANSMITH_GENERATOR_REWRITE_ASSEMBLE_H_
#define SPANSMITH_GENERATOR_REWRITE_ASSEMBLE_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "generator/overlay/plan.h"
#include "generator/rewritten/rewritten.h"

namespace spansmith::generator {

// Takes away what is in headers that have no copy, and what is another each time that its header is included, with an
// SM042 for each. The bodies of the sites among it, with the reason: for the report.
struct LeftOutBody {
  Point body;
  std::string why;
};
std::vector<LeftOutBody> LeaveOut(const Overlay& overlay, Instrumentation* found, std::vector<Diagnostic>* diagnostics);

// Fills `*out`'s texts, headers, renamed and forced. `origin`: the first line of the source's copy. `folder`: where
// kHeaderFolder will be; absolute. `spelled`: Spellings(). `counted`: Original's.
void Assemble(const Overlay& overlay, Instrumentation found, const std::string& origin, const std::string& folder,
              const std::map<std::string, std::string>& spelled, bool counted, Rewritten* out);

// The files that the real compiler calls `./a.h` and the parse `a.h`: the one name to the other.
std::map<std::string, std::string> Spellings(const std::set<IncludeEdge>& edges);

// The folder of a path; absolute.
std::string FolderOf(const std::string& path);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_REWRITE_ASSEMBLE_H_
