// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/launch/depfile.h"

#include <filesystem>

namespace spansmith::generator {

std::string EscapeForMake(const std::string& path) {
  std::string out;
  for (const char c : path) {
    if (c == ' ' || c == '#') out += '\\';
    if (c == '$') out += '$';
    out += c;
  }
  return out;
}

std::string AsSpelledFrom(const std::string& folder, const std::string& path) {
  const std::filesystem::path relative = std::filesystem::path(path).lexically_relative(folder);
  if (relative.empty() || *relative.begin() == "..") return path;
  return relative.string();
}

std::string PatchDepfile(const std::string& text, const std::string& copy, const std::string& source,
                         const std::string& tool) {
  std::string out = text;
  if (!copy.empty()) {
    const std::string from = EscapeForMake(copy);
    const std::string to = EscapeForMake(source);
    for (std::size_t at = 0; (at = out.find(from, at)) != std::string::npos; at += to.size())
      out.replace(at, from.size(), to);
  }
  // The end of the first rule: a line feed without a backslash before it.
  std::size_t end = 0;
  do {
    end = out.find('\n', end + (end == 0 ? 0 : 1));
  } while (end != std::string::npos && end > 0 && out[end - 1] == '\\');
  if (out.find(':') == std::string::npos) return out;  // not a rule: not ours to add to
  out.insert(end == std::string::npos ? out.size() : end, " \\\n  " + EscapeForMake(tool));
  return out;
}

}  // namespace spansmith::generator
