// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "golden_text.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <vector>

namespace spansmith::golden {

std::string Fold(const std::string& text) {
  static const std::regex guard(
      R"( static ::spansmith::injected::sm_Site sm_site_(\w+) = [^\n]*?; ::spansmith::injected::sm_Guard sm_guard_\1\(&sm_site_\1\);)");
  static const std::regex constant(
      R"( struct sm_at_(\w+) \{ static ::spansmith::injected::sm_Site\* sm_Get\(\) noexcept \{ [^\n]*? \} \}; ::spansmith::injected::sm_Guard sm_guard_\1\(&sm_at_\1::sm_Get\);)");
  static const std::regex prologue(R"(^// Made by[^\n]*\n#include <spansmith/injected\.h>\n[^]*?#endif\n)");
  const std::string folded = std::regex_replace(text, constant, " /*constant guard $1*/");
  return std::regex_replace(std::regex_replace(folded, guard, " /*guard $1*/"), prologue, "/*prologue*/\n");
}

std::string WithoutHashes(const std::string& text) {
  static const std::regex hash(R"((spansmith-headers/[^"\n]*)\.[0-9a-f]{16}\b)");
  static const std::regex dot(R"((\n#line \d+ ")\./)");
  return std::regex_replace(std::regex_replace(text, hash, "$1.<hash>"), dot, "$1");
}

std::string SortedLines(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

std::string SortedRoots(const std::string& tree) {
  std::istringstream stream(tree);
  std::vector<std::string> roots;
  for (std::string line; std::getline(stream, line);) {
    if (roots.empty() || line.empty() || line[0] != ' ') roots.emplace_back();
    roots.back() += line + "\n";
  }
  std::sort(roots.begin(), roots.end());
  std::string out;
  for (const std::string& root : roots) out += root;
  return out;
}

std::string ReplaceAll(std::string text, const std::string& from, const std::string& to) {
  if (from.empty()) return text;
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string ReadFile(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream out;
  if (stream) out << stream.rdbuf();
  return out.str();
}

void WriteFile(const std::string& path, const std::string& text) {
  if (text.empty()) {
    std::filesystem::remove(path);
    return;
  }
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace spansmith::golden
