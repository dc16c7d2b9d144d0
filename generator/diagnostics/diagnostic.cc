// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/diagnostics/diagnostic.h"

#include <algorithm>
#include <cctype>
#include <cstdio>

namespace spansmith::generator {

const std::vector<CatalogRow>& Catalog() {
  static const std::vector<CatalogRow> rows = {
#define SPANSMITH_DIAGNOSTIC(number, severity, text) {number, Severity::severity, text},
#include "generator/diagnostics/catalog.def"
#undef SPANSMITH_DIAGNOSTIC
  };
  return rows;
}

const CatalogRow* FindRow(unsigned number) {
  const auto& rows = Catalog();
  const auto it = std::find_if(rows.begin(), rows.end(), [&](const CatalogRow& row) { return row.number == number; });
  return it == rows.end() ? nullptr : &*it;
}

std::string Code(unsigned number) {
  char text[16];
  std::snprintf(text, sizeof(text), "SM%03u", number);
  return text;
}

std::string Message(const Diagnostic& diagnostic) {
  const CatalogRow* row = FindRow(diagnostic.number);
  const std::string text = row == nullptr ? "(no text)" : row->text;
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool placeholder = i + 2 < text.size() && text[i] == '{' &&
                             std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0 && text[i + 2] == '}';
    const auto index = placeholder ? static_cast<std::size_t>(text[i + 1] - '0') : 0;
    if (!placeholder || index >= diagnostic.arguments.size()) {
      out += text[i];
      continue;
    }
    out += diagnostic.arguments[index];
    i += 2;
  }
  return out;
}

std::string Render(const Diagnostic& diagnostic, bool color) {
  const bool error = IsError(diagnostic);
  const std::string bold = color ? "\033[1m" : "";
  const std::string tint = color ? (error ? "\033[1;31m" : "\033[1;35m") : "";
  const std::string plain = color ? "\033[0m" : "";
  std::string out = bold + diagnostic.place.file + ":";
  if (diagnostic.place.line != 0) {
    out += std::to_string(diagnostic.place.line) + ":" + std::to_string(diagnostic.place.column) + ":";
  }
  out += plain + " " + tint + (error ? "error" : "warning") + ":" + plain + " " + Code(diagnostic.number) + ": " +
         Message(diagnostic) + "\n";
  if (diagnostic.source_line.empty() || diagnostic.place.column == 0) return out;
  char margin[16];
  std::snprintf(margin, sizeof(margin), "%5u | ", diagnostic.place.line);
  out += margin + diagnostic.source_line + "\n      | ";
  // Tabs are kept, so that the caret stands under its character whatever a tab's width is.
  const std::size_t before = std::min<std::size_t>(diagnostic.place.column - 1, diagnostic.source_line.size());
  for (std::size_t i = 0; i < before; ++i) out += diagnostic.source_line[i] == '\t' ? '\t' : ' ';
  return out + tint + "^" + plain + "\n";
}

bool IsError(const Diagnostic& diagnostic) {
  const CatalogRow* row = FindRow(diagnostic.number);
  return diagnostic.made_error || row == nullptr || row->severity == Severity::kError;
}

bool HasError(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), IsError);
}

}  // namespace spansmith::generator
