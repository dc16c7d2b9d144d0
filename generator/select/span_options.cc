// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/span_options.h"

#include <clang/AST/Decl.h>
#include <clang/AST/DeclCXX.h>

#include <algorithm>
#include <array>
#include <optional>

#include "generator/select/check_uses.h"

namespace spansmith::generator {
namespace {

using Refusal = std::optional<Diagnostic>;

Expression Value(const Option& option) { return ExpressionOf(*option.use, *option.name, option.values.back()); }

Refusal Attr(const Option& option, const clang::FunctionDecl&, Site* site) {
  site->entry_attributes.push_back({option.values.front(), Value(option)});
  return {};
}

Refusal ReturnAttr(const Option& option, const clang::FunctionDecl& function, Site* site) {
  const bool returns_void = function.getReturnType()->isVoidType();
  if (returns_void || llvm::isa<clang::CXXConstructorDecl, clang::CXXDestructorDecl>(function)) {
    return At(*option.use, 12, {returns_void && !llvm::isa<clang::CXXConstructorDecl>(function) ? "void" : "nothing"});
  }
  site->return_attributes.push_back({option.values.front(), Value(option)});
  return {};
}

Refusal Kind(const Option& option, const clang::FunctionDecl&, Site* site) {
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

Refusal ErrorText(const Option& option, const clang::FunctionDecl&, Site* site) {
  site->error_text = option.values.front();
  return {};
}

Refusal RunTimeName(const Option& option, const clang::FunctionDecl&, Site* site) {
  site->run_time_name = Value(option);
  return {};
}

Refusal Link(const Option& option, const clang::FunctionDecl&, Site* site) {
  site->links.push_back(Value(option));
  return {};
}

Refusal Parent(const Option& option, const clang::FunctionDecl&, Site* site) {
  site->parent = Value(option);
  return {};
}

Refusal Root(const Option&, const clang::FunctionDecl&, Site* site) {
  site->root = true;
  return {};
}

struct Row {
  std::string_view mark;
  Refusal (*apply)(const Option&, const clang::FunctionDecl&, Site*);
};

constexpr std::array<Row, 8> kRows = {{
    {"attr", Attr},
    {"return_attr", ReturnAttr},
    {"kind", Kind},
    {"error_text", ErrorText},
    {"name", RunTimeName},
    {"link", Link},
    {"parent", Parent},
    {"root", Root},
}};

}  // namespace

bool ApplySpanOptions(const std::vector<Option>& options, const std::string& macro, const clang::FunctionDecl& function,
                      Site* site, std::vector<Diagnostic>* diagnostics) {
  for (const Option& option : options) {
    const auto row =
        std::find_if(kRows.begin(), kRows.end(), [&](const Row& r) { return r.mark == option.name->mark; });
    const Refusal refusal = row == kRows.end() ? Refusal() : row->apply(option, function, site);
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
