// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/check_uses.h"

#include <algorithm>
#include <cctype>

#include "generator/select/annotation_names.h"
#include "generator/select/option_text.h"
#include "generator/select/options.h"

namespace spansmith::generator {
namespace {

bool IsKey(const std::string& key) {
  bool word = false;  // at least one character since the last dot
  for (const char c : key) {
    if (c == '.') {
      if (!word) return false;
      word = false;
    } else if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '/') {
      word = true;
    } else {
      return false;
    }
  }
  return word;
}

// SM038: no comma behind what begins with the argument. True: said.
bool SaidMissingComma(const AnnotationUse& use, const UseArgument& argument, std::vector<Diagnostic>* out) {
  const OptionText text = ReadOptionText(argument.written.text);
  if (text.next.rfind("SPANSMITH_", 0) != 0) return false;
  const std::string first = text.name + (text.has_parentheses ? "(...)" : "");
  out->push_back({38, argument.written.place, argument.source_line, {first, text.next, use.macro}});
  return true;
}

// A span annotation or an event: a name, then options.
void CheckNameAndOptions(const AnnotationUse& use, const AnnotationName& outer, std::vector<Diagnostic>* out) {
  const bool none = use.arguments.empty() || use.arguments.front().first_token.empty();
  const bool option = !none && FindMacro(use.arguments.front().first_token) != nullptr;
  if (none || option || !(use.arguments.front().first_is_string || use.arguments.front().first_is_macro)) {
    out->push_back(
        At(use, 15, {use.macro, none ? "it has none" : "it is `" + use.arguments.front().written.text + "`"}));
    return;
  }
  if (use.written_directly) SaidMissingComma(use, use.arguments.front(), out);
  // In a macro of the user's the options may be expanded already: select looks at what the tree has of them.
  for (std::size_t i = 1; use.written_directly && i < use.arguments.size(); ++i) {
    const UseArgument& argument = use.arguments[i];
    const AnnotationName* name = FindMacro(argument.first_token);
    const bool known = name != nullptr ? IsOptionOf(*name, outer)
                                       : argument.first_is_macro && argument.first_token.rfind("SPANSMITH_", 0) != 0;
    if (name != nullptr && name->takes == Takes::kNothing && ReadOptionText(argument.written.text).has_parentheses) {
      out->push_back({39, argument.written.place, argument.source_line, {argument.first_token}});
      continue;
    }
    if (SaidMissingComma(use, argument, out) || known) continue;
    if (argument.first_token.empty()) {
      out->push_back(At(use, 13, {"(nothing)", use.macro, OptionsOf(outer)}));
      continue;
    }
    const std::string nearest =
        argument.first_is_string || name != nullptr ? "" : NearestOption(argument.first_token, outer);
    out->push_back({13,
                    argument.written.place,
                    argument.source_line,
                    {argument.written.text, use.macro, OptionsOf(outer) + nearest}});
  }
}

// Whether the use stands among the arguments of a macro of the user's that makes an annotation with options of them.
bool IsArgumentOfMacro(const AnnotationUse& use, const std::vector<AnnotationUse>& uses) {
  return std::any_of(uses.begin(), uses.end(), [&](const AnnotationUse& other) {
    const AnnotationName* name = other.written_directly ? nullptr : FindMacro(other.macro);
    return name != nullptr && HasOptions(*name) && other.file == use.file && other.begin < use.begin &&
           use.end <= other.end;
  });
}

}  // namespace

Diagnostic At(const AnnotationUse& use, unsigned number, std::vector<std::string> arguments) {
  return {number, use.place, use.source_line, std::move(arguments)};
}

std::vector<Diagnostic> CheckUses(const std::vector<AnnotationUse>& uses) {
  std::vector<Diagnostic> out;
  for (const AnnotationUse& use : uses) {
    const AnnotationName* name = FindMacro(use.macro);
    if (name == nullptr) continue;  // not one of annotations.h: the user's own
    if (HasOptions(*name)) {
      CheckNameAndOptions(use, *name, &out);
      continue;
    }
    if (name->klass == AnnotationClass::kOption && use.written_directly) {
      // In one that does not have it, that one has said so.
      const AnnotationName* outer = use.parent.has_value() ? FindMacro(uses[*use.parent].macro) : nullptr;
      if ((outer == nullptr || !HasOptions(*outer)) && !IsArgumentOfMacro(use, uses)) {
        out.push_back(At(use, 10, {use.macro}));
        continue;
      }
    }
    if (use.macro == "SPANSMITH_SCOPE" && (use.arguments.empty() || !use.arguments.front().first_is_string) &&
        !(use.arguments.size() > 0 && use.arguments.front().first_is_macro)) {
      out.push_back(At(use, 15, {use.macro, "a tracer's name such as \"multigres.io/etcd-controller\""}));
    }
    if (use.macro == "SPANSMITH_ERROR_TEXT" && !use.arguments.empty() && !use.arguments.front().first_is_string &&
        !use.arguments.front().first_is_macro) {
      out.push_back(At(use, 15, {use.macro, "it is `" + use.arguments.front().written.text + "`"}));
    }
    if (use.macro == "SPANSMITH_KIND" && !use.arguments.empty()) {
      const std::string& kind = use.arguments.front().written.text;
      if (!IsKind(kind)) out.push_back(At(use, 14, {kind, NearestKind(kind)}));
    }
    const std::string hidden = use.macro == "SPANSMITH_ERROR_WHEN" ? use.all.macro_with_result
                               : use.macro == "SPANSMITH_RETURN_ATTR" && use.arguments.size() > 1
                                   ? use.arguments[1].macro_with_result
                                   : "";
    if (!hidden.empty()) out.push_back(At(use, 31, {use.macro, hidden}));
    if (name->takes == Takes::kExpression && use.all.first_token.empty()) {
      out.push_back(At(use, 17, {use.macro, "expression"}));
    }
    if (name->takes == Takes::kNames && use.all.first_token.empty()) {
      out.push_back(At(use, 17, {use.macro, "all, or names of parameters"}));
    }
    if (name->takes == Takes::kKeyAndExpression) {
      if (use.arguments.empty() || !IsKey(use.arguments.front().written.text)) {
        out.push_back(At(use, 16, {"`" + (use.arguments.empty() ? "" : use.arguments.front().written.text) + "`"}));
      } else if (use.arguments.size() < 2 || use.arguments[1].first_token.empty()) {
        out.push_back(At(use, 17, {use.macro, "key, expression"}));
      }
    }
  }
  return out;
}

}  // namespace spansmith::generator
