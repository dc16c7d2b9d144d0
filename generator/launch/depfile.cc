// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/launch/depfile.h"

#include <algorithm>
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

std::string PatchDepfile(const std::string& text, const std::vector<Respelling>& respellings,
                         const std::vector<std::string>& more) {
  std::string out;
  // Word by word: a path is what stands between blanks that no backslash escapes.
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && text[end] != ' ' && text[end] != '\n')
      end += text[end] == '\\' && end + 1 < text.size() ? 2 : 1;
    end = std::min(end, text.size());
    std::string word = text.substr(at, end - at);
    const bool target = !word.empty() && word.back() == ':';
    if (target) word.pop_back();
    for (const Respelling& respelling : respellings) {
      if (word != EscapeForMake(respelling.from)) continue;
      // Compilers drop a leading `./` here.
      word = EscapeForMake(respelling.to.rfind("./", 0) == 0 ? respelling.to.substr(2) : respelling.to);
      break;
    }
    out += word + (target ? ":" : "");
    if (end < text.size()) out += text[end++];
    at = end;
  }
  // The end of the first rule: a line feed without a backslash before it.
  std::size_t end = 0;
  do {
    end = out.find('\n', end + (end == 0 ? 0 : 1));
  } while (end != std::string::npos && end > 0 && out[end - 1] == '\\');
  if (out.find(':') == std::string::npos) return out;  // not a rule: not ours to add to
  std::string prerequisites;
  for (const std::string& path : more) prerequisites += " \\\n  " + EscapeForMake(path);
  out.insert(end == std::string::npos ? out.size() : end, prerequisites);
  return out;
}

}  // namespace spansmith::generator
