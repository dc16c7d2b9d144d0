// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The cheap question before a parse: does this file hold an annotation at all, or what a rule could mean? Asked of the
// real compiler's own preprocessor (60-90 ms where a parse takes seconds), which also tells where it looks for headers.
#ifndef SPANSMITH_GENERATOR_FRONTEND_PREFILTER_H_
#define SPANSMITH_GENERATOR_FRONTEND_PREFILTER_H_

#include <compare>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/frontend/line_splitter.h"
#include "generator/frontend/source_lines.h"
#include "generator/invocation/compile_command.h"
#include "generator/rulefile/applies.h"

namespace spansmith::generator {

// Which file entered which, as the compiler spells them.
struct IncludeEdge {
  std::string includer;
  std::string included;

  auto operator<=>(const IncludeEdge&) const = default;
};

struct PrefilterResult {
  bool preprocessed = false;     // false: the compiler refuses the file, and will say why when it compiles it
  std::string first_error;       // then: the first error's text
  std::size_t annotations = 0;   // annotation tokens in the preprocessed text (frontend/annotation_use.h counts alike)
  Arguments search_directories;  // for <...>, in order, the compiler's own among them
  std::set<IncludeEdge> edges;   // each include that entered a file
  bool clang = false;            // the compiler is a Clang
  bool module = false;           // a line begins as the declaration of a C++20 module does
  std::string target;            // what it compiles for, as it says: "x86_64-linux-gnu"; empty: it does not say
  SourceWords words;             // if asked for; files as the compiler spells them
  SourceLines lines;             // if words are
};

struct PrefilterOptions {
  bool annotations = true;  // false: their macros are empty
  bool words = false;       // rules want to know
};

// Runs the compiler of `command` (one source) with -E.
PrefilterResult Prefilter(const CompileCommand& command, const PrefilterOptions& options);

// What a compiler's -v alone tells of it: where it looks for headers, its target, whether it is a Clang.
void ReadVerbose(const std::string& verbose, PrefilterResult* out);

// How often the mark of an annotation stands in a text that comes in pieces. Not thread-safe.
class MarkCounter {
 public:
  void Add(std::string_view piece);
  std::size_t count() const { return count_; }

 private:
  std::string tail_;
  std::size_t count_ = 0;
};

// The identifiers of a preprocessed text that comes in pieces, and the files that its line markers name. Words in
// string literals count too: it may say more than there is, never less. Not thread-safe.
class WordCollector {
 public:
  explicit WordCollector(SourceWords* words) : words_(words) {}
  void Add(std::string_view piece);
  void Finish();

 private:
  void Line(std::string_view line);

  SourceWords* words_;
  LineSplitter splitter_;
  std::string word_;
  std::string last_file_;
};

// Reads the line markers of a preprocessed text that comes in pieces (GCC manual, "Preprocessor Output"). Not
// thread-safe.
class EdgeReader {
 public:
  void Add(std::string_view piece);
  std::set<IncludeEdge> TakeEdges() { return std::move(edges_); }
  // Whether a line begins as a module's declaration does.
  bool module() const { return module_; }

 private:
  void ReadLine(std::string_view line);

  std::string rest_;       // of a line that may be a marker
  bool skipping_ = false;  // in a line that is none
  std::vector<std::string> stack_;
  std::set<IncludeEdge> edges_;
  bool module_ = false;
};

// The machine behind "Target: " in GCC's and Clang's `-v`; empty: there is none.
std::string TargetOf(const std::string& verbose);

// The directories of GCC's and Clang's `-v` between "#include <...> search starts here:" and "End of search list.".
Arguments SearchDirectories(const std::string& verbose);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_PREFILTER_H_
