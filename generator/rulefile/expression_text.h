// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What keeps a C++ expression of a rule file from being pasted between other text. The compiler does the rest.
#ifndef SPANSMITH_GENERATOR_RULEFILE_EXPRESSION_TEXT_H_
#define SPANSMITH_GENERATOR_RULEFILE_EXPRESSION_TEXT_H_

#include <string>
#include <string_view>

namespace spansmith::generator {

// Why the text is not one expression: a bracket, a literal or a comment that does not end, a `;`, a `//` comment.
// Empty: nothing is wrong.
std::string WrongExpression(std::string_view text);

// One or more words joined by dots: letters, digits, `_`, `-`, `/`.
bool IsAttributeKey(std::string_view key);

// A C++ literal that is an attribute's value: text in double quotes, a decimal number, true or false.
bool IsLiteral(const std::string& text);
// `name`, `a::name`, `::a::b::name`.
bool IsQualifiedName(const std::string& text);
// <name> or "name", as behind #include.
bool IsHeaderName(const std::string& text);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_RULEFILE_EXPRESSION_TEXT_H_
