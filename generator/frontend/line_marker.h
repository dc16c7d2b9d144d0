// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// `# 12 "file" flags` (GCC manual, "Preprocessor Output").
#ifndef SPANSMITH_GENERATOR_FRONTEND_LINE_MARKER_H_
#define SPANSMITH_GENERATOR_FRONTEND_LINE_MARKER_H_

#include <cctype>
#include <optional>
#include <string>
#include <string_view>

namespace spansmith::generator {

struct LineMarker {
  unsigned line = 0;       // of the line behind it
  std::string file;        // unescaped
  std::string_view flags;  // from behind the closing quote
};

inline bool IsMarker(std::string_view line) {
  return line.size() >= 3 && line[0] == '#' && line[1] == ' ' && std::isdigit(static_cast<unsigned char>(line[2])) != 0;
}

// Nothing: no marker, or one that names no file.
inline std::optional<LineMarker> ReadMarker(std::string_view line) {
  const std::size_t open = line.find('"');
  if (!IsMarker(line) || open == std::string_view::npos) return std::nullopt;
  LineMarker out;
  for (std::size_t i = 2; i < line.size() && std::isdigit(static_cast<unsigned char>(line[i])) != 0; ++i)
    out.line = out.line * 10 + static_cast<unsigned>(line[i] - '0');
  std::size_t at = open + 1;
  for (; at < line.size() && line[at] != '"'; ++at) {
    if (line[at] == '\\' && at + 1 < line.size()) ++at;
    out.file += line[at];
  }
  if (at == line.size()) return std::nullopt;
  out.flags = line.substr(at + 1);
  return out;
}

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_LINE_MARKER_H_
