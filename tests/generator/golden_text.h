// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Texts that golden cases compare, made independent of where the tree lies and of how a guard is spelled.
#ifndef SPANSMITH_TESTS_GENERATOR_GOLDEN_TEXT_H_
#define SPANSMITH_TESTS_GENERATOR_GOLDEN_TEXT_H_

#include <string>

namespace spansmith::golden {

// Each injected prologue of a body as ` /*guard N*/`, and the file's prologue as one line: a better guard does not
// rewrite every golden. The spelling cases are compared without.
std::string Fold(const std::string& text);

// The names of headers' copies, their hash written as <hash>; and `./a.h`, which clang++ says where g++ says `a.h`, as
// g++ does.
std::string WithoutHashes(const std::string& text);

// A compiler may say the same things in another order.
std::string SortedLines(const std::string& text);

// A span tree with its roots in order of their text: the order in which a case's arguments are evaluated is the
// compiler's choice.
std::string SortedRoots(const std::string& tree);

std::string ReplaceAll(std::string text, const std::string& from, const std::string& to);

std::string ReadFile(const std::string& path);                     // empty if there is none
void WriteFile(const std::string& path, const std::string& text);  // removes the file for an empty text

}  // namespace spansmith::golden

#endif  // SPANSMITH_TESTS_GENERATOR_GOLDEN_TEXT_H_
