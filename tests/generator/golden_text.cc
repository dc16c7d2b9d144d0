// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "golden_text.h"

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace spansmith::golden {

std::string Fold(const std::string& text) {
  static const std::regex guard(
      R"( static ::spansmith::injected::Site sm_site_(\d+) = [^\n]*?; ::spansmith::injected::Guard sm_guard_\1\(&sm_site_\1\);)");
  static const std::regex prologue(R"(^#include <spansmith/injected\.h>\n[^]*?#endif\n)");
  return std::regex_replace(std::regex_replace(text, guard, " /*guard $1*/"), prologue, "/*prologue*/\n");
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
