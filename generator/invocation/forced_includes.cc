// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/invocation/forced_includes.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string_view>

namespace spansmith::generator {
namespace {

namespace fs = std::filesystem;

// An option with a file that takes `words` arguments from `at` on.
struct Taken {
  std::size_t words = 0;  // 0: there is none
  bool to_front_end = false;
  std::string file;
};

Taken Take(const Arguments& arguments, std::size_t at, std::string_view option) {
  const auto is = [&](std::size_t i, std::string_view word) { return i < arguments.size() && arguments[i] == word; };
  if (is(at, option) && at + 1 < arguments.size()) return {2, false, arguments[at + 1]};
  if (is(at, "-Xclang") && is(at + 1, option) && is(at + 2, "-Xclang") && at + 3 < arguments.size())
    return {4, true, arguments[at + 3]};
  return {};
}

void Append(const std::string& option, const std::string& file, bool to_front_end, Arguments* out) {
  if (to_front_end) {
    out->insert(out->end(), {"-Xclang", option, "-Xclang", file});
  } else {
    out->insert(out->end(), {option, file});
  }
}

constexpr char kInclude[] = "-include";
constexpr char kPrecompiled[] = "-include-pch";

// FILE of FILE.pch; empty: it is called otherwise.
std::string MadeOf(const std::string& precompiled) {
  const fs::path path = precompiled;
  const bool ends_so = path.extension() == ".pch" || path.extension() == ".gch";
  return ends_so ? (path.parent_path() / path.stem()).string() : "";
}

bool IsFile(const std::string& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

}  // namespace

std::vector<std::string> ForcedIncludes(const Arguments& arguments) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < arguments.size();) {
    const Taken taken = Take(arguments, i, kInclude);
    if (taken.words != 0) out.push_back(taken.file);
    i += std::max<std::size_t>(taken.words, 1);
  }
  return out;
}

Arguments AsText(const Arguments& arguments, bool by_clang) {
  const std::vector<std::string> forced = ForcedIncludes(arguments);
  Arguments out;
  for (std::size_t i = 0; i < arguments.size();) {
    if (const Taken taken = Take(arguments, i, kPrecompiled); taken.words != 0) {
      i += taken.words;
      const std::string file = MadeOf(taken.file);
      const bool known = std::find(forced.begin(), forced.end(), file) != forced.end();
      if (!known && !file.empty() && IsFile(file)) Append(kInclude, file, true, &out);
    } else if (const Taken text = Take(arguments, i, kInclude); text.words != 0) {
      i += text.words;
      const bool beside = IsFile(text.file + ".pch");  // g++ makes none of that name
      Append(kInclude, text.file, text.to_front_end || by_clang || beside, &out);
    } else {
      if (arguments[i] != "-fpch-preprocess") out.push_back(arguments[i]);
      ++i;
    }
  }
  return out;
}

Arguments WithForcedIncludes(const Arguments& arguments, const std::map<std::string, std::string>& copies) {
  if (copies.empty()) return arguments;
  const std::vector<std::string> forced = ForcedIncludes(arguments);
  Arguments out;
  for (std::size_t i = 0; i < arguments.size();) {
    if (const Taken taken = Take(arguments, i, kPrecompiled); taken.words != 0) {
      i += taken.words;
      const auto copy = copies.find(MadeOf(taken.file));
      if (copy == copies.end()) {
        Append(kPrecompiled, taken.file, taken.to_front_end, &out);
      } else if (IsFile(copy->second + ".pch")) {
        Append(kPrecompiled, copy->second + ".pch", taken.to_front_end, &out);
      } else if (std::find(forced.begin(), forced.end(), copy->first) == forced.end()) {
        Append(kInclude, copy->second, true, &out);
      }
    } else if (const Taken text = Take(arguments, i, kInclude); text.words != 0) {
      i += text.words;
      const auto copy = copies.find(text.file);
      Append(kInclude, copy == copies.end() ? text.file : copy->second, text.to_front_end, &out);
    } else {
      out.push_back(arguments[i]);
      ++i;
    }
  }
  return out;
}

bool IsMadeByCMake(const std::string& header) {
  const fs::path path = header;
  return path.filename().string().rfind("cmake_pch", 0) == 0 &&
         (path.extension() == ".hxx" || path.extension() == ".h");
}

}  // namespace spansmith::generator
