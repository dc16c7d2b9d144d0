// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Why a function has no span, as a code that does not change and as text for people; and the account that is given of
// every function. Plain data, freely copyable.
#ifndef SPANSMITH_GENERATOR_SITE_REASON_H_
#define SPANSMITH_GENERATOR_SITE_REASON_H_

#include <string>
#include <string_view>
#include <vector>

namespace spansmith::generator {

enum class ReasonCode {
  kNone,  // there is none: it has a span
#define SPANSMITH_REASON(enumerator, code, text) enumerator,
#include "generator/site/reason.def"
#undef SPANSMITH_REASON
};

// "constexpr"; of kNone: "".
const char* CodeOf(ReasonCode reason);
// "the function is constexpr"; of kNone: "".
const char* TextOf(ReasonCode reason);
// The reason with the code; kNone: there is no such code.
ReasonCode ReasonOf(std::string_view code);
// All but kNone, in their order.
const std::vector<ReasonCode>& AllReasons();

// Who asks for a span.
enum class Asked { kNobody, kAnnotation, kRule };

// A call that a rule is about.
struct CallAccount {
  std::string function;  // that is called: qualified name
  std::string file;      // relative to the project, or absolute
  unsigned line = 0;
  std::string left_out;  // why some of what the rule says could not be done; empty: all was

  bool operator==(const CallAccount&) const = default;
};

// A span annotation on a declaration that is no definition.
struct AnnotationAccount {
  std::string function;  // qualified name
  std::string file;      // relative to the project, or absolute
  unsigned line = 0;
  unsigned column = 0;
  bool defined = false;  // the source has the function's definition too

  bool operator==(const AnnotationAccount&) const = default;
};

// One function whose body stands in a file of the project.
struct FunctionAccount {
  std::string function;  // qualified name, without template arguments
  std::string file;      // relative to the project, or absolute
  unsigned line = 0;
  unsigned column = 0;
  ReasonCode reason = ReasonCode::kNone;
  std::string detail;  // what the reason's text leaves open; may be empty
  Asked asked = Asked::kNobody;
  std::string span;     // its span's name; empty: it has none
  bool header = false;  // not in the source itself, so that other sources have it too
  bool shared = false;  // and all of them define the same function: inline, a template

  bool operator==(const FunctionAccount&) const = default;
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SITE_REASON_H_
