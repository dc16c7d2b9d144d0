// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Reading and writing a file whole. Safe beside other processes and threads that do the same: a text is written beside
// its place and renamed.
#ifndef SPANSMITH_GENERATOR_FILES_WHOLE_FILE_H_
#define SPANSMITH_GENERATOR_FILES_WHOLE_FILE_H_

#include <string>

namespace spansmith::generator {

// False: it cannot be read.
bool ReadFile(const std::string& path, std::string* text);

// Whole or not at all. False: `*reason` says why not.
bool WriteFile(const std::string& path, const std::string& text, std::string* reason);

// The same, and a file that says the same already keeps its time.
bool WriteIfChanged(const std::string& path, const std::string& text, std::string* reason);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FILES_WHOLE_FILE_H_
