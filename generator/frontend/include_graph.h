// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which file included which, as the preprocessor resolved it: every directive, those included that a guard or `#pragma
// once` made an empty one. Plain data; no Clang types.
#ifndef SPANSMITH_GENERATOR_FRONTEND_INCLUDE_GRAPH_H_
#define SPANSMITH_GENERATOR_FRONTEND_INCLUDE_GRAPH_H_

#include <cstddef>
#include <string>
#include <vector>

#include "generator/site/site.h"

namespace spansmith::generator {

// A file at one time that it was entered; a file that is included again and again has as many.
struct EnteredFile {
  unsigned key = 0;       // Point::file, AnnotationUse::file
  unsigned identity = 0;  // the same number, the same file on disk, whatever its name
  std::string name;       // as the compiler spells it
  std::string path;       // absolute
  bool main = false;      // the source itself
  bool system = false;    // found in a system directory, or says so itself
};

// Where a macro's definition has the name of a file, quotes or brackets included, that it has for nothing else.
struct WrittenName {
  unsigned file = 0;  // EnteredFile::key; 0: not known, or used otherwise
  unsigned identity = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// One file name in one file: of an #include, or of a __has_include.
struct Inclusion {
  unsigned includer = 0;  // EnteredFile::key; 0: the command line
  std::size_t begin = 0;  // of the operand, its quotes or brackets included
  std::size_t end = 0;    // one past it; 0: it cannot be replaced
  unsigned identity = 0;  // of what it found; 0: not known
  std::string name;       // the found file's, as the compiler spells it
  std::string path;       // absolute
  bool beside = false;    // found in the includer's own folder, where a copy of the includer does not stand
  bool next = false;      // #include_next
  bool test = false;      // __has_include: looks, and includes nothing
  std::string macro;      // the name is this macro's; empty: it is written out
  WrittenName spelled;    // of a computed #include
  Place place;            // of the directive
  std::string forced;     // of the command line: FILE of its -include; empty: it says so in another way
};

struct IncludeGraph {
  std::vector<EnteredFile> files;     // in the order in which they are entered; the source itself first
  std::vector<Inclusion> inclusions;  // in the order in which they are evaluated
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_INCLUDE_GRAPH_H_
