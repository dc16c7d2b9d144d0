// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/span_options.h"

#include <clang/AST/Decl.h>
#include <clang/AST/DeclCXX.h>

#include <algorithm>
#include <array>
#include <optional>

#include "generator/rulefile/nearest.h"
#include "generator/select/arguments.h"
#include "generator/select/check_uses.h"
#include "generator/site/answers.h"

namespace spansmith::generator {
namespace {

using Refusal = std::optional<Diagnostic>;

// The function that is annotated, and its declaration that the annotation stands on.
struct Annotated {
  const clang::FunctionDecl& definition;
  const clang::FunctionDecl& declaration;
};

Expression Value(const Option& option) { return ExpressionOf(*option.use, *option.name, option.values.back()); }

Refusal Attr(const Option& option, const Annotated&, Site* site) {
  site->entry_attributes.push_back({option.values.front(), Value(option)});
  return {};
}

// An option that looks at `result`.
Refusal NoResult(const Option& option, const clang::FunctionDecl& function) {
  const bool returns_void = function.getReturnType()->isVoidType();
  const bool special = llvm::isa<clang::CXXConstructorDecl, clang::CXXDestructorDecl>(function);
  if (!returns_void && !special) return {};
  return At(*option.use, 12,
            {std::string(option.name->macro),
             returns_void && !llvm::isa<clang::CXXConstructorDecl>(function) ? "void" : "nothing"});
}

Refusal ReturnAttr(const Option& option, const Annotated& function, Site* site) {
  site->return_attributes.push_back({option.values.front(), Value(option)});
  return NoResult(option, function.definition);
}

Refusal ErrorWhen(const Option& option, const Annotated& function, Site* site) {
  site->error_when = Value(option);
  return NoResult(option, function.definition);
}

Refusal ExitAttr(const Option& option, const Annotated&, Site* site) {
  site->exit_attributes.push_back({option.values.front(), Value(option)});
  return {};
}

std::string Trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \t\n");
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1);
}

Refusal Arguments(const Option& option, const Annotated& function, Site* site) {
  const std::string& text = option.values.back();
  const AnnotationUse& use = *option.use;
  std::size_t count = 0;
  for (std::size_t begin = 0; begin <= text.size(); ++count) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    const std::string name = Trimmed(text.substr(begin, comma - begin));
    begin = comma + 1;
    const bool written = use.written_directly && count < use.arguments.size();
    const Place& place = written ? use.arguments[count].written.place : use.place;
    const std::string reason =
        AddArguments(function.definition, function.declaration, name, place, &site->entry_attributes);
    if (reason.empty()) continue;
    Diagnostic diagnostic = At(use, 36, {name, reason, ParameterNames(function.declaration, name)});
    if (written && place.line != 0) {
      diagnostic.place = place;
      diagnostic.source_line = use.arguments[count].source_line;
    }
    return diagnostic;
  }
  return {};
}

Refusal Answers(const Option& option, const Annotated&, Site* site) {
  const std::string& text = option.values.back();
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    words.push_back(Trimmed(text.substr(begin, comma - begin)));
    begin = comma + 1;
  }
  std::string wrong;
  site->answers = ReadAnswers(words, &wrong);
  if (site->answers.has_value()) return {};
  return At(*option.use, 37, {wrong, kAnswerWords + NearestAnswer(wrong)});
}

Refusal OkOnSuccess(const Option&, const Annotated&, Site* site) {
  site->ok_on_success = true;
  return {};
}

Refusal Kind(const Option& option, const Annotated&, Site* site) {
  constexpr std::array<std::pair<const char*, SpanKind>, 4> kKinds = {{
      {"server", SpanKind::kServer},
      {"client", SpanKind::kClient},
      {"producer", SpanKind::kProducer},
      {"consumer", SpanKind::kConsumer},
  }};
  for (const auto& [word, kind] : kKinds) {
    if (option.values.front() == word) site->kind = kind;
  }
  return {};
}

Refusal ErrorText(const Option& option, const Annotated&, Site* site) {
  site->error_text = option.values.front();
  return {};
}

Refusal RunTimeName(const Option& option, const Annotated&, Site* site) {
  site->run_time_name = Value(option);
  return {};
}

Refusal Link(const Option& option, const Annotated&, Site* site) {
  site->links.push_back(Value(option));
  return {};
}

Refusal Parent(const Option& option, const Annotated&, Site* site) {
  site->parent = Value(option);
  return {};
}

Refusal Root(const Option&, const Annotated&, Site* site) {
  site->root = true;
  return {};
}

struct Row {
  std::string_view mark;
  Refusal (*apply)(const Option&, const Annotated&, Site*);
};

constexpr std::array<Row, 13> kRows = {{
    {"attr", Attr},
    {"return_attr", ReturnAttr},
    {"exit_attr", ExitAttr},
    {"args", Arguments},
    {"error_when", ErrorWhen},
    {"answers", Answers},
    {"ok_on_success", OkOnSuccess},
    {"kind", Kind},
    {"error_text", ErrorText},
    {"name", RunTimeName},
    {"link", Link},
    {"parent", Parent},
    {"root", Root},
}};

}  // namespace

bool ApplySpanOptions(const std::vector<Option>& options, const std::string& macro, const clang::FunctionDecl& function,
                      const clang::FunctionDecl& annotated, Site* site, std::vector<Diagnostic>* diagnostics) {
  for (const Option& option : options) {
    const auto row =
        std::find_if(kRows.begin(), kRows.end(), [&](const Row& r) { return r.mark == option.name->mark; });
    const Refusal refusal = row == kRows.end() ? Refusal() : row->apply(option, {function, annotated}, site);
    if (refusal.has_value()) {
      diagnostics->push_back(*refusal);
      return false;
    }
    if (site->root && site->parent.has_value()) {
      diagnostics->push_back(At(*option.use, 32, {macro}));
      return false;
    }
  }
  return true;
}

}  // namespace spansmith::generator
