// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A look at all the texts that a source could include, under whatever conditions. That no text of them holds the word
// of an annotation means that there is none; anything that this look cannot follow is a doubt, which means nothing.
#ifndef SPANSMITH_GENERATOR_GLANCE_GLANCE_H_
#define SPANSMITH_GENERATOR_GLANCE_GLANCE_H_

#include <optional>
#include <set>
#include <string>

#include "generator/glance/search_path.h"
#include "generator/invocation/compile_command.h"

namespace spansmith::generator {

// Whether the arguments bring text into the source, or read it, in a way that a look at its includes does not see.
bool AreDoubtful(const Arguments& arguments);

// The files that were looked at, the source among them, if the command (of one source) has no annotation; nothing: it
// may have one. Reads files, runs nothing.
std::optional<std::set<std::string>> FilesWithoutAnnotation(const CompileCommand& command, const SearchPath& path);

// Whether no file that the source could include holds an annotation, but the source itself, and the header that defines
// them. In doubt: false.
bool SourceAloneHasAnnotations(const CompileCommand& command, const SearchPath& path);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_GLANCE_GLANCE_H_
