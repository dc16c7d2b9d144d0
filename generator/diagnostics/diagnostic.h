// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A message of the generator, as data: raised anywhere, printed once by the launcher. The texts are in catalog.def.
#ifndef SPANSMITH_GENERATOR_DIAGNOSTICS_DIAGNOSTIC_H_
#define SPANSMITH_GENERATOR_DIAGNOSTICS_DIAGNOSTIC_H_

#include <string>
#include <vector>

#include "generator/site/site.h"

namespace spansmith::generator {

enum class Severity { kWarning, kError };

struct Diagnostic {
  unsigned number = 0;                 // a row of catalog.def
  Place place;                         // line 0: about the whole file
  std::string source_line;             // the text of place.line, for the caret; may be empty
  std::vector<std::string> arguments;  // {0}, {1}... of the row's text
  bool made_error = false;             // a warning that STRICT makes an error
};

// One row of catalog.def; null if there is no such number.
struct CatalogRow {
  unsigned number;
  Severity severity;
  const char* text;
};
const CatalogRow* FindRow(unsigned number);
const std::vector<CatalogRow>& Catalog();

// "SM012": three digits at least.
std::string Code(unsigned number);

// The row's text with its arguments filled in.
std::string Message(const Diagnostic& diagnostic);

// As compilers print it: `file:line:column: error: SM012: text`, the source line and a caret below. With `color`, ANSI
// escapes as g++ and clang++ use. Ends with a line feed.
std::string Render(const Diagnostic& diagnostic, bool color);

bool IsError(const Diagnostic& diagnostic);
bool HasError(const std::vector<Diagnostic>& diagnostics);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_DIAGNOSTICS_DIAGNOSTIC_H_
