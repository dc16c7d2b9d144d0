// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/one_definition/included_files.h"

#include <cstdint>
#include <cstring>
#include <filesystem>

#include "generator/files/whole_file.h"

namespace spansmith::generator {
namespace {

namespace fs = std::filesystem;

constexpr char kNinjaSignature[] = "# ninjadeps\n";

// A little-endian word of Ninja's log; 0 beyond its end.
std::uint32_t WordAt(const std::string& bytes, std::size_t at) {
  std::uint32_t out = 0;
  if (at + sizeof(out) <= bytes.size()) std::memcpy(&out, bytes.data() + at, sizeof(out));
  return out;
}

}  // namespace

std::vector<std::string> Prerequisites(const std::string& text) {
  std::vector<std::string> out;
  std::string word;
  bool behind = false;  // the colon
  const auto end_word = [&] {
    if (behind && !word.empty()) out.push_back(word);
    word.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (c == '\\' && next == '\n') {
      end_word();
      ++i;
    } else if (c == '\\' && (next == ' ' || next == '#' || next == '\\')) {
      word += next;
      ++i;
    } else if (c == '$' && next == '$') {
      word += c;
      ++i;
    } else if (c == ':' && !behind && (next == ' ' || next == '\\' || next == '\n')) {
      word.clear();
      behind = true;
    } else if (c == ' ' || c == '\t') {
      end_word();
    } else if (c == '\n') {
      end_word();
      if (behind) break;  // what follows are other rules
    } else {
      word += c;
    }
  }
  end_word();
  return out;
}

std::map<std::string, std::vector<std::string>> NinjaDependencies(const std::string& bytes) {
  std::map<std::string, std::vector<std::string>> out;
  const std::size_t signature = sizeof(kNinjaSignature) - 1;
  const std::uint32_t version = WordAt(bytes, signature);
  if (bytes.compare(0, signature, kNinjaSignature) != 0 || (version != 3 && version != 4)) return out;
  const std::size_t time_words = version == 3 ? 1 : 2;
  std::vector<std::string> paths;
  for (std::size_t at = signature + 4; at + 4 <= bytes.size();) {
    const std::uint32_t head = WordAt(bytes, at);
    const std::size_t size = head & 0x7fffffffU;
    const std::size_t begin = at + 4;
    if (size < 4 || size % 4 != 0 || begin + size > bytes.size()) break;
    if ((head >> 31) == 0) {
      // A path, filled up with NULs to whole words; behind it a checksum of its number.
      if (WordAt(bytes, begin + size - 4) != ~static_cast<std::uint32_t>(paths.size())) break;
      std::string path = bytes.substr(begin, size - 4);
      while (!path.empty() && path.back() == '\0') path.pop_back();
      paths.push_back(std::move(path));
    } else {
      std::vector<std::string> inputs;
      const std::uint32_t output = WordAt(bytes, begin);
      for (std::size_t word = 1 + time_words; word * 4 < size; ++word) {
        const std::uint32_t input = WordAt(bytes, begin + word * 4);
        if (input < paths.size()) inputs.push_back(paths[input]);
      }
      if (output < paths.size()) out[paths[output]] = std::move(inputs);
    }
    at = begin + size;
  }
  return out;
}

std::optional<std::vector<std::string>> IncludedFiles::Of(const std::string& object) {
  std::vector<std::string> files;
  std::string text;
  if (ReadFile(object + ".d", &text)) {
    files = Prerequisites(text);
  } else {
    if (!ninja_.has_value()) {
      std::string bytes;
      ninja_ = ReadFile(build_ + "/.ninja_deps", &bytes) ? NinjaDependencies(bytes)
                                                         : std::map<std::string, std::vector<std::string>>();
    }
    // CMake may spell it with a `.` in the middle, which Ninja leaves out.
    const fs::path normal = fs::path(object).lexically_normal();
    auto it = ninja_->find(normal.string());
    if (it == ninja_->end()) it = ninja_->find(normal.lexically_relative(build_).string());
    if (it == ninja_->end()) return std::nullopt;
    files = it->second;
  }
  for (std::string& file : files) {
    const auto [it, is_new] = resolved_.try_emplace(file);
    std::error_code ignored;
    if (is_new) it->second = fs::weakly_canonical(fs::path(build_) / file, ignored).string();
    file = it->second;
  }
  return files;
}

}  // namespace spansmith::generator
