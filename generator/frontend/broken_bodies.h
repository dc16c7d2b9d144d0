// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Functions whose bodies Clang refuses, though the real compiler takes them (a template that nobody instantiates, an
// extension). Where all errors of a source are in such bodies, the rest of its tree can be relied upon.
#ifndef SPANSMITH_GENERATOR_FRONTEND_BROKEN_BODIES_H_
#define SPANSMITH_GENERATOR_FRONTEND_BROKEN_BODIES_H_

#include <clang/Basic/SourceLocation.h>

#include <cstddef>
#include <vector>

namespace clang {
class ASTContext;
class Decl;
class SourceManager;
class Stmt;
}  // namespace clang

namespace spansmith::generator {

class BrokenBodies {
 public:
  // `location` may be invalid: an error of no place. `fatal`: nothing behind it was parsed.
  void AddError(clang::SourceLocation location, bool fatal);

  // Once the tree is complete: finds the bodies. False: an error stands outside of any, or there is one that nothing
  // can be said about.
  bool Find(clang::ASTContext& context);

  // Whether what stands at the location is, or is part of, a function whose body Clang could not parse, or could only
  // guess at because of another.
  bool Has(const clang::SourceManager& sources, clang::SourceLocation location) const;

  // How many functions have errors of their own. A function and what stands in it are one.
  std::size_t count() const { return count_; }

 private:
  struct Body {
    clang::FileID file;
    unsigned name = 0;   // offsets: of the function's name,
    unsigned begin = 0;  // of its `{`,
    unsigned end = 0;    // and of its `}`
  };

  static bool ReadBody(const clang::SourceManager& sources, clang::SourceLocation name, const clang::Stmt* statement,
                       Body* body);

  std::vector<clang::SourceLocation> errors_;
  bool hopeless_ = false;
  std::size_t count_ = 0;
  std::vector<Body> bodies_;
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_BROKEN_BODIES_H_
