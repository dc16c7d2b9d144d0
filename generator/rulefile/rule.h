// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A rule as its file says it: checked, but knowing nothing of any source. Values; freely copyable.
#ifndef SPANSMITH_GENERATOR_RULEFILE_RULE_H_
#define SPANSMITH_GENERATOR_RULEFILE_RULE_H_

#include <optional>
#include <string>
#include <vector>

#include "generator/site/site.h"

namespace spansmith::generator {

// Text of a rule file and where it stands there.
struct RuleText {
  std::string text;
  Place place;
};

// What a function must be, or, of a call, the function that is called. An empty list says nothing; a list holds if one
// of its patterns does; all lists must hold.
struct RuleMatch {
  std::vector<std::string> functions;                  // name globs (glob.h) of the qualified name
  std::vector<std::string> files;                      // path globs of the file of the definition, or of the call
  std::vector<std::string> namespaces;                 // name globs of the enclosing namespace
  std::vector<std::string> bases;                      // name globs of a base class of its class, at any depth
  std::vector<std::string> parameter_types;            // type patterns, of any parameter
  std::optional<std::vector<std::string>> parameters;  // type patterns, one a parameter: this overload
  std::vector<std::string> return_types;               // type patterns
  std::vector<std::string> attributes;                 // names of attributes of the function
  std::optional<unsigned> max_statements;              // in its body, nested ones included, blocks apart
  std::optional<unsigned> max_calls;                   // in its body, of functions, members, operators and lambdas
  std::vector<std::string> objects;                    // of a call: type patterns of the object that it is a member of

  // Whether it asks how much the function does.
  bool asks_size() const { return max_statements.has_value() || max_calls.has_value(); }
};

// `key: expression`.
struct RuleAttribute {
  std::string key;
  Place key_place;
  Expression value;
};

// What a rule says about the functions that it matches; what it does not say is unset. Texts of the rule file's
// `span`, `object` and so on, placeholders included.
struct RuleEffect {
  std::optional<Role> role;
  std::optional<RuleText> object;
  std::optional<RuleText> span;
  std::optional<SpanKind> kind;
  std::optional<std::string> scope;
  std::string scope_version;
  std::optional<std::string> error_text;
  std::optional<bool> ok_on_success;
  std::optional<bool> root;
  std::optional<Expression> name;
  std::optional<Expression> parent;
  std::vector<RuleAttribute> attributes;
  std::vector<RuleAttribute> return_attributes;
  std::vector<RuleAttribute> exit_attributes;
  std::vector<RuleText> arguments;  // names of parameters, or `all`
  std::optional<Expression> error_when;
  std::optional<unsigned> answers;  // Site::answers
  std::vector<Expression> links;
  std::vector<RuleText> carry;  // names of parameters
  std::optional<bool> carry_linked;
  // Of calls.
  std::vector<unsigned> carry_arguments;  // 1-based
  std::optional<RuleText> with;           // the function that is called instead
  std::vector<std::string> includes;      // headers of Spansmith's or the user's own: <...> as written
};

struct Rule {
  Place place;  // of its first key
  std::vector<RuleMatch> matches;
  std::vector<RuleMatch> exclude;
  bool of_calls = false;  // matches calls, not definitions
  bool of_pack = false;   // may match nothing
  bool ignore = false;
  bool refine = false;  // changes what other rules select, selects nothing itself
  RuleEffect effect;

  // Whether a function, or a call, that it matches gets a span for it.
  bool Selects() const;
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_RULEFILE_RULE_H_
