// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Functions whose body begins with a `{` out of a macro: of its definition, or of an argument. The guard goes behind
// that brace, in the text of the macro or of the argument, on its line: a directive cannot stand there. So it holds for
// every function that begins there, and each of them must be one that rules select and that can have a guard; and the
// brace must do nothing else (begin a block, become text).
#ifndef SPANSMITH_GENERATOR_SELECT_MACRO_BODIES_H_
#define SPANSMITH_GENERATOR_SELECT_MACRO_BODIES_H_

#include <clang/Basic/SourceLocation.h>

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "generator/frontend/macro_tracker.h"
#include "generator/frontend/parse.h"
#include "generator/select/select.h"
#include "generator/site/reason.h"
#include "generator/site/site.h"

namespace spansmith::generator {

class MacroBodies {
 public:
  explicit MacroBodies(const ParsedUnit& unit);

  // Why no guard can go behind this brace, whatever its functions are; kNone: one can.
  ReasonCode Refusal(clang::SourceLocation brace) const;

  // The file that the brace is written in.
  clang::SourceLocation Written(clang::SourceLocation brace) const;

  // One function that begins there and is to have a span; `location`: the key of its verdict. `default_name`: no rule
  // says how it is called.
  void Add(clang::SourceLocation brace, unsigned location, Site site, bool default_name, bool method);

  // One that begins there and is to have none.
  void Refuse(clang::SourceLocation brace);

  // The sites, and what becomes of every function that was added.
  void Finish(Selection* out);

 private:
  struct Group {
    std::vector<Site> sites;
    std::vector<unsigned> locations;  // of the functions, as sites
    ReasonCode reason = ReasonCode::kNone;
    bool default_name = true;
    bool methods = true;
    bool functions = true;          // none is a method
    std::set<unsigned> expansions;  // of the macro whose definition holds the brace; empty: an argument holds it
  };

  // Skips arguments: the location of the token in the expansion of the macro that has it, or in the file.
  clang::SourceLocation Origin(clang::SourceLocation brace) const;
  Group& GroupOf(clang::SourceLocation brace);
  // How often macros are expanded whose definition holds the brace.
  std::size_t Expansions(clang::SourceLocation written) const;

  const ParsedUnit& unit_;
  const clang::SourceManager& sources_;
  std::map<std::pair<unsigned, unsigned>, Group> groups_;  // by file and offset: a file may be entered twice
  std::map<std::pair<unsigned, unsigned>, clang::SourceLocation> written_;
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_MACRO_BODIES_H_
