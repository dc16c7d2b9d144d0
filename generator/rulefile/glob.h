// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Patterns of rule files. A pattern is a row of components (between `::` in a name, between `/` in a path): `*` stands
// for any characters within one, a component `**` for any number of components, none included. Nothing else is special.
#ifndef SPANSMITH_GENERATOR_RULEFILE_GLOB_H_
#define SPANSMITH_GENERATOR_RULEFILE_GLOB_H_

#include <string>
#include <string_view>
#include <vector>

namespace spansmith::generator {

// The components of a qualified name or a name glob. What follows `operator` is one component, whatever is in it.
std::vector<std::string> NameComponents(std::string_view text);

// Whether `text` matches `pattern`, `*` alone being special.
bool MatchesComponent(std::string_view pattern, std::string_view text);

// `name`: a qualified name's components; a leading `::` of the pattern is passed over.
bool MatchesName(std::string_view pattern, const std::vector<std::string>& name);

// `path`: as compiled, relative to the project, or absolute for a file outside it.
bool MatchesPath(std::string_view pattern, std::string_view path);

// Whether a type pattern is to be compared with a whole type rather than with a type's name: it holds a blank, `&`, `<`
// or `(`.
bool IsWholeType(std::string_view pattern);

// A type's text without blanks: how whole types are compared.
std::string WithoutBlanks(std::string_view type);

// Why the pattern cannot match anything; empty: it can.
std::string WrongNameGlob(std::string_view pattern);
std::string WrongPathGlob(std::string_view pattern);
std::string WrongTypePattern(std::string_view pattern);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_RULEFILE_GLOB_H_
