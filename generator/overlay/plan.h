// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A header that changes is compiled as a copy. So every directive that resolves to it must name the copy, also one that
// a guard or `#pragma once` skips, and the files with those directives are copies in turn, up to the source. Thus no
// file of a compile is seen both as a copy and as itself. Where that cannot be had, the header stays as it is.
#ifndef SPANSMITH_GENERATOR_OVERLAY_PLAN_H_
#define SPANSMITH_GENERATOR_OVERLAY_PLAN_H_

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "generator/frontend/include_graph.h"
#include "generator/frontend/parse.h"
#include "generator/frontend/prefilter.h"

namespace spansmith::generator {

// A file name in a copy, to be replaced.
struct Pin {
  std::size_t begin = 0;  // of the opening quote or bracket, in the original
  std::size_t end = 0;    // one past the closing one
  std::size_t copy = 0;   // index into Overlay::copies of what it names; 0: no copy, but `path`
  std::string path;       // absolute
  std::string name;       // as the compiler spells it: what belongs into __FILE__ and the dependency file
  std::string macro;      // Inclusion's
  Place place;            // Inclusion's
};

// A file to be compiled as a copy.
struct Copy {
  std::string name;            // the original, as the compiler spells it
  std::string path;            // absolute
  std::string text;            // its bytes
  bool system = false;         // a system header
  bool forced = false;         // the command line includes it, before the source
  std::vector<unsigned> keys;  // EnteredFile::key of each time that it is entered under this name
  std::vector<Pin> pins;       // by offset
};

struct Overlay {
  std::vector<Copy> copies;                // the source first, always
  std::map<unsigned, std::string> reason;  // of the keys of `wanted` that cannot be copied: why not
  // FILE of an -include -> the index of its copy, to be given instead.
  std::map<std::string, std::size_t> forced;
};

// What is known from outside the parse.
struct Surroundings {
  std::set<IncludeEdge> edges;   // the real compiler's own includes (frontend/prefilter.h); empty: not known
  std::set<std::string> forced;  // FILE of each -include that can be given another (invocation/forced_includes.h)
  std::string folder;            // where the source's copy will stand: a name found elsewhere must not be found there
};

// `wanted`: keys of the files with something to change. `read`: ParsedUnit::read.
Overlay PlanOverlay(const IncludeGraph& graph, const std::set<unsigned>& wanted,
                    const std::function<EnteredText(unsigned)>& read, const Surroundings& surroundings);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_OVERLAY_PLAN_H_
