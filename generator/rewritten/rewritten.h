// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a rewrite is asked for and what it came to. Values.
#ifndef SPANSMITH_GENERATOR_REWRITTEN_REWRITTEN_H_
#define SPANSMITH_GENERATOR_REWRITTEN_REWRITTEN_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "generator/diagnostics/diagnostic.h"
#include "generator/invocation/compile_command.h"
#include "generator/report/fragment.h"
#include "generator/site/site.h"

namespace spansmith::generator {

struct RewriteOptions {
  std::string scope;  // the tracer's name where no SPANSMITH_SCOPE holds
  bool ok_on_success = false;
  bool strict = false;             // what Clang cannot parse is an error
  bool annotations = true;         // false: the macros stay empty for the generator too
  std::vector<std::string> rules;  // rule files, in their order
  std::string project;             // the folder that file globs and reports are relative to; empty: the current one
};

enum class Outcome {
  kNothing,    // no annotation: compile it as it stands
  kRewritten,  // compile `text`
  kRefused,    // errors among the diagnostics: do not compile
  kUnparsed,   // Clang cannot parse it: compile it as it stands; if that works, the diagnostics apply
};

// A copy of a header, to be written before the source is compiled. Its name holds a hash of what it says, so that
// several compiles may write it at once, and any of them be believed.
struct RewrittenHeader {
  std::string path;      // of the copy, absolute
  std::string name;      // of the original, as the compiler spells it
  std::string original;  // its text
  std::string text;
};

// A file that the compiler is given by another name than the original's.
struct Renamed {
  std::string path;  // as it gets it
  std::string name;  // as it would have spelled it
};

struct Rewritten {
  Outcome outcome = Outcome::kNothing;
  std::string source;                         // the original's path as on the command line
  std::string original;                       // its text
  std::string text;                           // kRewritten
  std::vector<RewrittenHeader> headers;       // kRewritten
  std::vector<Renamed> renamed;               // kRewritten: the headers' copies, and what copies include by its path
  std::map<std::string, std::string> forced;  // kRewritten: FILE of an -include -> the copy to include instead
  bool compiler_is_clang = false;
  std::vector<Diagnostic> diagnostics;
  SourceReport report;
  std::set<std::string> inputs;  // the files that were entered, by either compiler; empty: not known
  bool cheap = false;            // to make it again costs no more than to compare the inputs' texts; not kept
};

// The folder of the headers' copies, beside the copy of the source, or beside CMake's precompiled header.
inline constexpr char kHeaderFolder[] = "spansmith-headers";

// The options as command-line arguments, and back; what is not an option of `cc` is passed over.
Arguments ToArguments(const RewriteOptions& options);
RewriteOptions FromArguments(const Arguments& arguments);
// Reads the option at `*at`, which ends on its last word. False: it is none of these, or its value is missing.
bool ReadOption(const Arguments& arguments, std::size_t* at, RewriteOptions* options);
bool TakesValue(const std::string& option);

// The first line of a rewritten file: what it was made from and with which options, so that a reader, and `spansmith
// rewrite` on the same build, can make it again.
std::string OriginLine(const std::string& source, const RewriteOptions& options);
// The options of a text that begins with such a line; false: it does not.
bool ReadOriginLine(const std::string& text, RewriteOptions* options);

// The same for a header's copy, which is the same for whoever makes it.
std::string HeaderOriginLine(const std::string& header);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_REWRITTEN_REWRITTEN_H_
