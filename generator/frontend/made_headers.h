// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The header that CMake makes for target_precompile_headers says that it is a system header, and so all that it
// includes is one to a compiler. They are the project's own all the same, for rules and the report: Clang gets a text
// without that line, as long as the original.
#ifndef SPANSMITH_GENERATOR_FRONTEND_MADE_HEADERS_H_
#define SPANSMITH_GENERATOR_FRONTEND_MADE_HEADERS_H_

#include <clang/Basic/FileEntry.h>

#include <string>

namespace clang {
class CompilerInstance;
class Preprocessor;
}  // namespace clang

namespace spansmith::generator {

// To be called before the preprocessor is made.
void ReplaceMadeHeaders(clang::CompilerInstance& compiler);

// Whether the file is read without the line: its copy needs it again.
bool IsReplaced(const clang::Preprocessor& preprocessor, clang::FileEntryRef file);

// Blanks where `#pragma GCC system_header` stands, or clang's.
std::string WithoutSystemHeader(std::string text);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_MADE_HEADERS_H_
