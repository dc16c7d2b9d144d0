// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Names within an expression's text, told from what only looks like them: members, qualified names, literals, comments.
#ifndef SPANSMITH_GENERATOR_TRANSFORM_ATTRIBUTES_IDENTIFIERS_H_
#define SPANSMITH_GENERATOR_TRANSFORM_ATTRIBUTES_IDENTIFIERS_H_

#include <map>
#include <string>

namespace spansmith::generator {

// The text with every identifier that is a key replaced by its value, all at once.
std::string ReplaceIdentifiers(const std::string& text, const std::map<std::string, std::string>& replacements);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_TRANSFORM_ATTRIBUTES_IDENTIFIERS_H_
